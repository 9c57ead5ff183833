// Experiments that are in order but beyond reason are refused in words, before they cost time or memory.
#include "core/circuit/input_error.h"
#include "core/circuit/validate.h"
#include "core/experiment/edit.h"
#include "core/run/compute.h"
#include "tests/support/test_program.h"

#include <QTest>

#include <functional>

using namespace unfold;

namespace {

QString refusal(const std::function<void()> &act)
{
    try {
        act();
    } catch (const InputError &error) {
        return QString::fromUtf8(error.what());
    }
    return QStringLiteral("accepted");
}

Experiment withSizes(int x, int h, int o, int steps)
{
    Experiment experiment;
    experiment.circuit = NamedCircuit{"elman", {{"x", x}, {"h", h}, {"o", o}}, Activation::Tanh, {}, 1};
    experiment.steps = steps;
    return experiment;
}

Term reads(const std::string &source, int delay)
{
    return {source, "", delay, 1, "", 0, std::nullopt};
}

/// A ring of nodes, each reading the one before it at `delay`.
Circuit ring(int count, int delay)
{
    Circuit circuit;
    for (int n = 0; n < count; ++n)
        circuit.nodes.push_back({"n" + std::to_string(n), Role::State, 1, Activation::Tanh, "",
            {reads("n" + std::to_string((n + 1) % count), delay)}, {}, std::nullopt});
    return circuit;
}

QString refusalOf(const Experiment &experiment)
{
    return refusal([&] { prepare(experiment); });
}

} // namespace

class LimitsTest : public QObject
{
    Q_OBJECT

private slots:
    void aRunThatWouldTakeHoursIsRefused()
    {
        QCOMPARE(refusalOf(withSizes(4, 9000, 4, 3)),
            "circuit: a run of this circuit over 3 steps would take about 3 hours; expected at most 10 minutes: "
            "smaller sizes or fewer steps");
        QVERIFY(refusalOf(withSizes(4, 3000, 4, 20000)).contains("would take about 15 minutes"));
        QCOMPARE(refusalOf(withSizes(4, 64, 4, 1000)), "accepted");
    }

    void theControlsRefuseItAsWell()
    {
        const Experiment small = withSizes(4, 8, 4, 3);
        QVERIFY(refusal([&] { withHiddenSize(small, 9000); }).contains("would take about 3 hours"));
    }

    void valuesKeptForALongDelayCountAsMemory()
    {
        Circuit circuit = ring(1, 100000);
        circuit.nodes[0].size = 10000;
        Experiment experiment;
        experiment.circuit = circuit;
        experiment.steps = 1;
        QCOMPARE(refusalOf(experiment),
            "circuit: a run of this circuit over 1 steps needs 24 GB of memory; expected at most 2.0 GB: smaller sizes "
            "or fewer steps");
    }

    void circuitsHaveAMostNumberOfNodesAndTerms()
    {
        QCOMPARE(refusal([] { validate(ring(200, 1)); }), "accepted");
        QCOMPARE(
            refusal([] { validate(ring(201, 1)); }), "circuit.nodes: the circuit has 201 nodes; expected at most 200");
        Circuit circuit = ring(2, 1);
        circuit.nodes[0].terms.assign(1000, reads("n1", 1));
        QCOMPARE(refusal([&] { validate(circuit); }),
            "circuit.nodes: the nodes have 1001 terms together; expected at most 1000");
    }

    void theLargestLoopWithoutDelayIsNamedInTime()
    {
        Circuit circuit = ring(200, 0);
        for (int n = 0; n < 200; ++n)
            for (int k = 2; k < 6; ++k)
                circuit.nodes[static_cast<std::size_t>(n)].terms.push_back(
                    reads("n" + std::to_string((n + k) % 200), 0));
        const QString sentence = refusal([&] { validate(circuit); });
        QVERIFY2(sentence.contains("has no delay"), qPrintable(sentence));
        QVERIFY(sentence.size() < 800);
    }

    void namesAreShort()
    {
        const std::string name(101, 'x');
        const QString sentence = "the name has 101 bytes; expected a name of at most 100 bytes";
        Circuit circuit = ring(1, 1);
        circuit.nodes[0].terms[0].parameter = name;
        QCOMPARE(refusal([&] { validate(circuit); }), "circuit.nodes[0].terms[0].parameter: " + sentence);
        circuit.nodes[0].bias = name;
        QCOMPARE(refusal([&] { validate(circuit); }), "circuit.nodes[0].bias: " + sentence);
        circuit.nodes[0].name = name;
        QCOMPARE(refusal([&] { validate(circuit); }), "circuit.nodes[0].name: " + sentence);
    }

    void textsAreShort()
    {
        Experiment experiment = withSizes(1, 1, 1, 1);
        experiment.data.kind = TextSource{std::string(100001, 'a'), TextSource::Unit::Characters};
        QCOMPARE(refusalOf(experiment), "data.text: there are 100001 bytes; expected at most 100000");
        experiment.note = std::string(100001, 'a');
        QCOMPARE(refusalOf(experiment), "note: there are 100001 bytes; expected at most 100000");
        experiment.title = std::string(1001, 'a');
        QCOMPARE(refusalOf(experiment), "title: there are 1001 bytes; expected at most 1000");
    }
};

UNFOLD_GUILESS_TEST(LimitsTest)
#include "limits_test.moc"
