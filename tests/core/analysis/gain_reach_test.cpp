// How far the gradient reaches over the gains, against one unit that can be reckoned by hand.
#include "core/analysis/gain_reach.h"

#include "core/analysis/gradient_report.h"
#include "tests/core/analysis/support.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace unfold;
using namespace unfold::test;

namespace {

/// One linear unit h = W h(t − 1), W = 1 at gain 1, loss ½(h(T) − target)²: ‖∂L/∂h(t)‖ = gain^(T − t) |gain^T −
/// target|.
Json unit(int steps, double gain)
{
    return {{"circuit", {{"name", "driven"}, {"sizes", {{"x", 1}, {"h", 1}}}, {"activation", "identity"}}},
        {"steps", steps}, {"gain", gain}, {"parameters", {{"W", {{1.0}}}, {"U", {{0.0}}}}}, {"initial", {{"h", {1.0}}}},
        {"loss", {{"kind", "squared-error"}, {"source", "h"}, {"at", "last"}, {"targets", {{0.5}}}}}};
}

GainReach reachOf(const Run &run)
{
    return gainReach(*run.prepared, run.node("h")).value();
}

} // namespace

class GainReachTest : public QObject
{
    Q_OBJECT

private slots:
    void theSpanIsThatOfTheUnit()
    {
        const GainReach reach = reachOf(Run(unit(5, 1)));
        QVERIFY(close(reach.norm.least, 1e-4 * (0.5 - 1e-5), 1e-9)); // gain 0.1, step 1
        QVERIFY(close(reach.norm.most, std::pow(1.7, 4) * (std::pow(1.7, 5) - 0.5), 1e-9));
        QVERIFY(close(reach.entry, 0.5, 1e-9)); // gain 1, step 5
        QVERIFY(close(reach.factor.least, 0.1, 1e-9));
        QVERIFY(close(reach.factor.most, 1.7, 1e-9));
    }

    /// They are drawn on the same axis, whichever of them is plotted.
    void allStatesShownAreInIt()
    {
        Json json = unit(8, 1);
        json["circuit"] = {{"name", "lstm"}, {"sizes", {{"x", 1}, {"h", 3}, {"o", 2}}}};
        json["parameters"] = {{"b_f", {5.0, 5.0, 5.0}}};
        json.erase("initial");
        json["loss"] = {{"kind", "cross-entropy"}, {"source", "o"}, {"at", "last"}, {"targets", {1}}};
        const Run run(json);
        const GainReach ofCell = gainReach(*run.prepared, run.node("s")).value();
        QVERIFY(ofCell.norm == gainReach(*run.prepared, run.node("h")).value().norm);
        QVERIFY(ofCell.norm.most / ofCell.norm.least > 10); // h loses more than s
    }

    void itDoesNotDependOnThePresentGain()
    {
        const GainReach one = reachOf(Run(unit(12, 1)));
        for (const double gain : {0.0, 0.3, 1.6, 4.0})
            QVERIFY(reachOf(Run(unit(12, gain))) == one);
    }

    void withoutALossItIsEmpty()
    {
        Json json = unit(5, 1);
        json.erase("loss");
        QVERIFY(reachOf(Run(json)) == GainReach());
    }

    void aStopIsHeeded()
    {
        const Run run(unit(5, 1));
        std::stop_source stop;
        stop.request_stop();
        QVERIFY(!gainReach(*run.prepared, run.node("h"), stop.get_token()));
    }

    void zeroInfinityAndNotANumberDoNotCount()
    {
        MagnitudeSpan span;
        for (const double value : {0.0, HUGE_VAL, std::nan(""), -1.0})
            span.add(value);
        QVERIFY(span.isEmpty());
        span.add(3);
        span.add(0.2);
        QVERIFY((span == MagnitudeSpan{0.2, 3}));
    }

    void aDearRunIsTriedAtFewerGains()
    {
        QCOMPARE(reachGains(1e6).size(), size_t(17));
        QCOMPARE(reachGains(1e6).front(), 0.1);
        QCOMPARE(reachGains(1e6).back(), 1.7);
        QCOMPARE(reachGains(1e10), (std::vector<double>{0.1, 1, 1.7}));
    }
};

UNFOLD_GUILESS_TEST(GainReachTest)
#include "gain_reach_test.moc"
