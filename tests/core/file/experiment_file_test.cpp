// What is written reads back as the same value, to the last bit.
#include "core/circuit/input_error.h"
#include "core/experiment/edit.h"
#include "core/file/experiment_file.h"
#include "tests/support/test_program.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace unfold;

namespace {

Experiment readBack(const Experiment &experiment)
{
    const ReadExperiment read = readExperiment(writeExperiment(experiment));
    if (!read.warnings.empty())
        qWarning("%s", read.warnings.front().c_str());
    return read.experiment;
}

Experiment withEverything()
{
    Experiment e;
    e.title = "everything “quoted” \\ \n and\ttabs";
    e.note = "a note – with a dash";
    e.circuit = NamedCircuit{"elman", {{"x", 2}, {"h", 3}, {"o", 2}}, Activation::Relu,
        {{"x", {Span::Kind::First, 2}}, {"o", {Span::Kind::After, 1}}}, 1};
    e.steps = 3;
    e.sequence["x"] = (Matrix(2, 2) << 0.1, -1.0 / 3, 1e-308, std::numeric_limits<double>::max()).finished();
    e.initial["h"] = Vector::Constant(3, 5e-324);
    e.parameters["W"] = Matrix::Constant(3, 3, 0.1);
    e.parameters["b"] = Matrix::Constant(3, 1, -2.0 / 3);
    e.initialisation = {Recipe::Gaussian, std::numeric_limits<std::uint64_t>::max(), ScaledBy::LargestSingularValue};
    e.initialisation.constants = {{"c", 0.1}};
    e.initialisation.recipes = {{"U", {Recipe::Gaussian, 1.0 / 3}}, {"V", {Recipe::Identity}}};
    e.gain = std::nextafter(1.1, 2);
    e.loss = Loss{LossKind::SquaredError, "o", {Span::Kind::Last, 2}, {}, Matrix::Constant(2, 2, 1e17)};
    e.clip = 5e-3;
    e.data = {SeriesSource{"sunspots", {"1700", "1701"}, {5.1, -0.1}, false}, 0.25};
    return e;
}

} // namespace

class ExperimentFileTest : public QObject
{
    Q_OBJECT

private slots:
    void everyFieldReturns();
    void everyDataSourceReturns();
    void badDrawingsAreRefused_data();
    void badDrawingsAreRefused();
    void writtenOutCircuitsReturn_data();
    void writtenOutCircuitsReturn();
    void editedExperimentsReturn();
    void equalityLooksAtEveryField();
};

void ExperimentFileTest::everyFieldReturns()
{
    QVERIFY(readBack(withEverything()) == withEverything());
    Experiment classes = withEverything();
    classes.loss = Loss{LossKind::CrossEntropy, "o", {Span::Kind::After, 1}, {1, 0}, {}};
    QVERIFY(readBack(classes) == classes);
}

void ExperimentFileTest::everyDataSourceReturns()
{
    Experiment e = withEverything();
    for (const DataSource &data :
        {DataSource{}, DataSource{GivenSource{}, 2}, DataSource{GivenSource{{"Paris", "ü"}, {"none", "place"}}, 1},
            DataSource{ZeroSource{}, 1}, DataSource{RandomSource{std::uint64_t{1} << 63U}, 0.1},
            DataSource{TextSource{"né\n\"x\"", TextSource::Unit::Words}, 1}, DataSource{TextSource{}, -1}}) {
        e.data = data;
        QVERIFY(readBack(e) == e);
    }
}

void ExperimentFileTest::badDrawingsAreRefused_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QByteArray>("place");
    QTest::newRow("unknown node") << QByteArray(R"("nodes": ["f")") << QByteArray(R"("nodes": ["nobody")")
                                  << QByteArray("circuit.cells[0].nodes[0]");
    QTest::newRow("node twice") << QByteArray(R"("nodes": ["f")") << QByteArray(R"("nodes": ["i")")
                                << QByteArray("circuit.cells[0].nodes[1]");
    QTest::newRow("called like a node") << QByteArray(R"("name": "LSTM")") << QByteArray(R"("name": "x")")
                                        << QByteArray("circuit.cells[0].name");
    QTest::newRow("far away") << QByteArray(R"("high": [4.9, 8])") << QByteArray(R"("high": [4.9, 1e6])")
                              << QByteArray("circuit.cells[0].high");
    QTest::newRow("one number") << QByteArray(R"("high": [4.9, 8])") << QByteArray(R"("high": [4.9])")
                                << QByteArray("circuit.cells[0].high");
    QTest::newRow("line from nowhere") << QByteArray(R"({"source": "s", "delay": 1, "out")")
                                       << QByteArray(R"({"source": "nobody", "delay": 1, "out")")
                                       << QByteArray("circuit.drawing.lines[2].source");
    QTest::newRow("joint of nobody") << QByteArray(R"({"node": "s", "term": 0)")
                                     << QByteArray(R"({"node": "nobody", "term": 0)")
                                     << QByteArray("circuit.drawing.joints[0].node");
}

void ExperimentFileTest::badDrawingsAreRefused()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(QByteArray, place);
    Experiment written;
    written.steps = 3;
    written.circuit = makeCircuit("lstm", {});
    QByteArray text = QByteArray::fromStdString(writeExperiment(written));
    QCOMPARE(text.count(from), 1);
    text.replace(from, to);
    try {
        readExperiment(text.toStdString());
        QFAIL("accepted");
    } catch (const InputError &error) {
        QCOMPARE(QByteArray::fromStdString(error.place), place);
    }
}

void ExperimentFileTest::writtenOutCircuitsReturn_data()
{
    QTest::addColumn<QString>("name");
    for (const CatalogueEntry &entry : catalogue())
        QTest::newRow(entry.name.c_str()) << QString::fromStdString(entry.name);
}

void ExperimentFileTest::writtenOutCircuitsReturn()
{
    QFETCH(QString, name);
    Experiment named;
    named.steps = 6;
    named.circuit = NamedCircuit{name.toStdString(), {}, Activation::Sigmoid, {}, name.endsWith("encoder-decoder") ? 2 : 1};
    QVERIFY(readBack(named) == named);
    Experiment written = named;
    written.circuit = circuitOf(named);
    Node &node = std::get<Circuit>(written.circuit).nodes.back();
    node.terms.push_back({node.name, "", 2, -1, node.name, 3, false});
    QVERIFY(readBack(written) == written);
}

void ExperimentFileTest::editedExperimentsReturn()
{
    Experiment e;
    e.steps = 12;
    e = withData(e, {RandomSource{3}, 1});
    for (const CatalogueEntry &entry : catalogue()) {
        e = withCircuit(e, entry.name);
        QVERIFY2(readBack(e) == e, entry.name.c_str());
    }
}

void ExperimentFileTest::equalityLooksAtEveryField()
{
    const Experiment e = withEverything();
    const auto differs = [&](const auto &change) {
        Experiment other = e;
        change(other);
        return !(other == e) && !(e == other);
    };
    QVERIFY(e == Experiment(e));
    QVERIFY(differs([](Experiment &o) { o.title += "!"; }));
    QVERIFY(differs([](Experiment &o) { o.circuit = circuitOf(o); }));
    QVERIFY(differs([](Experiment &o) { o.steps.reset(); }));
    QVERIFY(differs([](Experiment &o) { o.sequence["x"](0, 0) = 1; }));
    QVERIFY(differs([](Experiment &o) { o.sequence["x"].conservativeResize(2, 1); }));
    QVERIFY(differs([](Experiment &o) { o.initial.clear(); }));
    QVERIFY(differs([](Experiment &o) { o.parameters.erase("W"); }));
    QVERIFY(differs([](Experiment &o) { o.initialisation.seed = 0; }));
    QVERIFY(differs([](Experiment &o) { o.gain = 1; }));
    QVERIFY(differs([](Experiment &o) { o.loss->vectors(0, 0) = 0; }));
    QVERIFY(differs([](Experiment &o) { o.clip.reset(); }));
    QVERIFY(differs([](Experiment &o) { o.data.scale = 1; }));
    QVERIFY(differs([](Experiment &o) { o.note.clear(); }));
}

UNFOLD_GUILESS_TEST(ExperimentFileTest)
#include "experiment_file_test.moc"
