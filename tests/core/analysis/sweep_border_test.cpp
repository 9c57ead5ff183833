// The border in a sweep and its guides, against what theory says of units that can be reckoned by hand.
#include "core/analysis/sweep_border.h"

#include "core/analysis/gradient_report.h"
#include "tests/core/analysis/support.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace unfold;
using namespace unfold::test;

namespace {

/// One unit h = φ(W h(t − 1) + x), loss on the last step; W: as it is at gain 1.
Json unit(double weight, int steps, const char *activation = "identity")
{
    return {{"circuit", {{"name", "driven"}, {"sizes", {{"x", 1}, {"h", 1}}}, {"activation", activation}}},
        {"steps", steps}, {"parameters", {{"W", {{weight}}}, {"U", {{0.0}}}}}, {"initial", {{"h", {1.0}}}},
        {"loss", {{"kind", "squared-error"}, {"source", "h"}, {"at", "last"}, {"targets", {{0.5}}}}}};
}

Sweep sweepOf(const Run &run, const std::vector<double> &gains)
{
    return sweep(*run.prepared, {gains, run.node("h"), GradientOf::LastStep});
}

} // namespace

class SweepBorderTest : public QObject
{
    Q_OBJECT

private slots:
    void rowsStandAtRoundGains()
    {
        const std::vector<double> usual = roundGains(0, 1.7, 1e6);
        QCOMPARE(usual.size(), size_t(86));
        QCOMPARE(usual.front(), 0.0);
        QCOMPARE(usual[50], 1.0);
        QCOMPARE(usual.back(), 1.7);
        const std::vector<double> wide = roundGains(-4, 4, 1e6);
        QCOMPARE(wide.size(), size_t(81));
        QCOMPARE(wide[50], 1.0);
        QCOMPARE(roundGains(0, 2.5, 1).size(), size_t(51));
    }

    void dearRunsHaveFewRows()
    {
        QCOMPARE(roundGains(0, 1.7, 2e8).size(), size_t(35)); // hidden 256, 1000 steps
        QCOMPARE(roundGains(0, 1.7, 8e8).size(), size_t(18)); // the same as an LSTM
        const std::vector<double> dearest = roundGains(0, 1.7, 1e15);
        QCOMPARE(dearest, (std::vector<double>{0, 0.25, 0.5, 0.75, 1, 1.25, 1.5, 1.75}));
        QVERIFY(roundGains(-4, 4, 1e15).size() == 17);
    }

    /// ∂L/∂h(t) = w^(T − t) ∂L/∂h(T): the border is the line on which gain · w is 1, whatever the rows are.
    void ofOneLinearUnitTheBorderIsAtOne_data()
    {
        QTest::addColumn<double>("weight");
        QTest::addColumn<int>("rows");
        for (const double weight : {1.0, 0.8, 2.5})
            for (const int rows : {7, 86, 100})
                QTest::addRow("w = %g, %d rows", weight, rows) << weight << rows;
    }
    void ofOneLinearUnitTheBorderIsAtOne()
    {
        QFETCH(double, weight);
        QFETCH(int, rows);
        const Run run(unit(weight, 30));
        const Sweep found = sweepOf(run, evenGains(0, 1.7, rows));
        QCOMPARE(endOf(*run.prepared, run.node("h"), found), 30);
        const std::vector<SweepSegment> border = vanishBorder(found, 30);
        QCOMPARE(border.size(), size_t(28)); // from the middle of step 1 to that of step 29
        double reached = 0;
        for (const SweepSegment &piece : border)
            for (const SweepPoint &point : {piece.from, piece.to}) {
                QVERIFY2(std::abs(point.gain * weight - 1) < 1e-9, QByteArray::number(point.gain, 'g', 17).constData());
                reached += point.step;
            }
        QCOMPARE(reached, 29.0 * 30 - 1 - 29); // every step between twice
    }

    void whereGainOneIsARowTheBorderIsExact()
    {
        const Run run(unit(1, 200));
        for (const SweepSegment &piece : vanishBorder(sweepOf(run, roundGains(0, 1.7, 1)), 200))
            QVERIFY(piece.from.gain == 1 && piece.to.gain == 1);
    }

    /// Every point of it lies between a step and a gain where the ratio is above 1 and one where it is below.
    void theBorderDividesWhatExplodesFromWhatVanishes()
    {
        const Run run({{"circuit", {{"name", "elman"}, {"sizes", {{"x", 3}, {"h", 6}, {"o", 2}}}}},
            {"sequence", {{"x", numbers(12, 3, 5, 0.2)}}},
            {"loss", {{"kind", "squared-error"}, {"source", "o"}, {"targets", numbers(12, 2, 9)}}}});
        const Sweep found = sweepOf(run, evenGains(0, 2, 41));
        const auto ratio = [&](size_t row, int step) {
            const StepSeries &norm = *found.rows[row];
            return *norm[static_cast<size_t>(step - 1)] / *norm[11];
        };
        const std::vector<SweepSegment> border = vanishBorder(found, 12);
        QVERIFY(!border.empty());
        for (const SweepSegment &piece : border)
            for (const SweepPoint &point : {piece.from, piece.to}) {
                const auto row = static_cast<size_t>(std::floor(point.gain / 0.05 + 1e-9));
                const int step = static_cast<int>(std::floor(point.step));
                const bool alongGain = point.step == step;
                const double a = ratio(row, step);
                const double b = alongGain ? ratio(std::min<size_t>(40, row + 1), step) : ratio(row, step + 1);
                QVERIFY2(
                    (a - 1) * (b - 1) <= 1e-12, QByteArray::number(point.step) + ' ' + QByteArray::number(point.gain));
            }
    }

    void onlyWhatIsComputedCounts()
    {
        const Run run(unit(1, 10));
        Sweep begun = sweepOf(run, {0.5, 0.7, 1.2, 1.5});
        begun.rows[1].reset();
        begun.rows[2].reset();
        for (const SweepSegment &piece : vanishBorder(begun, 10))
            QVERIFY(std::abs(piece.from.gain - 1) < 1e-9);
        QCOMPARE(vanishBorder(begun, 10).size(), size_t(8));
        begun.rows[3].reset();
        QVERIFY(vanishBorder(begun, 10).empty()); // one row alone
        begun.rows[0].reset();
        QVERIFY(!endOf(*run.prepared, run.node("h"), begun));
    }

    void intoTheFutureTheEndIsTheFirstStep()
    {
        const Run run({{"circuit", {{"name", "bidirectional"}, {"sizes", {{"x", 2}, {"h", 3}, {"o", 2}}}}},
            {"sequence", {{"x", numbers(8, 2, 5, 0.2)}}},
            {"loss", {{"kind", "squared-error"}, {"source", "o"}, {"targets", numbers(8, 2, 9)}}}});
        const SweepRequest all{{0.5, 1}, run.node("g"), GradientOf::AllSteps};
        QCOMPARE(endOf(*run.prepared, all.node, sweep(*run.prepared, all)), 1);
        const SweepRequest past{{0.5, 1}, run.node("h"), GradientOf::AllSteps};
        QCOMPARE(endOf(*run.prepared, past.node, sweep(*run.prepared, past)), 8);
    }

    // -- guides

    void guidesAreThoseOfTheMatrixAtGainOne()
    {
        const Run tanh(unit(0.8, 5, "tanh"));
        QCOMPARE(*sweepGuides(*tanh.prepared, tanh.node("h")).sigma, 1 / 0.8);
        QCOMPARE(*sweepGuides(*tanh.prepared, tanh.node("h")).radius, 1 / 0.8);
        const Run sigmoid(unit(0.8, 5, "sigmoid"));
        QCOMPARE(*sweepGuides(*sigmoid.prepared, sigmoid.node("h")).sigma, 4 / 0.8);
        const Run none(unit(0, 5));
        QVERIFY(!sweepGuides(*none.prepared, none.node("h")).sigma);
        QVERIFY(!sweepGuides(*none.prepared, none.node("h")).radius);
    }

    void belowTheGuideItVanishes()
    {
        const Run run({{"circuit", {{"name", "elman"}, {"sizes", {{"x", 3}, {"h", 6}, {"o", 2}}}}},
            {"sequence", {{"x", numbers(12, 3, 5)}}},
            {"loss", {{"kind", "squared-error"}, {"source", "o"}, {"at", "last"}, {"targets", numbers(1, 2, 9)}}}});
        const double guide = *sweepGuides(*run.prepared, run.node("h")).sigma;
        const Sweep found = sweepOf(run, evenGains(0.2 * guide, 0.999 * guide, 20));
        for (const auto &row : found.rows)
            for (size_t t = 0; t + 1 < 12; ++t)
                QVERIFY(*(*row)[t] < *(*row)[t + 1]);
    }

    void gatedLoopsHaveNoGuides()
    {
        for (const char *circuit : {"lstm", "gru", "jordan"}) {
            const Run run({{"circuit", {{"name", circuit}, {"sizes", {{"x", 2}, {"h", 3}, {"o", 2}}}}},
                {"sequence", {{"x", numbers(4, 2, 5)}}}});
            const SweepGuides guides = sweepGuides(*run.prepared, defaultPlottedNode(run.trace->circuit()));
            QVERIFY2(!guides.sigma && !guides.radius, circuit);
        }
    }
};

UNFOLD_GUILESS_TEST(SweepBorderTest)
#include "sweep_border_test.moc"
