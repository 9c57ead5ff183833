// Which column of a table is read, and what becomes of its gaps.
#include "core/data/column_series.h"

#include "tests/support/test_program.h"

#include <QTest>

using namespace unfold;

namespace {

using Numbers = std::vector<double>;

QByteArray refusalOf(const char *text, const SeriesOptions &options)
{
    try {
        seriesOf(parseCsv(text), options);
        return "accepted";
    } catch (const InputError &error) {
        return error.what();
    }
}

} // namespace

class ColumnSeriesTest : public QObject
{
    Q_OBJECT

private slots:
    void theLastColumnThatVariesIsRead()
    {
        const ColumnSeries series = seriesOf(parseCsv("year,value,flag,note\n2000,5,1,a\n2001,6,1,b\n"), {});
        QCOMPARE(series.values, (Numbers{5, 6}));
        QCOMPARE(series.labels, (std::vector<std::string>{"2000", "2001"}));
        QVERIFY(series.warnings.empty());
    }

    void columnsByNameAndNumber()
    {
        const char *text = "Date,Open,2\n1,10,20\n2,11,21\n";
        const auto read = [&](const char *column) { return seriesOf(parseCsv(text), {.column = column}).values; };
        QCOMPARE(read("Open"), (Numbers{10, 11}));
        QCOMPARE(read("open"), (Numbers{10, 11}));
        QCOMPARE(read("2"), (Numbers{20, 21})); // a name first
        QCOMPARE(read("1"), (Numbers{1, 2}));
        QVERIFY(refusalOf(text, {.column = "Close"}).contains("one of Date, Open, 2"));
        QVERIFY(refusalOf(text, {.column = "4"}).startsWith("there is no column"));
        QVERIFY(refusalOf("a,b\nx,y\n", {}).startsWith("no column is a series"));
    }

    void gaps_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("gaps");
        QTest::addColumn<QList<double>>("values");
        const QByteArray text = "t,v\n1,2\n2,\n3,4\n4,5\n";
        const QByteArray ends = "t,v\n1,NA\n2,2\n3,NA\n4,NA\n5,8\n6,NA\n";
        const auto row = [](const char *name, const QByteArray &table, Gaps gaps, const QList<double> &values) {
            QTest::newRow(name) << table << int(gaps) << values;
        };
        row("skip", text, Gaps::Skip, {2, 4, 5});
        row("carry", text, Gaps::Carry, {2, 2, 4, 5});
        row("interpolate", text, Gaps::Interpolate, {2, 3, 4, 5});
        row("skip at the ends", ends, Gaps::Skip, {2, 8});
        row("carry at the ends", ends, Gaps::Carry, {2, 2, 2, 8, 8});
        row("interpolate at the ends", ends, Gaps::Interpolate, {2, 4, 6, 8});
    }
    void gaps()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, gaps);
        QFETCH(QList<double>, values);
        const ColumnSeries series = seriesOf(parseCsv(text.toStdString()), {.column = "v", .gaps = Gaps(gaps)});
        QCOMPARE(series.values, Numbers(values.begin(), values.end()));
        QCOMPARE(series.labels.size(), series.values.size());
    }

    void aGapStopsTheReading()
    {
        const QByteArray said = refusalOf("t,v\n1,2\n2,\n3,4\n4,5\n", {});
        QVERIFY2(said.startsWith("line 3, column v: the cell is empty; "), said.constData());
        for (const char *choice : {"skip", "carry", "interpolate"})
            QVERIFY2(said.contains(choice), choice);
        QVERIFY(
            refusalOf("t,v\n1,2\n2,x\n3,4\n", {.column = "v", .gaps = Gaps::Skip}).startsWith("line 3, column v: "));
    }

    void rowsAndOrder()
    {
        const CsvTable table = parseCsv("t,v\n1,10\n2,20\n3,30\n4,40\n");
        QCOMPARE(seriesOf(table, {.reverse = true}).values, (Numbers{40, 30, 20, 10}));
        QCOMPARE(seriesOf(table, {.reverse = true}).labels.front(), std::string("4"));
        QCOMPARE(seriesOf(table, {.from = 2, .to = 3}).values, (Numbers{20, 30}));
        QCOMPARE(seriesOf(table, {.from = 3, .to = 99}).values, (Numbers{30, 40}));
        QVERIFY(refusalOf("v\n1\n2\n", {.from = 3}).startsWith("there are no rows"));
        QVERIFY(refusalOf("v\n1\n2\n", {.from = 2, .to = 1}).startsWith("there are no rows"));
    }

    void whatIsDoubtfulIsSaid_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("option");
        QTest::newRow("thousands") << QByteArray("Year;Value\n2000;950\n2001;1,020\n2002;1,100\n")
                                   << QByteArray("--decimal ,");
        QTest::newRow("decimals") << QByteArray("t;v\n1;1.234\n2;5.678\n") << QByteArray("--thousands .");
        QTest::newRow("newest first") << QByteArray("d,v\n2024-01-02,1\n2024-01-01,2\n") << QByteArray("--reverse");
        QTest::newRow("a column with a word")
            << QByteArray("t,u,v\n1,1,2\n2,3,x\n3,4,5\n4,6,7\n5,1,2\n6,3,3\n7,8,9\n8,1,1\n") << QByteArray("--column");
        QTest::newRow("-999") << QByteArray("t,v\n1,1.5\n2,-999\n3,2.5\n") << QByteArray("");
    }
    void whatIsDoubtfulIsSaid()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, option);
        const ColumnSeries series = seriesOf(parseCsv(text.toStdString()), {});
        QCOMPARE(series.warnings.size(), std::size_t(1));
        QVERIFY2(series.warnings[0].option.starts_with(option.toStdString()), series.warnings[0].inWords().c_str());
    }
};

UNFOLD_GUILESS_TEST(ColumnSeriesTest)
#include "column_series_test.moc"
