#include "core/analysis/sweep.h"

#include "core/analysis/norms.h"
#include "core/circuit/input_error.h"
#include "tests/core/analysis/support.h"
#include "tests/support/test_program.h"

#include <QTest>

#include <algorithm>
#include <limits>
#include <numeric>

using namespace unfold;
using namespace unfold::test;

namespace {

Json experiment(const char *circuit, bool loss = true)
{
    Json json{{"circuit", {{"name", circuit}, {"sizes", {{"x", 3}, {"h", 6}, {"o", 2}}}}},
        {"sequence", {{"x", numbers(12, 3, 5)}}}};
    if (loss)
        json["loss"] = {{"kind", "squared-error"}, {"source", "o"}, {"targets", numbers(12, 2, 9)}};
    return json;
}

} // namespace

class SweepTest : public QObject
{
    Q_OBJECT

private slots:
    /// Every number to the last bit, with one thread and with more than there are cores.
    void rowsAreThoseOfSingleRuns_data()
    {
        QTest::addColumn<QString>("circuit");
        QTest::addColumn<QString>("node");
        QTest::addColumn<bool>("last");
        QTest::newRow("elman, last") << "elman"
                                     << "h" << true;
        QTest::newRow("elman, all") << "elman"
                                    << "h" << false;
        QTest::newRow("lstm") << "lstm"
                              << "s" << true;
        QTest::newRow("bidirectional") << "bidirectional"
                                       << "g" << false;
        QTest::newRow("input") << "gru"
                               << "x" << true;
    }
    void rowsAreThoseOfSingleRuns()
    {
        QFETCH(QString, circuit);
        QFETCH(QString, node);
        QFETCH(bool, last);
        const Run run(experiment(circuit.toUtf8().constData()));
        const GradientOf of = last ? GradientOf::LastStep : GradientOf::AllSteps;
        const SweepRequest request{evenGains(-0.5, 3, 40), run.node(node.toStdString()), of};
        std::vector<StepSeries> expected;
        for (const double gain : request.gains)
            expected.push_back(gradientNorms(*compute(*run.prepared, gain, of), request.node));
        QVERIFY(expected.front() != expected.back());
        for (const int threads : {0, 1, 2, 7}) {
            const Sweep found = sweep(*run.prepared, request, {threads, {}, {}});
            QVERIFY(found.isComplete());
            QVERIFY(found.gains == request.gains);
            for (size_t row = 0; row < expected.size(); ++row)
                QVERIFY(*found.rows[row] == expected[row]);
        }
    }

    void withoutALossThereIsNoGradient()
    {
        const Run run(experiment("elman", false));
        const Sweep found = sweep(*run.prepared, {{0.5, 1}, run.node("h"), GradientOf::LastStep});
        QVERIFY(found.isComplete());
        for (const auto &row : found.rows)
            QVERIFY(*row == StepSeries(12, std::nullopt));
    }

    // -- refining

    void fromCoarseToFine()
    {
        QCOMPARE(coarseToFine(0), std::vector<int>());
        QCOMPARE(coarseToFine(1), std::vector<int>{0});
        QCOMPARE(coarseToFine(2), (std::vector<int>{0, 1}));
        QCOMPARE(coarseToFine(9), (std::vector<int>{0, 8, 4, 2, 6, 1, 3, 5, 7}));
        for (const int count : {3, 10, 64, 100}) {
            std::vector<int> order = coarseToFine(count);
            std::sort(order.begin(), order.end());
            std::vector<int> all(static_cast<size_t>(count));
            std::iota(all.begin(), all.end(), 0);
            QCOMPARE(order, all);
        }
    }

    /// What stands for the missing rows is never farther away than the present fineness needs.
    void theWholeRangeIsCoveredSoon()
    {
        const std::vector<int> order = coarseToFine(100);
        Sweep begun{evenGains(0, 2, 100), std::vector<std::optional<StepSeries>>(100)};
        QCOMPARE(begun.standIn(7), -1);
        for (size_t done = 1; done <= order.size(); ++done) {
            begun.rows[static_cast<size_t>(order[done - 1])] = StepSeries();
            int farthest = 0;
            for (int row = 0; row < 100; ++row)
                farthest = std::max(farthest, std::abs(begun.standIn(row) - row));
            if (done == 5)
                QVERIFY(farthest <= 13);
            if (done == 17)
                QVERIFY(farthest <= 4);
            if (done == 65)
                QVERIFY(farthest <= 1);
        }
        QVERIFY(begun.isComplete());
        QCOMPARE(begun.standIn(42), 42);
    }

    void ofTwoNeighboursTheLowerStandsIn()
    {
        Sweep begun{evenGains(0, 1, 5), std::vector<std::optional<StepSeries>>(5)};
        begun.rows[1] = begun.rows[3] = StepSeries();
        QCOMPARE(begun.standIn(2), 1);
        QCOMPARE(begun.standIn(4), 3);
    }

    void evenGainsHoldBothEnds()
    {
        QCOMPARE(evenGains(0.1, 0.7, 1), std::vector<double>{0.1});
        QCOMPARE(evenGains(0, 1, 5), (std::vector<double>{0, 0.25, 0.5, 0.75, 1}));
        QCOMPARE(evenGains(0.1, 0.7, 13).back(), 0.7);
        QVERIFY(evenGains(0, 1, 0).empty());
    }

    void everyRowIsToldOnce_data() { threads(); }
    void everyRowIsToldOnce()
    {
        QFETCH(int, threads);
        const Run run(experiment("elman"));
        const SweepRequest request{evenGains(0, 2, 33), run.node("h"), GradientOf::LastStep};
        std::vector<SweepRow> told; // by one thread at a time: ThreadSanitizer looks
        const Sweep found
            = sweep(*run.prepared, request, {threads, {}, [&](const SweepRow &row) { told.push_back(row); }});
        QCOMPARE(told.size(), size_t(33));
        std::vector<int> rows;
        for (size_t i = 0; i < told.size(); ++i) {
            rows.push_back(told[i].row);
            QCOMPARE(told[i].done, int(i) + 1);
            QCOMPARE(told[i].total, 33);
            QVERIFY(told[i].norm == *found.rows[static_cast<size_t>(told[i].row)]);
        }
        const auto every = coarseToFine(33);
        if (threads == 1)
            QCOMPARE(rows, every);
        QVERIFY(std::is_permutation(rows.begin(), rows.end(), every.begin()));
    }

    // -- stopping

    void aStopIsHeardBeforeTheNextRow_data() { threads(); }
    void aStopIsHeardBeforeTheNextRow()
    {
        QFETCH(int, threads);
        const Run run(experiment("lstm"));
        std::stop_source stop;
        int told = 0;
        const SweepRequest request{evenGains(0, 2, 100), run.node("h"), GradientOf::LastStep};
        const Sweep found = sweep(*run.prepared, request, {threads, stop.get_token(), [&](const SweepRow &row) {
                                                               told = row.done;
                                                               if (row.done == 5)
                                                                   stop.request_stop();
                                                           }});
        QVERIFY(!found.isComplete());
        const auto done = std::count_if(found.rows.begin(), found.rows.end(), [](const auto &row) { return row; });
        QCOMPARE(int(done), told);
        QVERIFY2(done >= 5 && done <= 5 + threads - 1, QByteArray::number(int(done)).constData());
        QVERIFY(found.rows[0] && found.rows[99]);
    }

    void whatIsStoppedBeforeItBeginsComputesNothing()
    {
        const Run run(experiment("elman"));
        std::stop_source stop;
        stop.request_stop();
        const Sweep found = sweep(*run.prepared, {evenGains(0, 2, 9), run.node("h"), GradientOf::LastStep},
            {3, stop.get_token(), [](const SweepRow &) { qFatal("a row was computed"); }});
        QVERIFY(std::none_of(found.rows.begin(), found.rows.end(), [](const auto &row) { return row; }));
    }

    // -- what is asked

    void noGainsAreNoRows()
    {
        const Run run(experiment("elman"));
        const Sweep found = sweep(*run.prepared, {{}, run.node("h"), GradientOf::LastStep}, {4, {}, {}});
        QVERIFY(found.rows.empty() && found.isComplete());
        QCOMPARE(found.standIn(0), -1);
    }

    void impossibleRequestsAreRefused()
    {
        const Run run(experiment("elman"));
        const auto refusal = [&](const SweepRequest &request) -> QByteArray {
            try {
                sweep(*run.prepared, request);
            } catch (const InputError &error) {
                return error.what();
            }
            return {};
        };
        QCOMPARE(refusal({{1, std::numeric_limits<double>::infinity()}, 1, GradientOf::LastStep}),
            QByteArray("gains[1]: the number is not finite; expected a finite number"));
        QCOMPARE(refusal({{1}, 3, GradientOf::LastStep}),
            QByteArray("node: there is no node 3; expected an index from 0 to 2"));
        QVERIFY(refusal({{1}, -1, GradientOf::LastStep}).startsWith("node: there is no node -1"));
    }

private:
    static void threads()
    {
        QTest::addColumn<int>("threads");
        for (const int threads : {1, 4})
            QTest::addRow("%d threads", threads) << threads;
    }
};

UNFOLD_GUILESS_TEST(SweepTest)
#include "sweep_test.moc"
