// A sweep beside the GUI thread: it arrives, is cancelled, begun anew and left alone. Run under the thread sanitizer.
#include "tests/support/experiments.h"
#include "tests/support/test_program.h"
#include "ui/timeline/map/background_sweep.h"

#include "core/analysis/gradient_report.h"
#include "core/analysis/norms.h"
#include "tests/support/time_views.h"

#include <QSignalSpy>

using namespace unfold;

namespace {

/// Rows that come quickly, and so many of them that nobody waits for the end.
constexpr int endless = 200000;
constexpr int patience = 60000; ///< ms, on a machine that is busy and under a sanitizer

Experiment quickRows()
{
    return test::elmanOverWave(200, 32);
}

SweepRequest request(const Prepared &prepared, int rows)
{
    return {evenGains(0, 1.7, rows), defaultPlottedNode(prepared.program->circuit), GradientOf::LastStep};
}

} // namespace

class BackgroundSweepTest : public QObject
{
    Q_OBJECT

private slots:
    void everyRowArrives()
    {
        const auto prepared = prepare(test::elmanOverWave(30, 8));
        const SweepRequest asked = request(*prepared, 60);
        BackgroundSweep background;
        QSignalSpy advanced(&background, &BackgroundSweep::advanced);
        QVERIFY(!background.running());
        background.start(prepared, asked);
        QVERIFY(background.running());
        QTRY_VERIFY(!background.running());
        QVERIFY(!advanced.isEmpty());
        QVERIFY(background.sweep().isComplete());
        QCOMPARE(background.done(), 60);
        for (size_t row = 0; row < 60; ++row)
            QVERIFY(*background.sweep().rows[row]
                == gradientNorms(*compute(*prepared, asked.gains[row], asked.of), asked.node));
    }

    void rowsArriveWhileOthersAreComputed()
    {
        const auto prepared = prepare(quickRows());
        BackgroundSweep background;
        background.start(prepared, request(*prepared, endless));
        QTRY_VERIFY_WITH_TIMEOUT(background.done() > 0, patience);
        QVERIFY(background.running());
        QVERIFY(background.sweep().standIn(endless / 2) >= 0);
        const int early = background.done();
        QTRY_VERIFY_WITH_TIMEOUT(background.done() > early, patience);
        background.cancel();
        QVERIFY(!background.running());
    }

    void afterACancelNothingArrives()
    {
        const auto prepared = prepare(quickRows());
        BackgroundSweep background;
        background.start(prepared, request(*prepared, endless));
        QTRY_VERIFY_WITH_TIMEOUT(background.done() > 0, patience);
        background.cancel();
        const int done = background.done();
        QSignalSpy advanced(&background, &BackgroundSweep::advanced);
        QTRY_VERIFY(!background.busy());
        QCoreApplication::processEvents();
        QCOMPARE(background.done(), done);
        QVERIFY(advanced.isEmpty());
        QVERIFY(!background.sweep().isComplete());
    }

    /// The rows of what was begun last, and none of those before it, however often it is begun.
    void theNewestWins()
    {
        const auto slow = prepare(quickRows());
        const auto quick = prepare(test::elmanOverWave(12, 4));
        BackgroundSweep background;
        background.start(slow, request(*slow, endless));
        QTRY_VERIFY_WITH_TIMEOUT(background.done() > 0, patience);
        for (int i = 0; i < 20; ++i)
            background.start(i % 2 == 0 ? quick : slow, request(i % 2 == 0 ? *quick : *slow, 10 + i));
        background.start(quick, request(*quick, 7));
        QTRY_VERIFY(!background.running());
        QCOMPARE(background.sweep().gains.size(), size_t(7));
        QVERIFY(background.sweep().isComplete());
        for (const auto &row : background.sweep().rows)
            QCOMPARE(row->size(), size_t(12));
    }

    void theOldMapStandsUntilTheNewOneBegins()
    {
        const auto quick = prepare(test::elmanOverWave(12, 4));
        const auto slow = prepare(quickRows());
        BackgroundSweep background;
        background.start(quick, request(*quick, 5));
        QTRY_VERIFY(!background.running());
        background.start(slow, request(*slow, endless));
        QVERIFY(background.sweep().isComplete()); // the old one
        QSignalSpy advanced(&background, &BackgroundSweep::advanced);
        QTRY_VERIFY(!advanced.isEmpty());
        QCOMPARE(background.sweep().gains.size(), size_t(endless));
    }

    void itMayEndWhileItRuns()
    {
        const auto prepared = prepare(quickRows());
        auto background = std::make_unique<BackgroundSweep>();
        background->start(prepared, request(*prepared, endless));
        QTRY_VERIFY_WITH_TIMEOUT(background->done() > 0, patience);
        background.reset();
        QCOMPARE(prepared.use_count(), 1L); // no worker is left
    }

    void whatFailsIsSaid()
    {
        const auto prepared = prepare(test::elmanOverWave(5, 3));
        BackgroundSweep background;
        background.start(prepared, {{1.0}, 99, GradientOf::LastStep});
        QTRY_VERIFY(!background.running());
        QVERIFY(background.failure().startsWith(QStringLiteral("node: there is no node 99")));
        background.start(prepared, request(*prepared, 3));
        QTRY_VERIFY(!background.running());
        QCOMPARE(background.failure(), QString());
    }
};

UNFOLD_TEST(BackgroundSweepTest)
#include "background_sweep_test.moc"
