// Where lines break, and on which height things stand.
#include "tests/support/test_program.h"
#include "ui/layout/flow.h"

#include <QtTest>

using namespace unfold;

namespace {

FlowItem item(int width, Break before, int height = 10, int axis = 5)
{
    return {QSize(width, height), axis, before};
}

} // namespace

class FlowTest : public QObject
{
    Q_OBJECT

private slots:
    void groupsStayTogether();
    void aGroupThatIsTooWideBreaksInside();
    void gluedItemsAreNeverParted();
    void allStandOnOneAxis();
    void continuedLinesAreIndented();
    void nothingTakesNoRoom();
};

void FlowTest::groupsStayTogether()
{
    const Flow f = flow({item(40, Break::Preferred), item(30, Break::Preferred), item(30, Break::Allowed)}, 100, 5, 8);
    QCOMPARE(f.places[0], QPoint(0, 0));
    QCOMPARE(f.places[1], QPoint(0, 18)); // 40 + 5 + 65 is more than 100: the whole group goes below
    QCOMPARE(f.places[2], QPoint(35, 18));
    QCOMPARE(f.height, 28);
}

void FlowTest::aGroupThatIsTooWideBreaksInside()
{
    const Flow f = flow({item(60, Break::Preferred), item(60, Break::Allowed), item(60, Break::Allowed)}, 130, 5, 0);
    QCOMPARE(f.places[1], QPoint(65, 0));
    QCOMPARE(f.places[2], QPoint(0, 10));
}

void FlowTest::gluedItemsAreNeverParted()
{
    const Flow f = flow({item(60, Break::Preferred), item(20, Break::Allowed), item(40, Break::Never)}, 100, 0, 0);
    QCOMPARE(f.places[1], QPoint(0, 10)); // an operator goes with what it stands before
    QCOMPARE(f.places[2], QPoint(20, 10));
}

void FlowTest::allStandOnOneAxis()
{
    const Flow f = flow({item(10, Break::Preferred, 40, 20), item(10, Break::Preferred, 10, 5)}, 100, 0, 0);
    QCOMPARE(f.places[0].y() + 20, f.places[1].y() + 5);
    QCOMPARE(f.height, 40);
}

void FlowTest::continuedLinesAreIndented()
{
    const Flow f = flow({item(50, Break::Preferred), item(50, Break::Preferred)}, 60, 0, 0, 12);
    QCOMPARE(f.places[1], QPoint(12, 10));
}

void FlowTest::nothingTakesNoRoom()
{
    QCOMPARE(flow({}, 100, 5, 5).height, 0);
}

UNFOLD_GUILESS_TEST(FlowTest)
#include "flow_test.moc"
