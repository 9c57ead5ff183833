// The colour scales of several states, alone and beside another heat map.
#include "core/circuit/catalogue.h"
#include "core/run/compute.h"
#include "tests/support/experiments.h"
#include "tests/support/test_program.h"
#include "ui/timeline/heat_map/heat_map_scales.h"

#include <QTest>

using namespace unfold;

namespace {

struct Shown {
    std::shared_ptr<const Trace> trace;
    std::vector<StateTrack> tracks;
    Scales scales;
    int plotted = -1;

    explicit Shown(const std::string &page, const std::string &node)
        : trace(compute(*prepare(test::pageOver8(page)), 1))
        , plotted(trace->circuit().indexOf(node))
    {
        tracks = shownStates(trace->circuit(), trace->steps(), plotted);
        scales = scalesOf(*trace, tracks, false);
    }
    ScaledStates states() const { return {trace->circuit(), tracks, scales, plotted}; }
    int node(const char *name) const { return trace->circuit().indexOf(name); }
};

} // namespace

class HeatMapScalesTest : public QObject
{
    Q_OBJECT

private slots:
    void boundedStatesReachFromMinusOneToOne()
    {
        const Shown shown("encoder-decoder", "h");
        QCOMPARE(shown.scales.at(shown.node("h")), 1.0);
        QCOMPARE(shown.scales.at(shown.node("s")), 1.0);
    }

    void aCellStateHasAScaleOfItsOwn()
    {
        const Shown shown("lstm", "s");
        const NodeTrace &cell = shown.trace->nodes[size_t(shown.node("s"))];
        const double largest = cell.over(cell.value, cell.span).cwiseAbs().maxCoeff();
        QVERIFY(shown.scales.at(shown.node("s")) >= largest);
        QVERIFY(shown.scales.at(shown.node("s")) < 5 * largest);
    }

    void statesOfOneNameShareTheWiderScale()
    {
        const Shown rnn("elman", "h");
        Shown lstm("lstm", "s");
        lstm.scales[lstm.node("s")] = 20;
        lstm.scales[lstm.node("h")] = 0.5;
        QCOMPARE(sharedScales(lstm.states(), rnn.states()).at(lstm.node("h")), 1.0);
        QCOMPARE(sharedScales(lstm.states(), rnn.states()).at(lstm.node("s")), 20.0);
        QCOMPARE(sharedScales(rnn.states(), lstm.states()).at(rnn.node("h")), 1.0); // not the cell's 20
    }

    void withoutACommonNameThePlottedStatesBelongTogether()
    {
        const Shown rnn("elman", "h");
        Shown system("autonomous", "s");
        system.scales[system.node("s")] = 5;
        QCOMPARE(sharedScales(rnn.states(), system.states()).at(rnn.node("h")), 5.0);
        QCOMPARE(sharedScales(system.states(), rnn.states()).at(system.node("s")), 5.0);
    }
};

UNFOLD_GUILESS_TEST(HeatMapScalesTest)
#include "heat_map_scales_test.moc"
