// Tables as people save them, and what is said about broken ones.
#include "core/circuit/input_error.h"
#include "core/data/csv.h"
#include "tests/support/test_program.h"

#include <QtTest>

#include <fstream>
#include <sstream>

using namespace unfold;

namespace {

using Cells = std::vector<std::string>;

QString refusal(const std::function<void()> &act)
{
    try {
        act();
    } catch (const InputError &error) {
        return QString::fromStdString(error.what());
    }
    return "accepted";
}

} // namespace

class CsvTest : public QObject
{
    Q_OBJECT

private slots:
    void aPlainTable();
    void aTableWithoutHeader();
    void quotes();
    void separators_data();
    void separators();
    void decimalCommas();
    void lineEndsAndMarks();
    void headerNames();
    void numericColumnsAreFound();
    void numbersOfEveryForm();
    void shippedSeriesAreRead_data();
    void shippedSeriesAreRead();
    void brokenTables_data();
    void brokenTables();
    void tablesBeyondReasonAreRefusedAtOnce_data();
    void tablesBeyondReasonAreRefusedAtOnce();
    void aLongCellIsQuotedInShort();
    void brokenNumbers_data();
    void brokenNumbers();
};

void CsvTest::aPlainTable()
{
    const CsvTable table = parseCsv("year,sunspots\n1700,5\n1701,11\n");
    QCOMPARE(table.header, (Cells{"year", "sunspots"}));
    QCOMPARE(table.rows.size(), 2U);
    QCOMPARE(table.rows[1], (Cells{"1701", "11"}));
    QCOMPARE(table.lines, (std::vector<int>{2, 3}));
    QCOMPARE(numbersOf(table, 1), (std::vector<double>{5, 11}));
    QCOMPARE(labelsOf(table, 0), (Cells{"1700", "1701"}));
}

void CsvTest::aTableWithoutHeader()
{
    const CsvTable table = parseCsv("Jan,5\nFeb,6");
    QCOMPARE(table.header, (Cells{"column 1", "column 2"}));
    QCOMPARE(numbersOf(table, 1), (std::vector<double>{5, 6}));
    QCOMPARE(parseCsv("1\n2\n3\n").rows.size(), 3U);
}

void CsvTest::quotes()
{
    const CsvTable table = parseCsv("name,v\n\"a, \"\"b\"\"\nc\",1\n\"\",2\n\"3\",3\n");
    QCOMPARE(table.rows[0], (Cells{"a, \"b\"\nc", "1"}));
    QCOMPARE(table.rows[1], (Cells{"", "2"}));
    QCOMPARE(table.lines, (std::vector<int>{2, 4, 5})); // the first row takes two lines
    QCOMPARE(
        parseCsv("a \"b\",v\nc,1\n").header[0], std::string("a \"b\"")); // not at the beginning: an ordinary character
}

void CsvTest::separators_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<char>("separator");
    QTest::newRow("comma") << "a,b\n1,2\n" << ',';
    QTest::newRow("semicolon") << "a;b\n1;2\n" << ';';
    QTest::newRow("tab") << "a\tb\n1\t2\n" << '\t';
    QTest::newRow("semicolon, decimal commas") << "1,5;2,5\n3,5;4,5\n" << ';';
    QTest::newRow("comma, semicolon in the header") << "year,mean; adjusted\n1,2\n3,4\n" << ',';
    QTest::newRow("comma, semicolons in quotes") << "\"a;b\",c\n\"x;y\",1\n" << ',';
    QTest::newRow("one column") << "v\n1\n2\n" << '\0';
    QTest::newRow("bars") << "a|b\n1|2\n" << '|';
    QTest::newRow("blanks") << "1 2\n  3    4\n" << ' ';
    QTest::newRow("blanks, decimal commas") << "2000 1,5\n2001 2,5\n" << ' ';
    QTest::newRow("blanks in dates") << "2006-12-16 17:24:00,4.2\n2006-12-16 17:25:00,4.3\n" << ',';
}

void CsvTest::separators()
{
    QFETCH(QString, text);
    QFETCH(char, separator);
    QCOMPARE(parseCsv(text.toStdString()).separator, separator);
}

void CsvTest::decimalCommas()
{
    QCOMPARE(numbersOf(parseCsv("t;v\n1;2,5\n2;-0,25\n3;1.5\n"), 1), (std::vector<double>{2.5, -0.25, 1.5}));
    QCOMPARE(numbersOf(parseCsv("t;v\n1;1.234,5\n2;2.000,5\n"), 1), (std::vector<double>{1234.5, 2000.5}));
    QCOMPARE(numbersOf(parseCsv("t\tv\n1\t2,5\n2\t3,5\n"), 1), (std::vector<double>{2.5, 3.5}));
}

void CsvTest::lineEndsAndMarks()
{
    QCOMPARE(numbersOf(parseCsv("\xef\xbb\xbfv\r\n1\r\n2\r\n\r\n\r\n"), 0), (std::vector<double>{1, 2}));
    QCOMPARE(parseCsv("\xef\xbb\xbfv\r\n1\r\n").header[0], std::string("v"));
    QCOMPARE(numbersOf(parseCsv("v\r1\r2"), 0), (std::vector<double>{1, 2}));
}

void CsvTest::headerNames()
{
    QCOMPARE(parseCsv(" year , ,v\n1,2,3\n").header, (Cells{"year", "column 2", "v"}));
}

void CsvTest::numericColumnsAreFound()
{
    QCOMPARE(numericColumns(parseCsv("month,a,b\n1949-01,1,x\n1949-02,2,3\n")), (std::vector<int>{1}));
    QVERIFY(numericColumns(parseCsv("a,b\nx,y\n")).empty());
}

void CsvTest::numbersOfEveryForm()
{
    QCOMPARE(numbersOf(parseCsv("v\n 1 \n+2.5\n-3e-2\n.5\n0\n"), 0), (std::vector<double>{1, 2.5, -0.03, 0.5, 0}));
}

void CsvTest::shippedSeriesAreRead_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("count");
    QTest::addColumn<double>("first");
    QTest::newRow("sunspots") << "sunspots-yearly.csv" << 289 << 5.0;
    QTest::newRow("passengers") << "air-passengers-monthly.csv" << 144 << 112.0;
    QTest::newRow("co2") << "mauna-loa-co2-monthly.csv" << 468 << 315.42;
    QTest::newRow("temperature") << "nottingham-temperature-monthly.csv" << 240 << 40.6;
    QTest::newRow("lynx") << "canadian-lynx-yearly.csv" << 114 << 269.0;
}

void CsvTest::shippedSeriesAreRead()
{
    QFETCH(QString, file);
    QFETCH(int, count);
    QFETCH(double, first);
    std::ifstream stream(std::string(UNFOLD_SOURCE_DIR "/resources/data/") + file.toStdString());
    std::stringstream text;
    text << stream.rdbuf();
    const std::vector<double> numbers = numbersOf(parseCsv(text.str()), 1);
    QCOMPARE(static_cast<int>(numbers.size()), count);
    QCOMPARE(numbers.front(), first);
}

void CsvTest::brokenTables_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("message");
    const QString empty
        = "line 1: the file is empty; expected a row of numbers for each step, with a header or without";
    QTest::newRow("empty") << QByteArray("") << empty;
    QTest::newRow("blank lines") << QByteArray("\r\n\n") << empty;
    QTest::newRow("header only") << QByteArray("year,v\n")
                                 << "line 2: there is no row below the header; expected a row of numbers for each step";
    QTest::newRow("long row") << QByteArray("a,b\n1,2\n3,4,5\n6,7\n")
                              << "line 3: the line has 3 cells; expected 2 cells, as in the other lines";
    QTest::newRow("unclosed quote")
        << QByteArray("a,b\n1,2\n\"3,4\n5,6\n")
        << "line 3: a quotation mark is opened and never closed; expected a second \" at the end of the cell";
    QTest::newRow("text after a quote")
        << QByteArray("a,b\n\"1\"x,2\n")
        << "line 2: there is text after the closing quotation mark of a cell; expected the "
           "separator ',' or the end of the line; "
           "a \" inside a quoted cell is written twice";
}

void CsvTest::brokenTables()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, message);
    QCOMPARE(refusal([&] { parseCsv(text.toStdString()); }), message);
}

void CsvTest::tablesBeyondReasonAreRefusedAtOnce_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("message");
    const QString wide = "line 1: the line has more than 1000 cells; expected a table of fewer columns";
    const QString large = "the file is larger than 50 MB; expected a table of at most some thousand rows";
    QTest::newRow("a million columns, by comma") << QByteArray("1,").repeated(1000000) << wide;
    QTest::newRow("a million columns, by tab") << QByteArray("1\t").repeated(1000000) << wide;
    QTest::newRow("a million columns, by semicolon") << QByteArray("1,5;").repeated(1000000) << wide;
    QTest::newRow("200 MB on one line") << QByteArray(200'000'000, '1') << large;
    QTest::newRow("200 MB of commas") << QByteArray(200'000'000, ',') << large;
    QTest::newRow("two million rows")
        << QByteArray("1\n").repeated(4000000)
        << "line 3000002: the table has more than 3000000 cells up to here; expected a table of fewer rows or columns";
    const QString longCell
        = "a cell is longer than 1000 bytes; perhaps a quotation mark is never closed, or something "
          "other than tab, ; | , or blanks separates the cells; expected short cells: a number, a date, a name";
    QTest::newRow("a line without separators") << QByteArray(10'000'000, '1') << "line 1: " + longCell;
    QTest::newRow("a quotation mark that is never closed")
        << "a,b\n\"" + QByteArray("1,2\n").repeated(1000) << "line 2: " + longCell;
}

void CsvTest::tablesBeyondReasonAreRefusedAtOnce()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, message);
    const std::string table = text.toStdString();
    QCOMPARE(refusal([&] { parseCsv(table); }), message);
}

void CsvTest::aLongCellIsQuotedInShort()
{
    const CsvTable table = parseCsv("a,b\n1,2\n1," + std::string(39, 'x') + "é" + std::string(100, 'x') + "\n");
    QCOMPARE(refusal([&] { numbersOf(table, 1); }),
        "line 3, column b: \"" + QString(39, u'x') + "…\" is not a finite number; expected a number such as 1.5");
}

void CsvTest::brokenNumbers_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("message");
    QTest::newRow("text") << "month,passengers\n1,112\n2,n/a\n"
                          << "line 3, column passengers: \"n/a\" is a gap; expected a number such as 1.5";
    QTest::newRow("empty cell") << "month,passengers\n1,112\n2,\n"
                                << "line 3, column passengers: the cell is empty; expected a number such as 1.5";
    QTest::newRow("no header") << "1,112\n2,x\n"
                               << "line 2, column 2: \"x\" is not a finite number; expected a number such as 1.5";
    QTest::newRow("infinity") << "m,v\n1,inf\n"
                              << "line 2, column v: \"inf\" is not a finite number; expected a number such as 1.5";
    QTest::newRow("not a number") << "m,v\n1,nan\n"
                                  << "line 2, column v: \"nan\" is a gap; expected a number such as 1.5";
    QTest::newRow("too large") << "m,v\n1,1e999\n"
                               << "line 2, column v: \"1e999\" is not a finite number; expected a number such as 1.5";
    QTest::newRow("unit") << "m,v\n1,5 kg\n"
                          << "line 2, column v: \"5 kg\" is not a finite number; expected a number such as 1.5";
    QTest::newRow("semicolons") << "m;v\n1;a\n"
                                << "line 2, column v: \"a\" is not a finite number; expected a number such as 1.5";
}

void CsvTest::brokenNumbers()
{
    QFETCH(QString, text);
    QFETCH(QString, message);
    QCOMPARE(refusal([&] { numbersOf(parseCsv(text.toStdString()), 1); }), message);
}

UNFOLD_GUILESS_TEST(CsvTest)
#include "csv_test.moc"
