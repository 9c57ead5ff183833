// Where the table is in a file: header, rows, and what is left out.
#include "core/data/table_layout.h"

#include "core/data/csv.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace unfold;

class TableLayoutTest : public QObject
{
    Q_OBJECT

private slots:
    void layouts_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("header"); // with bars between; empty: the file has none
        QTest::addColumn<int>("rows");
        QTest::addColumn<int>("skipped");
        const auto row = [](const char *name, const char *text, const char *header, int rows, int skipped) {
            QTest::newRow(name) << QByteArray(text) << QByteArray(header) << rows << skipped;
        };
        row("plain", "t,v\n1,2\n2,3\n", "t|v", 2, 0);
        row("no header", "1,2\n2,3\n3,4\n", "", 3, 0);
        row("a number among the names", "Date,Close,50\n2020-01-01,10,20\n2020-01-02,11,21\n", "Date|Close|50", 2, 0);
        row("pandas", ",0\n0,101.5\n1,102.5\n2,103.5\n", "column 1|0", 3, 0);
        row("pandas, numbers around 0", ",0\n0,0.5\n1,-0.3\n2,0.1\n", "column 1|0", 3, 0);
        row("pandas, one column", "0\n101.5\n102.5\n103.5\n", "0", 3, 0);
        row("years", "Country,2000,2001\nFrance,60.1,61\nSpain,40,41\n", "Country|2000|2001", 2, 0);
        row("years and one country", "Country,2000,2001,2002\nFrance,60,61,59\n", "Country|2000|2001|2002", 1, 0);
        row("years as rows", "2000,5\n2001,11\n2002,16\n2003,23\n", "", 4, 0);
        row("an outlier first", "1,100\n2,3\n3,4\n4,5\n", "", 4, 0);
        row("words of a first column", "Jan,5\nFeb,6\n", "", 2, 0);
        row("comments", "# Logger\n# unit\nt,v\n1,2\n2,3\n", "t|v", 2, 2);
        row("a comment with names", "# t,v\n1,2\n2,3\n", "t|v", 2, 0);
        row("a title", "Global Means\nYear,Mean\n1880,-.17\n1881,-.09\n", "Year|Mean", 2, 1);
        row("a title in quotes with a comma", "\"Means, global\",\nYear,Mean\n1880,1\n1881,2\n", "Year|Mean", 2, 1);
        row("units", "time,volt\n(s),(V)\n0,1\n1,2\n", "time|volt", 2, 1);
        row("three lines of header", "Price,Close\nTicker,AAPL\nDate,\n2024-01-02,185\n2024-01-03,184\n", "Price|Close",
            2, 2);
        row("blank lines", "t,v\n\n1,2\n\n2,3\n\n", "t|v", 2, 3);
        row("a text at the end", "t,v\n1,2\n2,3\nSource: somebody\n", "t|v", 2, 1);
        row("an incomplete line at the end", "t,v\n1,2\n2,3\n3\n", "t|v", 2, 1);
        row("a total", "t,v\n1,2\n2,3\nTotal,5\n", "t|v", 2, 1);
        row("a delimiter at the end", "a;b\n1;2;\n3;4;\n", "a|b", 2, 0);
        row("a delimiter at every end", "a;b;\n1;2;\n3;4;\n", "a|b", 2, 0);
        row("bars around", "| a | b |\n|---|---|\n| 1 | 2 |\n| 2 | 5 |\n", "a|b", 2, 1);
        row("names of rows without a name", "x,y\nr1,1,2\nr2,2,3\n", "column 1|x|y", 2, 0);
        row("the header again", "t,v\n1,2\nt,v\n2,3\n", "t|v", 2, 1);
        row("a gap in the first row", "t,v\n2020-01-01,NA\n2020-01-02,3\n2020-01-03,4\n", "t|v", 3, 0);
        row("sep=", "sep=;\nt;v\n1;2\n2;3\n", "t|v", 2, 1);
        row("one column below a name", "A\n12,5\n13,5\n", "A", 2, 0);
        row("one column with thousands", "price\n$1,200\n$950\n$3,100\n", "price", 3, 0);
        row("one column, some whole", "12,5\n13\n14,25\n", "", 3, 0);
    }
    void layouts()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, header);
        const CsvTable table = parseCsv(text.toStdString());
        QCOMPARE(table.named, !header.isEmpty());
        QByteArrayList names;
        for (const std::string &name : table.header)
            names << QByteArray::fromStdString(name);
        if (!header.isEmpty())
            QCOMPARE(names.join('|'), header);
        QTEST(static_cast<int>(table.rows.size()), "rows");
        QTEST(table.skippedLines, "skipped");
        QVERIFY(table.skippedLines == 0 || !table.warnings.empty());
    }

    void aPersonDecides()
    {
        TableOptions options;
        options.header = false;
        QCOMPARE(parseCsv(",0\n0,101.5\n1,102.5\n2,103.5\n", options).rows.size(), std::size_t(4));
        options.header = true;
        QCOMPARE(parseCsv("5,6\n6,7\n7,8\n", options).header.front(), std::string("5"));
        options = {};
        options.firstLine = 3;
        const CsvTable table = parseCsv("t,v\n1,2\n2,3\n3,4\n", options);
        QCOMPARE(table.rows.size(), std::size_t(2));
        QCOMPARE(table.lines.front(), 3);
        options = {};
        options.separator = ',';
        QCOMPARE(parseCsv("1,5\n2,25\n", options).header.size(), std::size_t(2));
        options = {};
        options.decimal = ',';
        QCOMPARE(numbersOf(parseCsv("1,5\n2,25\n", options), 0), (std::vector<double>{1.5, 2.25}));
        QCOMPARE(numbersOf(parseCsv("t,v\n1,\"2,5\"\n2,\"3,5\"\n", options), 1), (std::vector<double>{2.5, 3.5}));
    }

    /// What is a guess is said, with the option that decides otherwise.
    void guessesAreSaid()
    {
        for (const char *text : {",0\n0,101.5\n1,102.5\n2,103.5\n", "1,5\n2,25\n3,75\n", "A\n12,5\n13,5\n"}) {
            const CsvTable table = parseCsv(text);
            QCOMPARE(table.warnings.size(), std::size_t(1));
            QVERIFY2(table.warnings.front().option.starts_with("--"), text);
        }
        QVERIFY(parseCsv("t,v\n1,2\n2,3\n").warnings.empty());
    }
};

UNFOLD_GUILESS_TEST(TableLayoutTest)
#include "table_layout_test.moc"
