// Networks of several layers, and those of teaching code and of Keras: the outputs are those of their own equations.
#include "core/import/import_network.h"

#include "core/file/experiment_file.h"
#include "core/run/compute.h"
#include "tests/core/import/support.h"
#include "tests/support/test_program.h"

#include <nlohmann/json.hpp>

#include <QTest>

using namespace unfold;
using namespace unfold::test;

namespace {

ImportedNetwork imported(const QString &name, const ImportOptions &options = {})
{
    return importNetworkFile(networkFile(name + QStringLiteral(".npz")), name.toStdString(), options);
}

/// Rows of time → columns.
Matrix overTime(const nlohmann::json &rows)
{
    Matrix m(static_cast<Eigen::Index>(rows.at(0).size()), static_cast<Eigen::Index>(rows.size()));
    for (Eigen::Index t = 0; t < m.cols(); ++t)
        for (Eigen::Index i = 0; i < m.rows(); ++i)
            m(i, t) = rows[static_cast<std::size_t>(t)][static_cast<std::size_t>(i)].get<double>();
    return m;
}

double errorOf(Experiment experiment, const QString &name)
{
    const auto golden = nlohmann::json::parse(networkFile(name + QStringLiteral(".json")));
    experiment.sequence["x"] = overTime(golden["x"]);
    experiment.steps = static_cast<int>(golden["x"].size());
    experiment.loss.reset();
    const auto trace = compute(*prepare(experiment), experiment.gain);
    const NodeTrace &o = trace->nodes[static_cast<std::size_t>(trace->circuit().indexOf("o"))];
    return (o.over(o.value, {1, trace->steps()}) - overTime(golden["outputs"])).cwiseAbs().maxCoeff();
}

bool warnsOf(const ImportedNetwork &network, const char *words)
{
    return std::any_of(network.report.warnings.begin(), network.report.warnings.end(),
        [&](const std::string &warning) { return warning.find(words) != std::string::npos; });
}

} // namespace

class WholeNetworkTest : public QObject
{
    Q_OBJECT

private slots:
    void givesTheOutputsOfItsEquations_data()
    {
        QTest::addColumn<QByteArray>("network");
        QTest::addColumn<int>("warnings");
        const auto row = [](const char *file, const char *network, int warnings = 0) {
            QTest::newRow(file) << QByteArray(network) << warnings;
        };
        row("stack-lstm", "LSTM · 2 layers · input 4 · hidden 3, 3 · output 2");
        row("stack-gru-both", "bidirectional GRU · 2 layers · input 4 · hidden 3, 3 · output 2");
        row("stack-cells", "LSTM · 2 layers · input 4 · hidden 3, 3 · output 2");
        row("embedded-gru", "GRU · embedding of 6 · input 4 · hidden 3 · output 2");
        row("projected-rnn", "RNN · projection of 7 · input 4 · hidden 3 · output 2");
        row("two-layer-head", "RNN · input 4 · hidden 3 · output 2");
        row("named-columns", "RNN · input 4 · hidden 3 · output 2");
        row("named-rows", "RNN · input 4 · hidden 3 · output 2");
        row("named-lstm", "LSTM · input 4 · hidden 3 · output 2", 1);
        row("named-gru", "GRU · input 4 · hidden 3 · output 2", 1);
        row("named-linear", "RNN · input 4 · hidden 3 · output 2");
        row("named-together", "RNN · input 4 · hidden 3 · output 2", 1);
        row("norms", "RNN · input 4 · hidden 3 · output 2");
        row("keras-lstm", "LSTM · input 4 · hidden 3 · output 2");
        row("keras-gru", "GRU · input 4 · hidden 3 · output 2");
        row("keras-gru-before", "GRU · input 4 · hidden 3 · output 2");
    }
    void givesTheOutputsOfItsEquations()
    {
        const QString file = QString::fromLatin1(QTest::currentDataTag());
        const ImportedNetwork network = imported(file);
        QTEST(QByteArray::fromStdString(network.report.network), "network");
        QVERIFY2(errorOf(network.experiment, file) < 1e-12, qPrintable(file));
        QTEST(static_cast<int>(network.report.warnings.size()), "warnings");
        QVERIFY2(network.report.left.empty(), network.report.sentence().c_str());
        QVERIFY(readExperiment(writeExperiment(network.experiment)).experiment == network.experiment);
        QVERIFY(compute(*prepare(network.experiment), 1)->hasGradient);
    }

    void whatItTookIsNamedAsInTheFile()
    {
        const ImportReport report = imported(QStringLiteral("named-lstm")).report;
        QCOMPARE(report.taken.size(), std::size_t(10));
        QVERIFY(std::find(report.taken.begin(), report.taken.end(), "Wf") != report.taken.end());
        QCOMPARE(report.head, std::string("Wy"));
        QCOMPARE(imported(QStringLiteral("stack-lstm")).report.layers, 2);
        QCOMPARE(imported(QStringLiteral("keras-lstm")).report.head, std::string("dense/kernel:0"));
    }

    void layersAreChosen()
    {
        ImportOptions options;
        options.choice.layers = {1};
        const ImportedNetwork first = imported(QStringLiteral("stack-lstm"), options);
        QCOMPARE(
            QByteArray::fromStdString(first.report.network), QByteArray("LSTM · input 4 · hidden 3 · no output layer"));
        QVERIFY(!first.report.left.empty());
        options.choice.layers = {2};
        const ImportedNetwork second = imported(QStringLiteral("stack-lstm"), options);
        QCOMPARE(QByteArray::fromStdString(second.report.network), QByteArray("LSTM · input 3 · hidden 3 · output 2"));
        for (const std::vector<int> &wrong : {std::vector{3}, {2, 1}, {0}})
            QVERIFY(refusal([&] {
                ImportOptions asked;
                asked.choice.layers = wrong;
                imported(QStringLiteral("stack-lstm"), asked);
            }).startsWith("--layers: "));
    }

    void theOrderOfStateAndInputIsChosen()
    {
        ImportOptions options;
        options.concatenated = Concatenated::HiddenFirst;
        const ImportedNetwork said = imported(QStringLiteral("named-lstm"), options);
        QVERIFY(said.report.warnings.empty());
        QVERIFY(errorOf(said.experiment, QStringLiteral("named-lstm")) < 1e-12);
        QVERIFY(warnsOf(imported(QStringLiteral("named-lstm")), "[h, x]"));
        QVERIFY(warnsOf(imported(QStringLiteral("named-together")), "[x, h]"));
        options.concatenated = Concatenated::InputFirst;
        QVERIFY(
            errorOf(imported(QStringLiteral("named-lstm"), options).experiment, QStringLiteral("named-lstm")) > 1e-3);
    }

    void shapesThatDoNotFitAreRefused()
    {
        const auto filled = [](std::vector<std::int64_t> shape) {
            Array array{std::move(shape), {}, {}};
            array.values.assign(entriesOf(array.shape), 0.5);
            return array;
        };
        QVERIFY(refusal([&] {
            importNetwork({{"Wxh", filled({3, 4})}, {"Whh", filled({5, 5})}}, "a");
        }).startsWith("Whh: the shapes of Whh and Wxh are 5 × 5 and 3 × 4; "));
        QVERIFY(refusal([&] {
            importNetwork({{"Wxh", filled({3, 4})}, {"Whh", filled({3, 3})}, {"Why", filled({2, 5})}}, "a");
        }).startsWith("Why: it does not read the 3 numbers of the state; "));
        const ImportedNetwork square = importNetwork({{"Wxh", filled({3, 3})}, {"Whh", filled({3, 3})}}, "a");
        QVERIFY(warnsOf(square, "columns"));
    }
};

UNFOLD_GUILESS_TEST(WholeNetworkTest)
#include "whole_network_test.moc"
