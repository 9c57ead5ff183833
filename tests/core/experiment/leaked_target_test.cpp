// A network that has read its answer does not predict it.
#include "core/experiment/edit.h"
#include "core/experiment/leaked_target.h"
#include "core/run/compute.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace unfold;

namespace {

Experiment reading(const std::string &circuit, const DataSource &data)
{
    Experiment e;
    e.circuit = NamedCircuit{circuit, {{"x", 2}, {"h", 3}, {"o", 2}}, Activation::Tanh, {}, 1};
    e.steps = 6;
    return withData(e, data);
}

DataSource text()
{
    return {TextSource{"abcabdabe", TextSource::Unit::Characters}, 1};
}

/// Whether the loss's node at `step` moves when the input of the step after it does.
bool answerMoves(const Experiment &experiment, int step)
{
    Experiment other = experiment;
    other.sequence.at("x").col(step).array() += 0.5;
    const auto value = [&](const Experiment &e) {
        const auto trace = compute(*prepare(e), e.gain);
        const NodeTrace &node = trace->nodes[std::size_t(trace->circuit().indexOf(e.loss->source))];
        return Matrix(node.at(node.value, step));
    };
    return value(experiment) != value(other);
}

} // namespace

class LeakedTargetTest : public QObject
{
    Q_OBJECT

private slots:
    void bothSidesOfATextAreReadTooEarly()
    {
        for (const DataSource &data : {text(), DataSource{SeriesSource{"", {}, {1, 2, 4, 3, 5, 2, 1}, true}, 1}}) {
            const Experiment both = reading("bidirectional", data);
            const auto leak = leakedTarget(both);
            QVERIFY(leak);
            QCOMPARE(leak->step, 1);
            QCOMPARE(leak->source, std::string("o"));
            QCOMPARE(leak->input, std::string("x"));
            QVERIFY(answerMoves(both, leak->step));
        }
    }

    void whatOnlyRemembersDoesNotLeak()
    {
        for (const char *circuit : {"feed-forward", "elman", "jordan", "lstm", "gru", "encoder-decoder"}) {
            Experiment e = withCircuit(reading("elman", text()), circuit);
            QVERIFY2(!leakedTarget(e), circuit);
        }
        QVERIFY(!answerMoves(reading("elman", text()), 1));
    }

    /// The symbol behind the last that is read is no input: the task that is offered instead.
    void afterTheLastThereIsNothingToLeak()
    {
        const Experiment both = reading("bidirectional", text());
        QVERIFY(!leakedTarget(withLossAt(both, {Span::Kind::Last, 1})));
        const auto leak = leakedTarget(withLossAt(both, {Span::Kind::Last, 2}));
        QVERIFY(leak);
        QCOMPARE(leak->step, stepsOf(both, circuitOf(both)) - 1);
    }

    void otherTargetsAreNotInTheInput()
    {
        QVERIFY(!leakedTarget(reading("bidirectional", {RandomSource{1}, 1})));
        QVERIFY(!leakedTarget(reading("bidirectional", {ZeroSource{}, 1})));
        Experiment given = reading("bidirectional", text());
        given.data.kind = GivenSource{};
        QVERIFY(!leakedTarget(given));
        Experiment lossless = reading("bidirectional", text());
        lossless.loss.reset();
        QVERIFY(!leakedTarget(lossless));
    }

    /// It is read off the terms: any node may look ahead.
    void aCircuitOfItsOwnLeaksAsWell()
    {
        Experiment e = reading("elman", text());
        Circuit circuit = circuitOf(e);
        circuit.nodes[std::size_t(circuit.indexOf("h"))].terms.push_back({"x", "U_next", -1, 1, "", 0, std::nullopt});
        e.circuit = circuit;
        const auto leak = leakedTarget(e);
        QVERIFY(leak && leak->step == 1);
        QVERIFY(answerMoves(e, 1));
        circuit.nodes[std::size_t(circuit.indexOf("h"))].terms.back().delay = 1;
        e.circuit = circuit;
        QVERIFY(!leakedTarget(e));
    }

    /// Two steps ahead is not the target; remembered for one step it is.
    void onlyTheTargetItselfLeaks()
    {
        for (const bool remembers : {false, true}) {
            Experiment e = reading(remembers ? "elman" : "feed-forward", text());
            Circuit circuit = circuitOf(e);
            Node &h = circuit.nodes[std::size_t(circuit.indexOf("h"))];
            h.terms.push_back({"x", "U_next", -2, 1, "", 0, std::nullopt});
            e.circuit = circuit;
            const auto leak = leakedTarget(e);
            QCOMPARE(leak.has_value(), remembers);
            QVERIFY(!answerMoves(e, 1));
            QVERIFY(!leak || (leak->step == 2 && answerMoves(e, 2)));
        }
    }
};

UNFOLD_GUILESS_TEST(LeakedTargetTest)
#include "leaked_target_test.moc"
