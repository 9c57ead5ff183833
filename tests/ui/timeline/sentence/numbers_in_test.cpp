// The helper that the tests of sentences read numbers with.
#include "tests/support/numbers_in.h"
#include "tests/support/test_program.h"

using unfold::test::hasNumber;
using unfold::test::numbersIn;

class NumbersInTest : public QObject
{
    Q_OBJECT

private slots:
    void everyWayOfWriting()
    {
        QCOMPARE(numbersIn(QStringLiteral("by 0.80 from W and −3, then 12.")), (QList<double>{0.8, -3, 12}));
        QCOMPARE(numbersIn(QStringLiteral("3.2·10⁻⁵ or 10⁻⁶ or 2e−7")), (QList<double>{3.2e-5, 1e-6, 2e-7}));
        QCOMPARE(numbersIn(QStringLiteral("steps 1–19, h2, W_3")), (QList<double>{1, 19}));
    }

    void toTheDigitsWritten()
    {
        QVERIFY(hasNumber(QStringLiteral("is 0.77 per step"), 0.7654));
        QVERIFY(!hasNumber(QStringLiteral("is 0.77 per step"), 0.75));
        QVERIFY(hasNumber(QStringLiteral("is 0.0014"), 0.00142));
        QVERIFY(!hasNumber(QStringLiteral("is 0.0014"), 0.0018));
    }
};

UNFOLD_APPLESS_TEST(NumbersInTest)
#include "numbers_in_test.moc"
