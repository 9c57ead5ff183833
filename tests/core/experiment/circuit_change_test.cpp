// A circuit changed by hand leaves every number alone that it does not concern.
#include "core/circuit/edit_circuit.h"
#include "core/circuit/loop_error.h"
#include "core/experiment/circuit_change.h"
#include "core/experiment/edit.h"
#include "core/file/experiment_file.h"
#include "core/run/compute.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace unfold;

namespace {

Experiment network(const std::string &name, const DataSource &data, Recipe recipe = Recipe::Gaussian)
{
    Experiment e;
    e.circuit = NamedCircuit{name, {}, Activation::Tanh, {}, 2};
    e.steps = 6;
    e.initialisation = {recipe, 5, ScaledBy::SpectralRadius};
    e.gain = 1.2;
    e.title = "a scene";
    e.note = "what to try";
    return withData(e, data);
}

std::shared_ptr<const Trace> run(const Experiment &experiment)
{
    return compute(*prepare(experiment), experiment.gain);
}

bool equal(const Matrix &a, const Matrix &b)
{
    return a.rows() == b.rows() && a.cols() == b.cols() && (a.array() == b.array()).all();
}

/// Bit by bit, node by node and parameter by parameter, whatever they are called.
bool sameNumbers(const Experiment &a, const Experiment &b)
{
    const auto one = run(a), other = run(b);
    bool same = one->totalLoss == other->totalLoss && one->nodes.size() == other->nodes.size();
    for (size_t n = 0; same && n < one->nodes.size(); ++n)
        same = equal(one->nodes[n].value, other->nodes[n].value)
            && equal(one->nodes[n].gradient, other->nodes[n].gradient);
    for (size_t p = 0; same && p < one->gradients.size(); ++p)
        same = equal(one->gradients[p], other->gradients[p]);
    return same;
}

const std::vector<std::pair<const char *, DataSource>> &dataSources()
{
    static const std::vector<std::pair<const char *, DataSource>> all{
        {"text", {TextSource{"hello world, hello", TextSource::Unit::Characters}, 1}},
        {"series", {SeriesSource{"s", {}, {1, 4, 9, 16, 25, 36, 20, 10}, true}, 1}},
        {"random", {RandomSource{3}, 2}},
        {"zero", {ZeroSource{}, 1}},
    };
    return all;
}

/// Every network with every kind of data.
void rows()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("data");
    for (const CatalogueEntry &entry : catalogue())
        for (size_t d = 0; d < dataSources().size(); ++d)
            QTest::addRow("%s, %s", entry.name.c_str(), dataSources()[d].first)
                << QString::fromStdString(entry.name) << static_cast<int>(d);
}

Experiment fetched()
{
    QFETCH(QString, name);
    QFETCH(int, data);
    return network(name.toStdString(), dataSources()[static_cast<size_t>(data)].second);
}

template <typename Change> QByteArray refusal(const Change &change)
{
    try {
        change();
        return "accepted";
    } catch (const InputError &error) {
        return error.what();
    }
}

} // namespace

class CircuitChangeTest : public QObject
{
    Q_OBJECT

private slots:
    void aMovedNodeChangesNoNumberAndKeepsTheScene_data() { rows(); }
    void aMovedNodeChangesNoNumberAndKeepsTheScene()
    {
        const Experiment before = fetched();
        Circuit circuit = circuitOf(before);
        circuit.nodes.front().place = Place{-1, 3};
        circuit.drawing = {};
        const Experiment after = withChangedCircuit(before, circuit);
        QVERIFY(std::holds_alternative<Circuit>(after.circuit));
        QVERIFY(sameNumbers(before, after));
        QCOMPARE(after.note, before.note);
        QVERIFY(readExperiment(writeExperiment(after)).experiment == after);
    }

    void renamedNodesAndParametersKeepEveryNumber_data() { rows(); }
    void renamedNodesAndParametersKeepEveryNumber()
    {
        const Experiment before = fetched();
        const Circuit circuit = circuitOf(before);
        for (const Node &node : circuit.nodes) {
            const Experiment after = withNodeRenamed(before, node.name, "new");
            QVERIFY(sameNumbers(before, after));
            QVERIFY(readExperiment(writeExperiment(after)).experiment == after);
            const Experiment back = withNodeRenamed(after, "new", node.name);
            Experiment written = before;
            written.circuit = back.circuit;
            QVERIFY(back == written);
            QCOMPARE(circuitOf(back).nodes, circuit.nodes);
        }
        for (const ParameterInfo &parameter : parametersOf(circuit)) {
            const Experiment after = withParameterRenamed(before, parameter.name, "new");
            QVERIFY(sameNumbers(before, after));
            const Experiment back = withParameterRenamed(after, "new", parameter.name);
            QVERIFY(back.parameters.empty()); // drawn again, and the same
            QVERIFY(sameNumbers(before, back));
        }
    }

    /// A node that nobody reads and that reads nobody stands beside the network: the network does not notice.
    void aNodeBesideChangesNoOtherNumber_data() { rows(); }
    void aNodeBesideChangesNoOtherNumber()
    {
        const Experiment before = fetched();
        if (circuitOf(before).indexOf("o") < 0)
            return; // the loss would move to the new output
        for (const Role role : {Role::Input, Role::State, Role::Output, Role::Inner}) {
            const Experiment after = withChangedCircuit(before, withNode(circuitOf(before), role));
            const auto one = run(before), other = run(after);
            QCOMPARE(one->totalLoss, other->totalLoss);
            for (size_t n = 0; n < one->nodes.size(); ++n)
                QVERIFY(equal(one->nodes[n].gradient, other->nodes[n].gradient));
            QVERIFY(readExperiment(writeExperiment(after)).experiment == after);
        }
    }

    void aRenamedInputKeepsItsNumbersInLaterEdits()
    {
        const Experiment before = withNodeRenamed(network("elman", {RandomSource{3}, 1}), "x", "u");
        const Experiment after = withChangedCircuit(before, withSpan(circuitOf(before), 2, {Span::Kind::Last, 6}));
        QVERIFY(equal(after.sequence.at("u"), before.sequence.at("u")));
    }

    void theSceneGoesWithItsCircuit()
    {
        const Experiment before = network("elman", {RandomSource{3}, 1});
        const Experiment after = withChangedCircuit(before, withActivation(circuitOf(before), 1, Activation::Relu));
        QVERIFY(after.title.empty() && after.note.empty());
        QCOMPARE(std::get<Circuit>(after.circuit).name, std::string("RNN with output (edited)"));
    }

    void whatNoLongerFitsGoesAndIsMadeAnew()
    {
        Experiment before = network("elman", {RandomSource{3}, 1});
        before.parameters["W"] = Matrix::Identity(8, 8);
        before.parameters["V"] = Matrix::Ones(4, 8);
        const Experiment after = withChangedCircuit(before, withSize(circuitOf(before), 1, 3));
        QVERIFY(after.parameters.empty());
        const Experiment smaller = withChangedCircuit(before, withSize(circuitOf(before), 0, 2));
        QCOMPARE(smaller.sequence.at("x").rows(), 2);
        QCOMPARE(smaller.parameters.size(), size_t(2)); // W and V have nothing to do with x
    }

    void withoutTheOutputTheLossReadsTheState()
    {
        const Experiment before = network("elman", {RandomSource{3}, 1});
        const Experiment after = withChangedCircuit(before, withoutNode(circuitOf(before), 2));
        QCOMPARE(after.loss->source, std::string("h"));
        QVERIFY(run(after)->hasGradient);
    }

    void numbersOfAFileStay()
    {
        const Experiment before = readExperiment(R"({"format": "unfold-experiment", "version": 1,
            "circuit": {"name": "elman", "sizes": {"x": 1, "h": 2, "o": 3}},
            "sequence": {"x": [[1], [2], [3]]}, "parameters": {"W": [[0.1, 0], [0, 0.2]], "c": [1, 2, 3]},
            "initial": {"h": [0.5, 0.25]}, "loss": {"kind": "cross-entropy", "targets": [0, 1, 2]}})")
                                      .experiment;
        const Circuit circuit = circuitOf(before);
        const Experiment after = withChangedCircuit(before, withDelay(withTerm(circuit, 1, "h"), 1, 2, 2));
        QVERIFY(equal(after.sequence.at("x"), before.sequence.at("x")));
        QVERIFY(after.loss == before.loss);
        QVERIFY(equal(after.initial.at("h"), before.initial.at("h")));
        QCOMPARE(after.parameters.size(), size_t(2));
        const Experiment renamed = withNodeRenamed(before, "o", "out");
        QCOMPARE(renamed.loss->source, std::string("out"));
        QVERIFY(sameNumbers(before, renamed));
    }

    void aLoopIsRefusedWithItsArrows()
    {
        const Experiment before = network("elman", {RandomSource{3}, 1});
        const Circuit circuit = withTerm(circuitOf(before), 1, "o");
        QVERIFY_THROWS_EXCEPTION(LoopError, withChangedCircuit(before, circuit));
        QVERIFY(withChangedCircuit(before, withDelay(circuit, 1, 2, 1)).loss);
    }

    void impossibleChangesAreRefused()
    {
        const Experiment before = network("elman", {RandomSource{3}, 1});
        const Circuit circuit = circuitOf(before);
        QVERIFY(refusal([&] { withNodeRenamed(before, "h", "x"); }).contains("a second node is called \"x\""));
        QVERIFY(refusal([&] { withNodeRenamed(before, "h", ""); }).contains("the name is empty"));
        QVERIFY(refusal([&] { withNodeRenamed(before, "h", std::string(101, 'a')); }).contains("at most 100 bytes"));
        QVERIFY(refusal([&] { withNodeRenamed(before, "nobody", "a"); }).contains("one of x, h, o"));
        QVERIFY(refusal([&] { withParameterRenamed(before, "W", "U"); }).contains("called \"U\" already"));
        QVERIFY(refusal([&] { withParameterRenamed(before, "W", ""); }).contains("the name is empty"));
        QVERIFY(refusal([&] { withParameterRenamed(before, "Q", "R"); }).contains("no parameter"));
        QVERIFY(refusal([&] { withChangedCircuit(before, withSize(circuit, 1, 0)); }).contains("1 or more"));
        QVERIFY(refusal([&] { withChangedCircuit(before, withSize(circuit, 1, 2000000)); }).contains("memory"));
        QVERIFY(refusal([&] { withChangedCircuit(before, withParameter(circuit, 2, 0, "")); }).contains("equal sizes"));
        Circuit crowded = circuit;
        while (crowded.nodes.size() <= 200)
            crowded = withNode(crowded, Role::State);
        QVERIFY(refusal([&] { withChangedCircuit(before, crowded); }).contains("at most 200"));
        Circuit empty = circuit;
        empty.nodes.clear();
        QVERIFY(refusal([&] { withChangedCircuit(before, empty); }).contains("at least one"));
    }

    /// A delay of two and a gate, put in by hand: every gradient agrees with a finite difference.
    void theGradientOfAnEditedCircuitIsRight()
    {
        const Experiment plain = network("elman", {RandomSource{3}, 1});
        Circuit circuit = withNode(circuitOf(plain), Role::State); // g
        circuit = withTerm(withTerm(circuit, 3, "x"), 3, "h");
        circuit = withDelay(circuit, 3, 1, 1);
        circuit = withDelay(withTerm(circuit, 1, "g"), 1, 2, 2);
        circuit = withGateDelay(withGate(circuit, 1, 0, "g"), 1, 0, 1);
        circuit = withSpan(circuit, 0, {Span::Kind::First, 4});
        const Experiment edited = withChangedCircuit(plain, circuit);
        const auto prepared = prepare(edited);
        const auto trace = compute(*prepared, edited.gain);
        const auto &infos = prepared->program->parameters;
        QVERIFY(infos.size() >= 9);
        constexpr double e = 1e-6;
        for (size_t p = 0; p < infos.size(); ++p)
            for (Eigen::Index i = 0; i < trace->gradients[p].rows(); ++i) {
                Experiment moved = edited;
                Matrix &m = moved.parameters[infos[p].name] = prepared->baseParameters[p];
                const double factor = infos[p].recurrent ? edited.gain : 1;
                m(i, 0) += e;
                const double up = run(moved)->totalLoss;
                m(i, 0) -= 2 * e;
                const double down = run(moved)->totalLoss;
                const double expected = (up - down) / (2 * e) / factor;
                QVERIFY2(std::abs(trace->gradients[p](i, 0) - expected) < 1e-7 * (1 + std::abs(expected)),
                    infos[p].name.c_str());
            }
        QVERIFY(readExperiment(writeExperiment(edited)).experiment == edited);
    }

    void textsAndSeriesSetTheSizes()
    {
        QVERIFY(dataSetsSizes(network("elman", dataSources()[0].second)));
        QVERIFY(dataSetsSizes(network("elman", dataSources()[1].second)));
        QVERIFY(!dataSetsSizes(network("elman", {RandomSource{3}, 1})));
    }
};

UNFOLD_GUILESS_TEST(CircuitChangeTest)
#include "circuit_change_test.moc"
