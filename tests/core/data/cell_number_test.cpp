// Numbers as people write them.
#include "core/data/cell_number.h"

#include "tests/support/test_program.h"

#include <QTest>

using namespace unfold;

class CellNumberTest : public QObject
{
    Q_OBJECT

private slots:
    void whatAPersonUnderstands_data()
    {
        QTest::addColumn<QByteArray>("cell");
        QTest::addColumn<double>("value");
        const auto row = [](const char *cell, double value) { QTest::newRow(cell) << QByteArray(cell) << value; };
        row("1.5", 1.5);
        row(" 1.5 ", 1.5);
        row("1,5", 1.5);
        row(".5", 0.5);
        row("5.", 5);
        row("+3", 3);
        row("-3e-2", -0.03);
        row("1.5E+03", 1500);
        row("1,234.5", 1234.5);
        row("1.234,5", 1234.5);
        row("1,234,567", 1234567);
        row("1.234.567", 1234567);
        row("1 234,5", 1234.5);
        row("1\xc2\xa0"
            "234",
            1234); // no-break space
        row("1\xe2\x80\xaf"
            "234",
            1234); // narrow no-break space
        row("1'234.5", 1234.5);
        row("1\xe2\x80\x99"
            "234.5",
            1234.5); // ’
        row("\xe2\x88\x92"
            "0.17",
            -0.17); // U+2212
        row("(12.5)", -12.5);
        row("($1,200)", -1200);
        row("12.5-", -12.5);
        row("2.5 %", 2.5);
        row("2.5%", 2.5);
        row("-0.5%", -0.5);
        row("$1,234.50", 1234.5);
        row("$ -5", -5);
        row("-$5", -5);
        row("5 \xe2\x82\xac", 5);
        row("\xc2\xa3"
            "7",
            7);
        row("EUR 7", 7);
        row("1.23M", 1.23e6);
        row("12K", 12e3);
        row("1.1 B", 1.1e9);
        row("0.001", 0.001);
        row("007", 7);
    }
    void whatAPersonUnderstands()
    {
        QFETCH(QByteArray, cell);
        const auto number = numberIn(cell.toStdString());
        QVERIFY(number.has_value());
        QTEST(*number, "value");
    }

    void whatIsNotANumber_data()
    {
        QTest::addColumn<QByteArray>("cell");
        for (const char *cell : {"", "-", "x", "5 kg", "1.2.3", "16.12.2006", "2006-12-16", "17:24", "1e999", "inf",
                 "nan", "1,23,456.7.8", "K", "%", "1e5K", "0x10", "1/2", "2000 1", "--5", "()", "e5", "1.5e"})
            QTest::newRow(cell) << QByteArray(cell);
        QTest::newRow("long") << QByteArray(200, '1');
    }
    void whatIsNotANumber()
    {
        QFETCH(QByteArray, cell);
        QVERIFY(!numberIn(cell.toStdString()));
    }

    void theFormatOfTheColumnDecides()
    {
        QCOMPARE(numberIn("1,020", {'.', ','}), std::optional(1020.0));
        QCOMPARE(numberIn("1,020", {',', '.'}), std::optional(1.02));
        QCOMPARE(numberIn("1.020", {',', '.'}), std::optional(1020.0));
        QVERIFY(!numberIn("1,5", {'.', ','})); // not a group of three
    }

    void formats_data()
    {
        QTest::addColumn<QList<QByteArray>>("cells");
        QTest::addColumn<char>("decimal");
        QTest::addColumn<char>("ambiguous");
        const auto row = [](const char *name, const QList<QByteArray> &cells, char decimal, char ambiguous) {
            QTest::newRow(name) << cells << decimal << ambiguous;
        };
        row("whole", {"1", "2"}, '\0', '\0');
        row("points", {"1.5", "2.25"}, '.', '\0');
        row("commas", {"1,5", "2,250"}, ',', '\0');
        row("both marks", {"1,234.5", "2"}, '.', '\0');
        row("the other way round", {"1.234,5", "2"}, ',', '\0');
        row("a mark twice", {"1,234,567", "2,345"}, '.', '\0');
        row("a zero in front", {"0,123", "1,234"}, ',', '\0');
        row("close as thousands", {"950", "1,020", "1,100", "990"}, '.', ',');
        row("close as decimals", {"2", "1.125", "3"}, '.', '.');
        row("always three digits", {"1.234", "5.678"}, '.', '.');
        row("a point as a gap", {"1,5", ".", "2,5"}, ',', '\0');
        row("each its own", {"1.5", "2,5"}, '\0', '\0');
    }
    void formats()
    {
        QFETCH(QList<QByteArray>, cells);
        std::vector<std::string_view> views;
        for (const QByteArray &cell : cells)
            views.emplace_back(cell.constData(), static_cast<std::size_t>(cell.size()));
        const GuessedFormat guessed = formatOf(views, {}, '\0');
        QTEST(guessed.format.decimal, "decimal");
        QTEST(guessed.ambiguous, "ambiguous");
    }

    void gaps()
    {
        for (const char *cell :
            {"", " ", "NA", "N/A", "n/a", "NaN", "null", "NULL", "?", "-", "***", "#N/A", ".", "--"})
            QVERIFY2(isGap(cell), cell);
        for (const char *cell : {"0", "x", "-1", "north", "?1"})
            QVERIFY2(!isGap(cell), cell);
    }
};

UNFOLD_GUILESS_TEST(CellNumberTest)
#include "cell_number_test.moc"
