// The measures themselves, against published values.
#include "tests/support/test_program.h"
#include "tests/ui/support/colour_science.h"

#include <QTest>

#include <cmath>

using namespace unfold::test;

class ColourScienceTest : public QObject
{
    Q_OBJECT

private slots:
    void contrastOfBlackOnWhiteIsTwentyOne()
    {
        QVERIFY(std::abs(contrast(Qt::black, Qt::white) - 21) < 1e-9);
        QVERIFY(std::abs(contrast(Qt::white, QColor(0x767676)) - 4.54) < 0.005); // the grey that WCAG is known for
    }

    /// Rows of table 1 of Sharma, Wu and Dalal 2005.
    void differenceAgreesWithItsAuthors_data()
    {
        QTest::addColumn<QList<double>>("pair");
        QTest::addColumn<double>("expected");
        QTest::newRow("1") << QList<double>{50, 2.6772, -79.7751, 50, 0, -82.7485} << 2.0425;
        QTest::newRow("7") << QList<double>{50, 0, 0, 50, -1, 2} << 2.3669;
        QTest::newRow("17") << QList<double>{50, 2.5, 0, 73, 25, -18} << 27.1492;
        QTest::newRow("25") << QList<double>{60.2574, -34.0099, 36.2677, 60.4626, -34.1751, 39.4387} << 1.2644;
        QTest::newRow("31") << QList<double>{22.7233, 20.0904, -46.6940, 23.0331, 14.9730, -42.5619} << 2.0373;
        QTest::newRow("34") << QList<double>{2.0776, 0.0795, -1.1350, 0.9033, -0.0636, -0.5514} << 0.9082;
    }

    void differenceAgreesWithItsAuthors()
    {
        QFETCH(QList<double>, pair);
        QFETCH(double, expected);
        const double measured = difference(Lab{pair[0], pair[1], pair[2]}, Lab{pair[3], pair[4], pair[5]});
        QVERIFY2(std::abs(measured - expected) < 1e-4, qPrintable(QString::number(measured, 'f', 5)));
    }

    void lightnessRunsFromBlackToWhite()
    {
        QVERIFY(std::abs(labOf(Qt::black).lightness) < 1e-6);
        QVERIFY(std::abs(labOf(Qt::white).lightness - 100) < 1e-4);
        QVERIFY(std::abs(labOf(QColor(0x777777)).lightness - 50.03) < 0.02);
    }

    void colourBlindPeopleSeeGreyAsGreyAndConfuseRedWithGreen()
    {
        const QColor red(0xc83c3c);
        const QColor green(0x6e6e00);
        for (Sight sight : {Sight::Deuteranopia, Sight::Protanopia}) {
            QVERIFY(difference(seenBy(sight, QColor(0x808080)), QColor(0x808080)) < 0.5);
            QVERIFY(difference(seenBy(sight, red), seenBy(sight, green)) < 0.5 * difference(red, green));
        }
    }
};

UNFOLD_APPLESS_TEST(ColourScienceTest)
#include "colour_science_test.moc"
