// Tables with the newest row on top.
#include "core/data/falling_dates.h"

#include "tests/support/test_program.h"

#include <QTest>

using namespace unfold;

class FallingDatesTest : public QObject
{
    Q_OBJECT

private slots:
    void dates_data()
    {
        QTest::addColumn<QByteArray>("cells"); // with bars between
        QTest::addColumn<bool>("fall");
        const auto row = [](const char *cells, bool fall) { QTest::newRow(cells) << QByteArray(cells) << fall; };
        row("2024-01-03|2024-01-02|2024-01-01", true);
        row("2024-01-01|2024-01-02", false);
        row("03.01.2024|02.01.2024|31.12.2023", true);
        row("31.12.2023|01.01.2024", false);
        row("01/31/2024|01/30/2024", true);
        row("Jan 31, 2024|Jan 30, 2024|Dec 29, 2023", true);
        row("31 Jan 2024|01 Feb 2024", false);
        row("2024-02|2024-01", true);
        row("2003|2002|2001", true);
        row("2001|2002", false);
        row("20240102|20240101", true);
        row("2024-01-01 10:00|2024-01-01 09:00", true);
        row("2024-01-02|2024-01-01|2024-01-03", false);
        row("2024-01-01|2024-01-01", false);
        row("b|a", false);
        row("30|20|10", false); // numbers, not years
    }
    void dates()
    {
        QFETCH(QByteArray, cells);
        std::vector<std::string> list;
        for (const QByteArray &cell : cells.split('|'))
            list.push_back(cell.toStdString());
        QTEST(datesFall(list), "fall");
    }
};

UNFOLD_GUILESS_TEST(FallingDatesTest)
#include "falling_dates_test.moc"
