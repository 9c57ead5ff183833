// Tables and texts as people have them: what comes out of each is what a person would read in it.
#include "core/import/import_data.h"

#include "core/circuit/input_error.h"
#include "core/file/experiment_file.h"
#include "core/import/file_kind.h"
#include "core/run/compute.h"
#include "tests/core/import/support.h"
#include "tests/support/test_program.h"

#include <nlohmann/json.hpp>

#include <QTest>

using namespace unfold;
using namespace unfold::test;

namespace {

std::string tableFile(const QString &name)
{
    return networkFile(QStringLiteral("../tables/") + name);
}

struct Options {
    TableOptions table = {};
    SeriesOptions series = {};
};

ImportedTable imported(const std::string &bytes, const Options &options = {})
{
    return importTable(bytes, "a", options.table, options.series, {});
}

} // namespace

Q_DECLARE_METATYPE(Options)

class ImportDataTest : public QObject
{
    Q_OBJECT

private slots:
    void tablesFromTheWild_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<Options>("options");
        QTest::addColumn<QList<double>>("values"); // empty: not fixed
        QTest::addColumn<bool>("doubtful"); // a warning that names an option
        QTest::addColumn<int>("skipped");
        const auto row = [](const char *name, const char *file, const Options &options, const QList<double> &values,
                             bool doubtful = false, int skipped = 0) {
            QTest::newRow(name) << QString::fromLatin1(file) << options << values << doubtful << skipped;
        };
        row("pandas", "pandas-default.csv", {}, {101.5, 102.5, 103.5, 104.5}, true);
        row("decimal comma", "one-column-decimal-comma.csv", {.table = {.decimal = ','}}, {1.5, 2.25, 3.75, 4.5});
        row("decimal comma, not said", "one-column-decimal-comma.csv", {}, {}, true);
        row("thousands", "semicolon-thousands-comma.csv", {.table = {.thousands = ','}}, {950, 1020, 1100, 990});
        row("thousands, not said", "semicolon-thousands-comma.csv", {}, {}, true);
        row("Latin-1", "latin1.csv", {}, {1.5, 2.5, 3.5}, true);
        row("comments", "comments.csv", {}, {1.5, 2.5, 3.5}, false, 2);
        row("footer", "footer.csv", {}, {112, 118, 132}, false, 2);
        row("title", "title-row.csv", {.series = {.gaps = Gaps::Skip}}, {-0.17, -0.09}, false, 1);
        row("units", "two-row-header.csv", {}, {1, 2, 3}, false, 1);
        row("sep=", "excel-sep.csv", {}, {2, 3, 4}, false, 1);
        row("savetxt", "savetxt.txt", {}, {1.5, 2.5, 3.5});
        row("trailing", "trailing-delimiter.csv", {}, {2, 4, 6});
        row("skip", "missing-empty.csv", {.series = {.gaps = Gaps::Skip}}, {2, 4, 5});
        row("interpolate", "missing-empty.csv", {.series = {.gaps = Gaps::Interpolate}}, {2, 3, 4, 5});
        row("carry", "missing-empty.csv", {.series = {.gaps = Gaps::Carry}}, {2, 2, 4, 5});
        row("US", "us-thousands.csv", {}, {1234.5, 1300, 1400.1});
        row("flag", "flag-last.csv", {}, {5.5, 6.5, 7.5, 8});
        row("?", "question-mark.csv", {.series = {.column = "Power", .gaps = Gaps::Skip}}, {4.216, 5.374},
            true); // 4216?
    }
    void tablesFromTheWild()
    {
        QFETCH(QString, file);
        QFETCH(Options, options);
        QFETCH(QList<double>, values);
        QFETCH(bool, doubtful);
        const std::string bytes = tableFile(file);
        QVERIFY(fileKindOf(bytes) == FileKind::Table);
        const ImportedTable table = imported(bytes, options);
        if (!values.isEmpty())
            QCOMPARE(table.series.values, std::vector<double>(values.begin(), values.end()));
        QTEST(table.table.skippedLines, "skipped");
        bool named = false;
        for (const std::string &warning : table.warnings)
            named |= warning.find("--") != std::string::npos;
        QCOMPARE(named, doubtful);
        QVERIFY(compute(*prepare(table.experiment), 1)->hasGradient);
        QVERIFY(readExperiment(writeExperiment(table.experiment)).experiment == table.experiment);
    }

    void aGapWithoutAChoiceIsRefusedInItsLine()
    {
        QVERIFY(
            refusal([] { imported(tableFile(QStringLiteral("missing-empty.csv"))); }).startsWith("line 3, column v: "));
    }

    void headersKeepTheirLetters()
    {
        const ImportedTable table = imported(tableFile(QStringLiteral("latin1.csv")));
        QCOMPARE(table.table.header[1], std::string("Größe"));
        QCOMPARE(table.table.encoding, std::string("Latin-1"));
    }

    void otherShapesOfTables_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QList<double>>("values");
        const auto row = [](const char *name, const QByteArray &text, const QList<double> &values) {
            QTest::newRow(name) << text << values;
        };
        row("a broker's table",
            "\"Date\",\"Price\",\"Vol.\",\"Change %\"\n\"01/31/2024\",\"1,234.5\",\"1.2M\",\"-0.50%\"\n"
            "\"01/30/2024\",\"1,240.7\",\"980.5K\",\"0.25%\"\n",
            {-0.5, 0.25});
        row("CO2",
            "# CO2 expressed as a mole fraction\n# decimal average\n1958   3    1958.2027      315.71\n"
            "1958   4    1958.2877      317.45\n1958   5    1958.3699      317.51\n",
            {315.71, 317.45, 317.51});
        row("weather",
            "STATIONS_ID;MESS_DATUM;  TMK;eor\n         44;20240101;    4.1;eor\n         44;20240102;   -1.5;eor\n",
            {4.1, -1.5});
        row("anomalies", "Land-Ocean: Global Means\nYear,Jan,Feb\n1880,-.19,-.25\n1881,-.20,-.15\n1882,.16,.13\n",
            {-0.25, -0.15, 0.13});
        row("euro", "Datum;Betrag\n01.01.2024;1.234,50 \xe2\x82\xac\n02.01.2024;(12,00 \xe2\x82\xac)\n", {1234.5, -12});
        row("R", "\"x\" \"y\"\n\"1\" 1.5 2.5\n\"2\" 2.5 4.5\n", {2.5, 4.5});
        row("Macintosh lines", "t,v\r1,2\r2,3\r", {2, 3});
        row("UTF-16", QByteArray("\xff\xfet\0;\0v\0\n\0001\0;\0002\0\n\0002\0;\0003\0\n\0", 24), {2, 3});
        row("an unfinished last line", "Month,Passengers\n1949-01,112\n1949-02,118\n1949", {112, 118});
    }
    void otherShapesOfTables()
    {
        QFETCH(QByteArray, text);
        QFETCH(QList<double>, values);
        QVERIFY(fileKindOf(text.toStdString()) == FileKind::Table);
        QCOMPARE(imported(text.toStdString()).series.values, std::vector<double>(values.begin(), values.end()));
    }

    void theReportIsThatOfTheContract()
    {
        const auto report = nlohmann::json::parse(reportOf(imported(tableFile(QStringLiteral("footer.csv")))));
        QVERIFY(report["kind"] == "table");
        QCOMPARE(report["columns"].size(), std::size_t(2));
        QVERIFY(report["columns"][1]["name"] == "Passengers");
        QVERIFY(report["columns"][1]["numbers"] == 3);
        QVERIFY(report["columns"][1]["gaps"] == 0);
        QVERIFY(report["column"] == "Passengers");
        QVERIFY(report["separator"] == ",");
        QVERIFY(report["decimal"] == ".");
        QVERIFY(report["encoding"] == "UTF-8");
        QVERIFY(report["header"] == true);
        QVERIFY(report["skipped_lines"] == 2);
        QCOMPARE(report["values"].size(), std::size_t(3));
        QCOMPARE(report["warnings"].size(), std::size_t(1));
    }

    void aTextIsReadByCharacters()
    {
        const std::string poem = "It was the best of times,\nit was the worst of times.\n";
        QVERIFY(fileKindOf(poem) == FileKind::Text);
        const ImportedText text = importText(poem, "dickens.txt", {}, {});
        QCOMPARE(text.symbols, static_cast<int>(poem.size()));
        QVERIFY(compute(*prepare(text.experiment), 1)->hasGradient);
        const auto report = nlohmann::json::parse(reportOf(text));
        QVERIFY(report["kind"] == "text");
        QVERIFY(report["symbols"] == text.symbols);
        QVERIFY(refusal([] { importText("a", "a", {}, {}); }).startsWith("text: "));
    }

    void longDataIsShownFromItsBeginning()
    {
        std::string text = "v\n";
        for (int i = 0; i < 3000; ++i)
            text += std::to_string(i * i % 97) + ".5\n";
        const ImportedTable table = imported(text);
        QCOMPARE(table.series.values.size(), std::size_t(3000));
        QCOMPARE(table.experiment.steps, std::optional(1000));
        QCOMPARE(table.warnings.size(), std::size_t(1));
        QCOMPARE(importTable(text, "a", {}, {}, 7).experiment.steps, std::optional(7));
    }

    void largeTablesAreReadInReasonableTime()
    {
        std::string text = "a,b,c,d,e,f,g,h,i,j,k,l,m,n,o\n";
        for (int i = 0; i < 70'000; ++i) {
            for (int j = 0; j < 15; ++j)
                text += (j == 0 ? "" : ",") + std::to_string(i * (j + 1) % 1000) + ".25";
            text += '\n';
        }
        QCOMPARE(imported(text, {.series = {.column = "c"}}).series.values.size(), std::size_t(70'000));
    }
};

UNFOLD_GUILESS_TEST(ImportDataTest)
#include "import_data_test.moc"
