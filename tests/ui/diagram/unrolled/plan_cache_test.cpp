// Plans between two levels of zoom: arrows find their ways once a level, and nothing is lost by stretching.
#include "tests/support/test_program.h"
#include "tests/ui/diagram/circuits.h"
#include "ui/diagram/unrolled/plan_cache.h"

#include <QTest>

using namespace unfold;

namespace {
PlanInput inputAt(const Circuit &circuit, double pitch)
{
    return {circuit, 30, lossOf(circuit), true, pitch, 290, plainFonts(), false};
}
} // namespace

class PlanCacheTest : public QObject
{
    Q_OBJECT

private slots:
    void aLevelLiesAtOrBelowThePitch()
    {
        for (double pitch = 1; pitch < 400; pitch *= 1.037) {
            const double level = zoomLevel(pitch, 1);
            QVERIFY(level <= pitch * (1 + 1e-9) && level > pitch / 1.2);
            QCOMPARE(zoomLevel(level, 1), level);
        }
        for (const double change : {16.0, 34.0}) { // no circle changes its looks late
            QCOMPARE(zoomLevel(change, 1), change);
            QVERIFY(zoomLevel(change - 0.01, 1) < change);
        }
    }

    void aZoomRoutesOncePerLevel()
    {
        const Circuit circuit = deepCircuit();
        PlanCache plans;
        for (double pitch = 40; pitch < 80; pitch += 0.25)
            QCOMPARE(plans.planFor(inputAt(circuit, pitch)).pitch, pitch);
        QVERIFY2(plans.made() <= 6, qPrintable(QString::number(plans.made())));
        const int before = plans.made();
        for (double pitch = 80; pitch > 40; pitch -= 0.35)
            plans.planFor(inputAt(circuit, pitch));
        QVERIFY(plans.made() <= before + 1);
        plans.clear();
        QCOMPARE(plans.made(), 0);
    }

    /// An edited cell has lost the lines of its page: opened it finds its own ways, and without room it is a block.
    void aCellWithoutRoomIsABlockAtEveryPitch()
    {
        Circuit circuit = makeCircuit("lstm", {});
        circuit.drawing = {};
        PlanCache plans;
        for (double pitch = 4; pitch < 200; pitch *= 1.03) {
            PlanInput input = inputAt(circuit, pitch);
            input.opened = true;
            const UnrolledPlan plan = plans.planFor(input);
            const UnrolledPlan made = planUnrolled(input);
            QCOMPARE(plan.handDrawing.has_value(), made.handDrawing.has_value());
            QCOMPARE(plan.pitch, pitch);
            for (size_t i = 0; made.handDrawing && i < made.edges.size(); ++i)
                QCOMPARE(plan.edges[i].curve.end, made.edges[i].curve.end);
        }
    }

    void onALevelThePlanIsThePlan()
    {
        const Circuit circuit = skipCircuit();
        const double level = zoomLevel(50, 1);
        const UnrolledPlan kept = PlanCache().planFor(inputAt(circuit, level));
        const UnrolledPlan made = planUnrolled(inputAt(circuit, level));
        QCOMPARE(kept.edges.size(), made.edges.size());
        for (size_t i = 0; i < made.edges.size(); ++i) {
            QVERIFY(distance(kept.edges[i].curve.start, made.edges[i].curve.start) < 1e-9);
            QVERIFY(distance(kept.edges[i].curve.end, made.edges[i].curve.end) < 1e-9);
        }
    }

    void stretchingMovesCirclesAndKeepsTheirSize()
    {
        const Circuit circuit = makeCircuit("bidirectional", {});
        const UnrolledPlan narrow = planUnrolled(inputAt(circuit, 40));
        const UnrolledPlan wide = stretched(narrow, 46);
        for (size_t i = 0; i < narrow.nodes.size(); ++i) {
            QCOMPARE(wide.nodes[i].disc.radius, narrow.nodes[i].disc.radius);
            QVERIFY(std::abs(wide.nodes[i].disc.centre.x() - 1.15 * narrow.nodes[i].disc.centre.x()) < 1e-9);
            QCOMPARE(wide.nodes[i].disc.centre.y(), narrow.nodes[i].disc.centre.y());
        }
    }
};

UNFOLD_GUILESS_TEST(PlanCacheTest)
#include "plan_cache_test.moc"
