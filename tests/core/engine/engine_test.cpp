// Made-up circuits against the independent reference: every value, and every gradient against central differences.
#include "tests/core/engine/random_run.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace unfold;

namespace {

Trace traced(const Run &run)
{
    Trace trace;
    trace.parameters = run.parameters;
    forward(std::make_shared<const Program>(compile(run.circuit, run.steps, run.batch)), run.inputs, trace);
    backward(run.loss, trace);
    return trace;
}

constexpr long double nudgeSize = 1e-5L;

/// ∂L/∂(what is nudged), central differences of fourth order.
double differences(const Run &run, Nudge nudge)
{
    const auto lossAt = [&](int times) {
        nudge.by = times * nudgeSize;
        return Reference(run, nudge).totalLoss();
    };
    return static_cast<double>((8 * (lossAt(1) - lossAt(-1)) - (lossAt(2) - lossAt(-2))) / (12 * nudgeSize));
}

bool close(double actual, double expected, double tolerance)
{
    return std::abs(actual - expected) <= tolerance * (1 + std::abs(expected));
}

/// Closer to where a relu bends than the differences are wide: they would mix two slopes.
bool isNearKink(const Run &run)
{
    Reference reference(run);
    reference.totalLoss();
    return reference.distanceFromKink() < 1e-3L;
}

QByteArray place(const Run &run, const Nudge &nudge)
{
    const bool parameter = nudge.what == Nudge::What::Parameter;
    const std::string name
        = parameter ? parametersOf(run.circuit)[nudge.index].name : run.circuit.nodes[nudge.index].name;
    return QByteArray::fromStdString(name) + " step " + QByteArray::number(nudge.step) + " row "
        + QByteArray::number(nudge.row) + " column " + QByteArray::number(nudge.col);
}

} // namespace

class EngineTest : public QObject
{
    Q_OBJECT

private:
    Run m_run;

    static constexpr int runs = 250;

    void seeds()
    {
        QTest::addColumn<int>("seed");
        for (int seed = 1; seed <= runs; ++seed)
            QTest::addRow("%d", seed) << seed;
    }
    void drawRun()
    {
        QFETCH(int, seed);
        m_run = RandomRun(static_cast<std::uint64_t>(seed)).make();
    }
    /// As drawRun, but drawn again as long as it is near a kink.
    void drawSmoothRun()
    {
        QFETCH(int, seed);
        constexpr int draws = 5;
        for (int draw = 0; draw < draws; ++draw) {
            m_run = RandomRun(static_cast<std::uint64_t>(seed + draw * runs)).make();
            if (!isNearKink(m_run))
                return;
        }
        QFAIL("every draw is near a kink");
    }
    void compare(double actual, const Nudge &nudge) const
    {
        const double expected = differences(m_run, nudge);
        QVERIFY2(close(actual, expected, 1e-9),
            place(m_run, nudge) + ": " + QByteArray::number(actual, 'g', 12) + ", but differences say "
                + QByteArray::number(expected, 'g', 12));
    }

private slots:
    void theGeneratorDrawsEverything()
    {
        int gates = 0, gateDelays = 0, past = 0, future = 0, products = 0, shared = 0, spans = 0, minus = 0, loops = 0;
        int softmaxes = 0, listed = 0;
        for (int seed = 1; seed <= runs; ++seed) {
            const Run run = RandomRun(static_cast<std::uint64_t>(seed)).make();
            std::map<std::string, int> uses;
            listed += run.loss.at.kind == Span::Kind::Listed;
            for (const Node &node : run.circuit.nodes) {
                softmaxes += node.activation == Activation::Softmax && node.size > 1;
                spans += node.span.kind != Span::Kind::Every;
                for (const Term &term : node.terms) {
                    gates += !term.gate.empty();
                    gateDelays += term.gateDelay != 0;
                    past += term.delay > 0;
                    future += term.delay < 0;
                    minus += term.sign < 0;
                    products += !term.gate.empty() && !term.parameter.empty();
                    shared += !term.parameter.empty() && ++uses[term.parameter] == 2;
                }
            }
            for (const Group &group : orderInTime(run.circuit))
                loops += group.walk != Walk::WholeSequence && group.nodes.size() > 1;
        }
        for (int count : {gates, gateDelays, past, future, products, shared, spans, minus, loops, softmaxes, listed})
            QVERIFY2(count >= 40, QByteArray::number(count));
    }

    /// Runs near a kink are drawn again for the checks of the gradient: they have to be few, for relu to be checked.
    void fewRunsAreNearAKink()
    {
        int near = 0;
        for (int seed = 1; seed <= runs; ++seed)
            near += isNearKink(RandomRun(static_cast<std::uint64_t>(seed)).make());
        QVERIFY2(near <= runs * 15 / 100, QByteArray::number(near));
    }

    void values_data() { seeds(); }
    void values()
    {
        drawRun();
        const Trace trace = traced(m_run);
        Reference reference(m_run);
        for (int n = 0; n < static_cast<int>(trace.nodes.size()); ++n) {
            const NodeTrace &node = trace.nodes[n];
            for (int t = 1; t <= m_run.steps; ++t)
                for (int b = 0; b < m_run.batch; ++b)
                    for (int row = 0; row < node.value.rows(); ++row) {
                        const double actual = node.at(node.value, t)(row, b);
                        const double wanted = node.exists(t) ? static_cast<double>(reference.value(n, t, row, b)) : 0;
                        QVERIFY(close(actual, wanted, 1e-13));
                    }
        }
        QVERIFY(close(trace.totalLoss, static_cast<double>(reference.totalLoss()), 1e-13));
    }

    void parameterGradients_data() { seeds(); }
    void parameterGradients()
    {
        drawSmoothRun();
        const Trace trace = traced(m_run);
        for (int p = 0; p < static_cast<int>(trace.parameters.size()); ++p)
            for (int col = 0; col < trace.parameters[p].cols(); ++col)
                for (int row = 0; row < trace.parameters[p].rows(); ++row)
                    compare(trace.gradients[p](row, col), {Nudge::What::Parameter, p, 0, row, col});
    }

    void nodeGradients_data() { seeds(); }
    void nodeGradients()
    {
        drawSmoothRun();
        const Trace trace = traced(m_run);
        for (int n = 0; n < static_cast<int>(trace.nodes.size()); ++n) {
            const NodeTrace &node = trace.nodes[n];
            const int after = trace.program->nodes[n].after;
            for (int t = 1 - node.before; t <= m_run.steps + after; ++t) {
                const bool within = 1 <= t && t <= m_run.steps;
                if (within && !node.exists(t)) {
                    QVERIFY(node.at(node.gradient, t).isZero(0));
                    QVERIFY(node.at(node.preActivationGradient, t).isZero(0));
                    continue;
                }
                for (int b = 0; b < m_run.batch; ++b)
                    for (int row = 0; row < node.value.rows(); ++row) {
                        compare(node.at(node.gradient, t)(row, b), {Nudge::What::Value, n, t, row, b});
                        if (within && m_run.circuit.nodes[n].role != Role::Input)
                            compare(node.at(node.preActivationGradient, t)(row, b),
                                {Nudge::What::PreActivation, n, t, row, b});
                    }
            }
        }
    }

    void aUsedTraceGivesTheSameNumbers_data() { seeds(); }
    void aUsedTraceGivesTheSameNumbers()
    {
        drawRun();
        const Trace fresh = traced(m_run);
        Trace used = traced(RandomRun(7).make());
        used.parameters = m_run.parameters;
        for (int times = 0; times < 2; ++times) {
            forward(fresh.program, m_run.inputs, used);
            QVERIFY(!used.hasGradient);
            backward(m_run.loss, used);
            QVERIFY(used.hasGradient);
            for (std::size_t n = 0; n < fresh.nodes.size(); ++n) {
                QCOMPARE(used.nodes[n].value, fresh.nodes[n].value);
                QCOMPARE(used.nodes[n].gradient, fresh.nodes[n].gradient);
            }
            QCOMPARE(used.gradients, fresh.gradients);
        }
    }

    void onlyCountedStepsFlowBack_data() { seeds(); }
    void onlyCountedStepsFlowBack()
    {
        drawRun();
        Trace trace = traced(m_run);
        const std::vector<Matrix> total = trace.gradients;
        const double totalLoss = trace.totalLoss;
        std::vector<Matrix> sum = total;
        double sumOfLosses = 0;
        for (Matrix &m : sum)
            m.setZero();
        for (int t = 1; t <= m_run.steps; ++t) {
            backward(m_run.loss, {t, t}, trace);
            sumOfLosses += trace.totalLoss;
            for (std::size_t p = 0; p < sum.size(); ++p)
                sum[p] += trace.gradients[p];
        }
        QVERIFY(close(sumOfLosses, totalLoss, 1e-12));
        for (std::size_t p = 0; p < sum.size(); ++p)
            QVERIFY((sum[p] - total[p]).norm() <= 1e-12 * (1 + total[p].norm()));
    }
};

UNFOLD_GUILESS_TEST(EngineTest)
#include "engine_test.moc"
