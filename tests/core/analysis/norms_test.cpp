// Norms over time: nothing lost to overflow or underflow, and the share of each step in a parameter's gradient.
#include "core/analysis/norms.h"
#include "core/linalg/stable_norm.h"
#include "tests/core/analysis/support.h"
#include "tests/support/test_program.h"

#include <QtTest>

#include <limits>

using namespace unfold;
using namespace unfold::test;

namespace {
/// Two states share W; u reads it twice at a step, once gated; v stops after step 4.
Json sharedMatrix()
{
    return {{"steps", 6}, {"gain", 0.9}, {"sequence", {{"x", numbers(6, 3, 5)}}},
        {"loss", {{"kind", "squared-error"}, {"source", "u"}, {"targets", numbers(6, 3, 8)}}},
        {"circuit",
            {{"nodes",
                {{{"name", "x"}, {"role", "input"}, {"size", 3}},
                    {{"name", "v"}, {"size", 3}, {"activation", "tanh"}, {"bias", "b"}, {"span", {{"first", 4}}},
                        {"terms", {{{"parameter", "W"}, {"source", "x"}, {"delay", 1}}}}},
                    {{"name", "u"}, {"size", 3}, {"activation", "tanh"}, {"bias", "b"},
                        {"terms",
                            {{{"parameter", "W"}, {"source", "u"}, {"delay", 2}},
                                {{"parameter", "W"}, {"source", "v"}, {"gate", "x"}, {"gateDelay", 1},
                                    {"sign", -1}}}}}}}}}};
}
} // namespace

class NormsTest : public QObject
{
    Q_OBJECT

private slots:
    void neitherOverflowNorUnderflow()
    {
        for (const double scale : {1e-320, 1e-300, 1e-200, 1.0, 1e200, 1e300}) {
            const Vector v = scale * Vector::Ones(4);
            QVERIFY(close(stableNorm(v), 2 * scale, scale < 1e-310 ? 1e-3 : 1e-15));
        }
        QCOMPARE(stableNorm(Vector::Constant(1, -0.1)), 0.1);
        QCOMPARE(stableNorm(Vector::Zero(3)), 0.0);
        QCOMPARE(stableNorm(Vector()), 0.0);
    }

    void infinityAndNoNumberAreNamed()
    {
        Vector v = Vector::Ones(3);
        v(1) = -std::numeric_limits<double>::infinity();
        QVERIFY(std::isinf(stableNorm(v)) && stableNorm(v) > 0);
        v(0) = std::numeric_limits<double>::quiet_NaN();
        QVERIFY(std::isnan(stableNorm(v)));
    }

    void nothingWhereTheNodeDoesNotExist()
    {
        const Run run(sharedMatrix());
        const StepSeries values = valueNorms(*run.trace, run.node("v"));
        const StepSeries gradients = gradientNorms(*run.trace, run.node("v"));
        for (int step = 1; step <= 6; ++step) {
            QCOMPARE(values[step - 1].has_value(), step <= 4);
            QCOMPARE(gradients[step - 1].has_value(), step <= 4);
        }
        const NodeTrace &v = run.trace->nodes[run.node("v")];
        QCOMPARE(*values[2], v.at(v.value, 3).norm());
        QCOMPARE(*gradients[2], v.at(v.gradient, 3).norm());
    }

    void absentNotZeroWithoutALoss()
    {
        Json json = sharedMatrix();
        json.erase("loss");
        const Run run(json);
        for (const auto &norm : gradientNorms(*run.trace, run.node("u")))
            QVERIFY(!norm);
        for (const auto &norm : parameterStepNorms(*run.trace, 0))
            QVERIFY(!norm);
        QVERIFY(valueNorms(*run.trace, run.node("u"))[0].has_value());
    }

    void theStepsShareOfASharedMatrix()
    {
        const Run run(sharedMatrix());
        const Trace &trace = *run.trace;
        const NodeTrace &x = trace.nodes[run.node("x")];
        const NodeTrace &u = trace.nodes[run.node("u")];
        const NodeTrace &v = trace.nodes[run.node("v")];
        const int W = indexOf(trace.program->parameters, "W");
        const int b = indexOf(trace.program->parameters, "b");
        const StepSeries ofW = parameterStepNorms(trace, W);
        const StepSeries ofB = parameterStepNorms(trace, b);
        const auto valueAt = [&](const NodeTrace &node, int step) {
            return 1 <= step && node.exists(step) ? Vector(node.at(node.value, step)) : Vector(Vector::Zero(3));
        };
        Matrix total = Matrix::Zero(3, 3);
        for (int t = 1; t <= 6; ++t) {
            const Vector du = u.at(u.preActivationGradient, t);
            const Vector dv = t <= 4 ? Vector(v.at(v.preActivationGradient, t)) : Vector(Vector::Zero(3));
            const Vector gated = valueAt(v, t).cwiseProduct(valueAt(x, t - 1));
            const Matrix share
                = dv * valueAt(x, t - 1).transpose() + du * valueAt(u, t - 2).transpose() - du * gated.transpose();
            QVERIFY(close(*ofW[t - 1], share.norm(), 1e-14));
            QVERIFY(close(*ofB[t - 1], (du + dv).norm(), 1e-14));
            total += share;
        }
        QVERIFY((total - trace.gradients[W]).norm() < 1e-14 * total.norm());
    }

    void whereTheGradientEnters()
    {
        QCOMPARE(anchorOf({0.0, 2.0, 3.0, 0.0, std::nullopt}, true), std::optional(3));
        QCOMPARE(anchorOf({0.0, 2.0, 3.0, 0.0}, false), std::optional(2));
        QCOMPARE(anchorOf({0.0, std::nullopt}, true), std::optional<int>());
    }
};

UNFOLD_GUILESS_TEST(NormsTest)
#include "norms_test.moc"
