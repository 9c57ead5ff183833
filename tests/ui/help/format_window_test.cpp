// The page about the experiment file: it opens by its key, and what it says is what the program reads.
#include "core/circuit/catalogue.h"
#include "core/file/experiment_file.h"
#include "tests/support/test_program.h"
#include "tests/support/window_fixture.h"
#include "ui/help/format_window.h"

#include <QFile>
#include <QTextBrowser>

using namespace unfold;

namespace {

QString page()
{
    QFile file(QStringLiteral(":/help/experiment-format.md"));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// The indented lines under a heading, as one text.
QByteArray exampleUnder(const QString &heading)
{
    QByteArray example;
    for (const QString &line : page().section(heading, 1).section(QStringLiteral("\n## "), 0, 0).split(u'\n'))
        if (line.startsWith(QStringLiteral("    ")))
            example += line.toUtf8() + '\n';
    return example;
}

} // namespace

class FormatWindowTest : public WindowFixture
{
    Q_OBJECT

private slots:
    void init() { openWindow(); }
    void cleanup() { closeWindow(); }

    void itsKeyOpensIt()
    {
        QTest::keyClick(m_window.get(), Qt::Key_F1, Qt::ControlModifier | Qt::ShiftModifier);
        auto *window = find<FormatWindow>();
        QVERIFY(window && window->isVisible());
        const QString shown = window->findChild<QTextBrowser *>()->toPlainText();
        QVERIFY(shown.contains(QStringLiteral("unfold trace FILE")));
        QVERIFY(!shown.contains(QStringLiteral("|---"))); // the tables are tables
        QTest::keyClick(window, Qt::Key_Escape);
        QVERIFY(!window->isVisible());
    }

    void itsExampleIsRead()
    {
        const ReadExperiment read = readExperiment(exampleUnder(QStringLiteral("## Example")).toStdString());
        QVERIFY(read.warnings.empty());
        QCOMPARE(stepsOf(read.experiment, circuitOf(read.experiment)), 3);
        QCOMPARE(read.experiment.gain, 1.2);
    }

    void itsWrittenCircuitIsThatOfTheCatalogue()
    {
        const QByteArray circuit = exampleUnder(QStringLiteral("## A circuit written out"));
        const ReadExperiment read = readExperiment(
            ("{\"format\": \"unfold-experiment\", \"version\": 1, \"steps\": 2, " + circuit + "}").toStdString());
        QVERIFY(read.warnings.empty());
        Circuit expected = makeCircuit("elman", {{"x", 4}, {"h", 2}, {"o", 5}});
        for (Node &node : expected.nodes)
            node.place.reset();
        QVERIFY(circuitOf(read.experiment).nodes == expected.nodes);
    }

    void everyPageOfTheCatalogueIsNamed()
    {
        const QString named = page().section(QStringLiteral("## Names in the catalogue"), 1);
        for (const CatalogueEntry &entry : catalogue())
            QVERIFY2(
                named.contains(QStringLiteral("| `%1` |").arg(QString::fromStdString(entry.name))), entry.name.c_str());
    }
};

UNFOLD_TEST(FormatWindowTest)
#include "format_window_test.moc"
