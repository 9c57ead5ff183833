// A refused loop is known arrow by arrow.
#include "core/circuit/loop_error.h"
#include "core/circuit/order.h"
#include "tests/core/circuit/small_circuits.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace unfold;

namespace {

LoopError refused(const Circuit &circuit)
{
    try {
        orderInTime(circuit);
    } catch (const LoopError &error) {
        return error;
    }
    throw std::runtime_error("accepted");
}

} // namespace

class LoopErrorTest : public QObject
{
    Q_OBJECT

private slots:
    void itselfAtTheSameStep()
    {
        const Circuit circuit{"", {state("h", {reads("h", 1), reads("h")})}};
        const LoopError error = refused(circuit);
        QCOMPARE(error.kind, LoopError::Kind::WithoutDelay);
        QCOMPARE(error.arrows, (std::vector<LoopArrow>{{0, 0, 1, false, 0}}));
    }

    void twoNodes()
    {
        const Circuit circuit{"", {state("h", {reads("h", 1), reads("o")}), state("o", {reads("h")})}};
        const LoopError error = refused(circuit);
        QCOMPARE(error.arrows, (std::vector<LoopArrow>{{0, 1, 0, false, 0}, {1, 0, 1, false, 0}}));
    }

    void threeNodesAndAGate()
    {
        const Circuit circuit{"",
            {inputNode("x"), state("a", {gatedBy("c", reads("x"))}), state("b", {reads("a")}),
                state("c", {reads("b")})}};
        const LoopError error = refused(circuit);
        QCOMPARE(error.arrows.size(), size_t(3));
        QCOMPARE(error.arrows.back(), (LoopArrow{3, 1, 0, true, 0}));
    }

    void throughPastAndFuture()
    {
        const Circuit circuit{"", {state("h", {reads("g", 2)}), state("g", {reads("h", -1)})}};
        const LoopError error = refused(circuit);
        QCOMPARE(error.kind, LoopError::Kind::PastAndFuture);
        QCOMPARE(error.arrows, (std::vector<LoopArrow>{{1, 0, 0, false, 2}, {0, 1, 0, false, -1}}));
    }

    void arrowsFollowEachOtherAndClose()
    {
        const Circuit circuit{
            "", {state("h", {reads("k", 2)}), state("g", {reads("h", -1)}), state("k", {reads("g")})}};
        const std::vector<LoopArrow> arrows = refused(circuit).arrows;
        for (size_t i = 0; i < arrows.size(); ++i)
            QCOMPARE(arrows[i].to, arrows[(i + 1) % arrows.size()].from);
    }
};

UNFOLD_GUILESS_TEST(LoopErrorTest)
#include "loop_error_test.moc"
