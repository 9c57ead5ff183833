#include "tests/support/test_program.h"
#include "ui/help/card_place.h"

#include <QTest>

using namespace unfold;

class CardPlaceTest : public QObject
{
    Q_OBJECT

private slots:
    void standsBesideAndNeverOutside_data()
    {
        QTest::addColumn<QRect>("thing");
        QTest::newRow("top left") << QRect(10, 10, 100, 50);
        QTest::newRow("top right") << QRect(880, 10, 100, 50);
        QTest::newRow("bottom left") << QRect(10, 550, 100, 40);
        QTest::newRow("bottom right") << QRect(880, 550, 100, 40);
        QTest::newRow("left column") << QRect(10, 10, 250, 580);
        QTest::newRow("right column") << QRect(740, 10, 250, 580);
        QTest::newRow("wide, at the top") << QRect(10, 10, 980, 60);
        QTest::newRow("wide, at the bottom") << QRect(10, 530, 980, 60);
    }
    void standsBesideAndNeverOutside()
    {
        QFETCH(QRect, thing);
        const QRect room(0, 0, 1000, 600);
        const QRect card = cardPlace({300, 200}, {thing}, room);
        QCOMPARE(card.size(), QSize(300, 200));
        QVERIFY(room.contains(card));
        QVERIFY(!card.intersects(thing));
    }

    void coversAsLittleOfTheOthersAsCanBe()
    {
        const QRect first(100, 100, 200, 100);
        const QRect toTheRight(310, 100, 600, 100);
        const QRect card = cardPlace({300, 200}, {first, toTheRight}, QRect(0, 0, 1000, 600));
        QVERIFY(!card.intersects(first));
        QVERIFY(!card.intersects(toTheRight));
    }

    void withNothingToStandBesideInTheMiddle()
    {
        QVERIFY((cardPlace({300, 200}, {}, QRect(0, 0, 1000, 600)).center() - QPoint(500, 300)).manhattanLength() < 4);
    }

    void whereItIsTooLargeItsBeginningIsSeen()
    {
        QCOMPARE(cardPlace({300, 900}, {QRect(10, 10, 20, 20)}, QRect(0, 0, 1000, 600)).top(), 0);
    }
};

UNFOLD_GUILESS_TEST(CardPlaceTest)
#include "card_place_test.moc"
