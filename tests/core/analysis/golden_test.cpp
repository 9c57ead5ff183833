// Norms, Jacobian products and spectra against the reference cases, which were computed elsewhere three times over.
#include "core/analysis/jacobian.h"
#include "core/analysis/norms.h"
#include "tests/core/analysis/support.h"
#include "tests/support/test_program.h"

#include <QDir>
#include <QtTest>

#include <fstream>
#include <map>
#include <set>

using namespace unfold;
using namespace unfold::test;

namespace {
constexpr double tolerance = 2e-11; ///< relative to the largest entry of a list

QString difference(const StepSeries &series, const Json &expected)
{
    if (series.size() != expected.size())
        return "another number of steps";
    double largest = 0;
    for (const Json &e : expected)
        largest = e.is_null() ? largest : std::max(largest, std::abs(e.get<double>()));
    for (std::size_t i = 0; i < series.size(); ++i) {
        if (series[i].has_value() == expected[i].is_null())
            return QString("step %1: one of the two is null").arg(i + 1);
        if (series[i] && !(std::abs(*series[i] - expected[i].get<double>()) <= tolerance * largest))
            return QString("step %1: %2 is not %3")
                .arg(i + 1)
                .arg(*series[i], 0, 'g', 17)
                .arg(expected[i].get<double>(), 0, 'g', 17);
    }
    return {};
}

/// What the cases of each file hold for this test, no more and no less: "node or parameter.quantity".
const std::map<std::string, std::set<std::string>> contents{
    {"bidirectional",
        {"g.gradientNorm", "g.jacobianNorm", "h.gradientNorm", "h.jacobianNorm", "W.stepNorm", "W_g.stepNorm"}},
    {"encdec", {"h.gradientNorm", "s.jacobianNorm", "W.stepNorm"}},
    {"gru", {"h.gradientNorm", "h.jacobianNorm"}},
    {"gru-v1", {"h.gradientNorm", "h.jacobianNorm"}},
    {"jordan", {"h.gradientNorm", "h.jacobianNorm", "W.stepNorm"}},
    {"lstm", {"h.gradientNorm", "h.jacobianNorm", "s.jacobianNorm"}},
    {"many-to-one", {"h.gradientNorm", "h.jacobianNorm", "W.stepNorm", "W.spectralRadius", "W.largestSingularValue"}},
    {"one-to-many", {"h.gradientNorm", "h.jacobianNorm", "W.stepNorm", "W.spectralRadius", "W.largestSingularValue"}},
    {"vanilla", {"h.gradientNorm", "h.jacobianNorm", "W.stepNorm", "W.spectralRadius", "W.largestSingularValue"}},
};

std::set<std::string> contentsOf(const Json &trace)
{
    std::set<std::string> found;
    for (const char *part : {"nodes", "parameters"})
        for (const auto &[name, quantities] : trace.at(part).items())
            for (const char *key :
                {"gradientNorm", "jacobianNorm", "stepNorm", "spectralRadius", "largestSingularValue"})
                if (quantities.contains(key))
                    found.insert(name + "." + key);
    return found;
}
} // namespace

class GoldenTest : public QObject
{
    Q_OBJECT

private slots:
    void everyCase_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<int>("index");
        const QDir folder(QStringLiteral(UNFOLD_SOURCE_DIR "/tests/golden"));
        QCOMPARE(folder.entryList({"*.json"}).size(), qsizetype(contents.size()));
        for (const QString &file : folder.entryList({"*.json"})) {
            std::ifstream stream(folder.filePath(file).toStdString());
            const Json cases = Json::parse(stream);
            for (int i = 0; i < static_cast<int>(cases.size()); ++i)
                QTest::addRow("%s %d", qPrintable(file), i) << folder.filePath(file) << i;
        }
    }

    void everyCase()
    {
        QFETCH(QString, file);
        QFETCH(int, index);
        std::ifstream stream(file.toStdString());
        const Json one = Json::parse(stream).at(index);
        QVERIFY(contentsOf(one.at("trace")) == contents.at(QFileInfo(file).completeBaseName().toStdString()));
        const Run run(one.at("experiment"));
        for (const auto &[name, expected] : one.at("trace").at("nodes").items())
            checkNode(run, name, expected);
        for (const auto &[name, expected] : one.at("trace").at("parameters").items())
            checkParameter(run, name, expected);
    }

private:
    void checkNode(const Run &run, const std::string &name, const Json &expected)
    {
        if (expected.contains("gradientNorm"))
            QCOMPARE(difference(gradientNorms(*run.trace, run.node(name)), expected["gradientNorm"]), QString());
        if (expected.contains("jacobianNorm"))
            QCOMPARE(difference(jacobianNorms(*run.trace, run.node(name)), expected["jacobianNorm"]), QString());
    }

    void checkParameter(const Run &run, const std::string &name, const Json &expected)
    {
        const int parameter = indexOf(run.trace->program->parameters, name);
        if (expected.contains("stepNorm"))
            QCOMPARE(difference(parameterStepNorms(*run.trace, parameter), expected["stepNorm"]), QString());
        const Spectrum spectrum = spectrumOf(run.trace->parameters[parameter]);
        if (expected.contains("spectralRadius"))
            QVERIFY(close(*spectrum.radius, expected["spectralRadius"].get<double>(), tolerance));
        if (expected.contains("largestSingularValue"))
            QVERIFY(close(spectrum.sigmaMax, expected["largestSingularValue"].get<double>(), tolerance));
    }
};

UNFOLD_GUILESS_TEST(GoldenTest)
#include "golden_test.moc"
