// Networks that NumPy and PyTorch saved: what comes out of them is what PyTorch computed.
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

constexpr double tolerance = 1e-12;

ImportedNetwork imported(const QString &name, const ImportOptions &options = {})
{
    return importNetworkFile(networkFile(name), name.toStdString(), options);
}

/// Rows of time → columns.
Matrix matrixIn(const nlohmann::json &rows)
{
    Matrix m(static_cast<Eigen::Index>(rows.at(0).size()), static_cast<Eigen::Index>(rows.size()));
    for (Eigen::Index t = 0; t < m.cols(); ++t)
        for (Eigen::Index i = 0; i < m.rows(); ++i)
            m(i, t) = rows[static_cast<std::size_t>(t)][static_cast<std::size_t>(i)].get<double>();
    return m;
}

Matrix valuesOf(const Trace &trace, const char *node)
{
    const NodeTrace &n = trace.nodes[static_cast<std::size_t>(trace.circuit().indexOf(node))];
    return n.over(n.value, {1, trace.steps()});
}

QByteArrayList bytes(const std::vector<std::string> &texts)
{
    QByteArrayList list;
    for (const std::string &text : texts)
        list << QByteArray::fromStdString(text);
    return list;
}

QByteArrayList bytes(const std::vector<ImportReport::Left> &arrays)
{
    QByteArrayList list;
    for (const ImportReport::Left &array : arrays)
        list << QByteArray::fromStdString(array.inWords());
    return list;
}

} // namespace

class ImportNetworkTest : public QObject
{
    Q_OBJECT

private slots:
    void givesWhatPyTorchGave_data()
    {
        QTest::addColumn<QString>("network");
        QTest::addColumn<bool>("page"); // of the catalogue, or written out
        const auto row
            = [](const char *file, const char *network, bool page = true) { QTest::newRow(file) << network << page; };
        row("rnn-tanh.npz", "RNN · input 4 · hidden 3 · output 2");
        row("rnn-relu.npz", "RNN · input 4 · hidden 3 · output 2");
        row("rnn-headless.safetensors", "RNN · input 4 · hidden 3 · no output layer");
        row("rnn-no-bias.npz", "RNN · input 4 · hidden 3 · output 2");
        row("rnn-both.npz", "bidirectional RNN · input 4 · hidden 3 · output 2");
        row("rnn-both-headless.npz", "bidirectional RNN · input 4 · hidden 3 · no output layer", false);
        row("lstm.npz", "LSTM · input 4 · hidden 3 · output 2");
        row("lstm-single.safetensors", "LSTM · input 4 · hidden 3 · output 2");
        row("lstm-half.npz", "LSTM · input 4 · hidden 3 · output 2");
        row("lstm-headless.npz", "LSTM · input 4 · hidden 3 · no output layer", false);
        row("lstm-both.npz", "bidirectional LSTM · input 4 · hidden 3 · output 2", false);
        row("gru.safetensors", "GRU · input 4 · hidden 3 · output 2");
        row("gru-single.npz", "GRU · input 4 · hidden 3 · output 2");
        row("gru-brain.safetensors", "GRU · input 4 · hidden 3 · output 2");
        row("gru-both.npz", "bidirectional GRU · input 4 · hidden 3 · output 2", false);
        row("gru-both-headless.npz", "bidirectional GRU · input 4 · hidden 3 · no output layer", false);
    }
    void givesWhatPyTorchGave()
    {
        QFETCH(QString, network);
        QFETCH(bool, page);
        const QString file = QString::fromUtf8(QTest::currentDataTag());
        ImportOptions options;
        if (file.contains(QStringLiteral("relu")))
            options.activation = Activation::Relu;
        ImportedNetwork net = imported(file, options);
        QCOMPARE(QString::fromStdString(net.report.network), network);
        QCOMPARE(std::holds_alternative<NamedCircuit>(net.experiment.circuit), page);
        QVERIFY(net.report.left.empty());

        const auto golden = nlohmann::json::parse(networkFile(file.section(u'.', 0, 0) + QStringLiteral(".json")));
        net.experiment.sequence["x"] = matrixIn(golden["x"]);
        net.experiment.steps = 5;
        net.experiment.loss.reset();
        const auto trace = compute(*prepare(net.experiment), net.experiment.gain);
        const Matrix states = matrixIn(golden["states"]);
        Matrix found = valuesOf(*trace, "h");
        if (states.rows() > found.rows()) {
            found.conservativeResize(states.rows(), Eigen::NoChange);
            found.bottomRows(3) = valuesOf(*trace, "g");
        }
        QVERIFY((found - states).cwiseAbs().maxCoeff() < tolerance);
        if (golden.contains("outputs"))
            QVERIFY((valuesOf(*trace, "o") - matrixIn(golden["outputs"])).cwiseAbs().maxCoeff() < tolerance);
        else
            QVERIFY(trace->circuit().indexOf("o") < 0);
    }

    /// What is opened in the window runs, has a gradient, and returns from its file.
    void isAWholeExperiment_data() { givesWhatPyTorchGave_data(); }
    void isAWholeExperiment()
    {
        ImportOptions options;
        options.steps = 12;
        const Experiment experiment = imported(QString::fromUtf8(QTest::currentDataTag()), options).experiment;
        QCOMPARE(experiment.title, std::string(QTest::currentDataTag()));
        const auto trace = compute(*prepare(experiment), experiment.gain);
        QCOMPARE(trace->steps(), 12);
        QVERIFY(trace->hasGradient);
        const NodeTrace &h = trace->nodes[static_cast<std::size_t>(trace->circuit().indexOf("h"))];
        QVERIFY(h.at(h.gradient, 12).norm() > 0);
        QVERIFY(readExperiment(writeExperiment(experiment)).experiment == experiment);
        QVERIFY(readExperiment(writeExperiment(experiment)).warnings.empty());
    }

    void saysWhatItTookAndLeft()
    {
        const ImportReport report = imported(QStringLiteral("others.npz")).report;
        QCOMPARE(bytes(report.taken),
            QByteArrayList(
                {"rnn.weight_ih_l0", "rnn.weight_hh_l0", "rnn.bias_ih_l0", "rnn.bias_hh_l0", "fc.weight", "fc.bias"}));
        QCOMPARE(bytes(report.left),
            QByteArrayList({"embed.weight (6 × 3)",
                "fields (2, holds no floating point numbers of 2, 4 or 8 bytes ([('a', '<f4'), ('b', '<i4')]))",
                "norm.weight (3)", "notes (1, holds Python objects, which are never read)",
                "steps (a single number, holds whole numbers or truth values (<i8))"}));
        QCOMPARE(bytes(report.assumed),
            QByteArrayList({"random inputs and targets over 20 steps, as the file holds no data"}));
        QVERIFY(report.sentence().starts_with(
            "LSTM · input 4 · hidden 3 · output 2. Taken: rnn.weight_ih_l0, rnn.weight_hh_l0"));
        QVERIFY(report.sentence().ends_with("as the file holds no data."));
    }

    void saysWhatItAssumed()
    {
        ImportOptions options;
        options.steps = 1;
        QCOMPARE(bytes(imported(QStringLiteral("rnn-no-bias.npz"), options).report.assumed),
            QByteArrayList({"tanh, as the file does not say the activation (relu can be chosen under Network)",
                "biases of 0, as there are none", "random inputs and targets over 1 step, as the file holds no data"}));
        options.activation = Activation::Tanh;
        QCOMPARE(imported(QStringLiteral("rnn-tanh.npz"), options).report.assumed.size(), std::size_t(1));
    }

    /// The embedding of this file reads as many numbers as the first layer takes.
    void aDeepNetworkIsWhole()
    {
        const ImportReport report = imported(QStringLiteral("deep.npz")).report;
        QCOMPARE(report.network, std::string("LSTM · 2 layers · embedding of 6 · input 4 · hidden 3, 3 · output 2"));
        QVERIFY(report.left.empty());
        QVERIFY(bytes(report.assumed).contains("x is one-hot, as embedding is an embedding"));
    }

    /// Names that a file is free to choose can neither break the sentence nor fill the window.
    void wildNamesStayShort()
    {
        Arrays arrays{{"weight_ih", {{1, 1}, {1}, {}}}, {"weight_hh", {{1, 1}, {1}, {}}}};
        for (int i = 0; i < 30; ++i)
            arrays[std::to_string(i) + "\n" + std::string(50'000, 'x')] = {{1}, {1}, {}};
        const std::string sentence = importNetwork(arrays, "a").report.sentence();
        QVERIFY(sentence.size() < 2000);
        QVERIFY(sentence.find('\n') == std::string::npos);
        QVERIFY(sentence.find(" and 18 others") != std::string::npos);
    }

    void gatedCellsHaveTheirOwnActivations()
    {
        ImportOptions options;
        options.activation = Activation::Relu;
        QCOMPARE(refusal([&] { imported(QStringLiteral("lstm.npz"), options); }),
            QByteArray(
                "rnn.weight_ih_l0: an LSTM or a GRU has activations of its own; expected no activation to be given"));
    }

    void stepsHaveToBePossible()
    {
        ImportOptions options;
        options.steps = 0;
        QVERIFY(refusal([&] {
            imported(QStringLiteral("lstm.npz"), options);
        }).startsWith("steps: the number of steps is 0"));
        options.steps = 2'000'000'000;
        QVERIFY(
            refusal([&] { imported(QStringLiteral("lstm.npz"), options); }).contains("of memory; expected at most"));
    }
};

UNFOLD_GUILESS_TEST(ImportNetworkTest)
#include "import_network_test.moc"
