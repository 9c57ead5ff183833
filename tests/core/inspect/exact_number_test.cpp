#include "core/inspect/exact_number.h"
#include "tests/support/test_program.h"

#include <QTest>

#include <cmath>
#include <cstdlib>
#include <limits>

using namespace unfold;

class ExactNumberTest : public QObject
{
    Q_OBJECT

private slots:
    void itComesBack()
    {
        QCOMPARE(exactNumber(0.1), std::string("0.1"));
        QCOMPARE(exactNumber(-3), std::string("-3.0"));
        QCOMPARE(exactNumber(1e-300), std::string("1e-300"));
        QCOMPARE(exactNumber(HUGE_VAL), std::string("inf"));
        QCOMPARE(exactNumber(-HUGE_VAL), std::string("-inf"));
        QCOMPARE(exactNumber(-std::nan("")), std::string("nan"));
        for (const double value : {1.0 / 3, -2.0 / 7e5, std::numeric_limits<double>::denorm_min(), 1e22})
            QCOMPARE(std::strtod(exactNumber(value).c_str(), nullptr), value);
    }
};

UNFOLD_APPLESS_TEST(ExactNumberTest)
#include "exact_number_test.moc"
