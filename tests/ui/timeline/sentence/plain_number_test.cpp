// Numbers as they stand in a sentence.
#include "tests/support/test_program.h"
#include "ui/timeline/sentence/plain_number.h"

#include <QtTest>

#include <limits>

using namespace unfold;

class PlainNumberTest : public QObject
{
    Q_OBJECT

private slots:
    void asInASentence_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<int>("decimals");
        QTest::addColumn<QString>("text");
        const auto row = [](double value, int decimals, const char *text) {
            QTest::newRow(text) << value << decimals << QString::fromUtf8(text);
        };
        row(0.8234, 2, "0.82");
        row(0.9941, 3, "0.994");
        row(1, 2, "1.00");
        row(0.09951, 2, "0.10");
        row(0.0994, 2, "0.099");
        row(0.0034, 2, "0.0034");
        row(0.00099, 2, "9.9·10⁻⁴");
        row(1e-5, 2, "10⁻⁵");
        row(3.2e-305, 2, "3.2·10⁻³⁰⁵");
        row(12.34, 2, "12.3");
        row(99.96, 2, "100");
        row(1240, 2, "1240");
        row(1.5e17, 2, "1.5·10¹⁷");
        row(-0.5, 2, "−0.50");
        row(0, 2, "0");
        row(std::numeric_limits<double>::infinity(), 2, "infinite");
        row(std::numeric_limits<double>::quiet_NaN(), 2, "not a number");
    }

    void asInASentence()
    {
        QFETCH(double, value);
        QFETCH(int, decimals);
        QFETCH(QString, text);
        QCOMPARE(plainNumber(value, decimals), text);
    }
};

UNFOLD_GUILESS_TEST(PlainNumberTest)
#include "plain_number_test.moc"
