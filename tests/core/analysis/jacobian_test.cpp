// ‖∂h(T)/∂h(t)‖₂ against a finite difference that pushes the value itself, and against products written out.
#include "core/analysis/edge_gradient.h"
#include "core/analysis/jacobian.h"
#include "tests/core/analysis/support.h"
#include "tests/support/independent_matrices.h"
#include "tests/support/test_program.h"

#include <QtTest>

using namespace unfold;
using namespace unfold::test;

namespace {
const Json sizes{{"x", 2}, {"h", 3}, {"o", 2}};

Json named(const char *name, Json more = Json::object())
{
    Json json{{"circuit", {{"name", name}, {"sizes", sizes}}}, {"sequence", {{"x", numbers(6, 2, 3)}}}, {"gain", 1.3}};
    json["circuit"].update(more);
    return json;
}

/// Two states that read each other with delays 2 and 3, a gate from the past, a minus sign, a span that ends early.
Json written()
{
    return {{"steps", 9}, {"gain", 1.1}, {"sequence", {{"x", numbers(9, 2, 5)}}},
        {"circuit",
            {{"name", "own"},
                {"nodes",
                    {{{"name", "x"}, {"role", "input"}, {"size", 2}},
                        {{"name", "u"}, {"role", "state"}, {"size", 3}, {"activation", "sigmoid"}, {"bias", "b"},
                            {"terms",
                                {{{"parameter", "W"}, {"source", "v"}, {"delay", 3}},
                                    {{"parameter", "U"}, {"source", "x"}},
                                    {{"parameter", "R"}, {"source", "u"}, {"delay", 1}, {"gate", "v"}, {"gateDelay", 2},
                                        {"sign", -1}}}}},
                        {{"name", "v"}, {"role", "state"}, {"size", 3}, {"activation", "tanh"},
                            {"span", {{"first", 8}}},
                            {"terms",
                                {{{"parameter", "W"}, {"source", "u"}},
                                    {{"source", "v"}, {"delay", 2}, {"gate", "u"}, {"gateDelay", 1}}}}}}}}}};
}

/// σ_max of ∂value(end)/∂value(t) by central differences.
StepSeries byFiniteDifference(const Experiment &experiment, const std::string &name)
{
    const Circuit circuit = circuitOf(experiment);
    const int steps = stepsOf(experiment, circuit);
    const Node &node = circuit.nodes[circuit.indexOf(name)];
    const StepRange span = node.span.in(steps);
    const bool future
        = orderInTime(
              circuit)[groupOfNode(orderInTime(circuit), static_cast<int>(circuit.nodes.size()))[circuit.indexOf(name)]]
              .walk
        == Walk::Backward;
    const auto endValue = [&](int step, int entry, double push) {
        Matrix probe = Matrix::Zero(node.size, span.count());
        probe(entry, step - span.first) = push;
        const Experiment pushed = withProbe(experiment, name, probe);
        const auto trace = compute(*prepare(pushed), pushed.gain);
        const NodeTrace &end = trace->nodes[trace->circuit().indexOf(name)];
        return Vector(end.at(end.value, future ? span.first : span.last).col(0));
    };
    constexpr double push = 1e-6;
    StepSeries norms(steps);
    for (int step = span.first; step <= span.last; ++step) {
        Matrix jacobian(node.size, node.size);
        for (int entry = 0; entry < node.size; ++entry)
            jacobian.col(entry) = (endValue(step, entry, push) - endValue(step, entry, -push)) / (2 * push);
        norms[step - 1] = independentSigmaMax(jacobian);
    }
    return norms;
}
} // namespace

class JacobianTest : public QObject
{
    Q_OBJECT

private slots:
    void agreesWithAFiniteDifference_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QByteArray>("node");
        const auto add = [](const char *row, const Json &json, const char *node) {
            QTest::newRow(row) << QByteArray::fromStdString(json.dump()) << QByteArray(node);
        };
        add("elman", named("elman"), "h");
        add("jordan, h", named("jordan"), "h");
        add("jordan, o", named("jordan"), "o");
        add("lstm, h", named("lstm"), "h");
        add("lstm, cell state", named("lstm"), "s");
        add("lstm, a gate", named("lstm"), "f");
        add("gru", named("gru"), "h");
        add("gru, reset before", named("gru-reset-before"), "h");
        add("bidirectional, past", named("bidirectional"), "h");
        add("bidirectional, future", named("bidirectional"), "g");
        add("written out, u", written(), "u");
        add("written out, v", written(), "v");
    }

    void agreesWithAFiniteDifference()
    {
        QFETCH(QByteArray, json);
        QFETCH(QByteArray, node);
        const Run run(Json::parse(json.toStdString()));
        const StepSeries measured = jacobianNorms(*run.trace, run.node(node.toStdString()));
        const StepSeries expected = byFiniteDifference(run.experiment, node.toStdString());
        QCOMPARE(measured.size(), expected.size());
        for (std::size_t i = 0; i < expected.size(); ++i) {
            QCOMPARE(measured[i].has_value(), expected[i].has_value());
            if (expected[i])
                QVERIFY2(std::abs(*measured[i] - *expected[i]) < 1e-8,
                    qPrintable(QString("step %1: %2 is not %3").arg(i + 1).arg(*measured[i]).arg(*expected[i])));
        }
    }

    void isTheProductWrittenOut()
    {
        const Run run({{"circuit", {{"name", "elman"}, {"sizes", {{"x", 2}, {"h", 40}, {"o", 2}}}}},
            {"sequence", {{"x", numbers(30, 2, 3)}}}, {"gain", 1.2}});
        const int h = run.node("h");
        const NodeTrace &node = run.trace->nodes[h];
        const Matrix &W = run.trace->parameters[indexOf(run.trace->program->parameters, "W")];
        const StepSeries norms = jacobianNorms(*run.trace, h);
        Matrix product = Matrix::Identity(40, 40);
        for (int step = 30; step >= 1; --step) {
            const double expected = independentSigmaMax(product);
            QVERIFY(close(*norms[step - 1], expected, 1e-11));
            const Vector slope = 1 - node.at(node.value, step).col(0).array().square();
            product = product * slope.asDiagonal() * W;
        }
    }

    void keepsItsDigitsUntilItTrulyUnderOrOverflows()
    {
        const auto norms = [](double gain) {
            const Run run(
                {{"circuit",
                     {{"name", "elman"}, {"sizes", {{"x", 1}, {"h", 4}, {"o", 1}}}, {"activation", "identity"}}},
                    {"steps", 400}, {"gain", gain}});
            return jacobianNorms(*run.trace, run.node("h"));
        };
        const StepSeries small = norms(1e-1);
        QVERIFY(close(*small[400 - 300 - 1], 1e-300, 1e-11));
        QVERIFY(*small[400 - 320 - 1] > 0); // a number with few digits left
        QCOMPARE(*small[400 - 330 - 1], 0.0);
        QCOMPARE(*small[0], 0.0);
        const StepSeries large = norms(1e1);
        QVERIFY(close(*large[400 - 300 - 1], 1e300, 1e-11));
        QVERIFY(std::isinf(*large[400 - 310 - 1]));
        QVERIFY(std::isinf(*large[0]));
    }

    void noLoopNoNumber()
    {
        const Run run(named("elman"));
        for (const char *node : {"x", "o"})
            for (const auto &norm : jacobianNorms(*run.trace, run.node(node)))
                QVERIFY(!norm);
        const Run feedForward(named("feed-forward"));
        for (const auto &norm : jacobianNorms(*feedForward.trace, feedForward.node("h")))
            QVERIFY(!norm);
    }

    void aStopRequestIsHeeded()
    {
        const Run run(named("elman"));
        std::stop_source source;
        source.request_stop();
        for (const auto &norm : jacobianNorms(*run.trace, run.node("h"), source.get_token()))
            QVERIFY(!norm);
    }
};

UNFOLD_GUILESS_TEST(JacobianTest)
#include "jacobian_test.moc"
