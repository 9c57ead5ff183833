#include "tests/support/test_program.h"
#include "ui/document/runner.h"

#include <QSignalSpy>
#include <QTest>
#include <QThread>

#include <semaphore>

using namespace unfold;

// The worker is held and let go by semaphores: no test here depends on how long anything takes.
class RunnerTest : public QObject
{
    Q_OBJECT

private slots:
    void deliversOnTheCallersThread()
    {
        Runner runner;
        QThread *delivered = nullptr;
        runner.start(
            [&](std::stop_token) -> Runner::Delivery { return [&] { delivered = QThread::currentThread(); }; });
        QTRY_COMPARE(delivered, QThread::currentThread());
        QVERIFY(!runner.busy());
    }

    void onlyTheNewestOfTheWaitingRuns()
    {
        Runner runner;
        std::binary_semaphore go{0};
        QList<int> delivered;
        runner.start([&](std::stop_token) -> Runner::Delivery {
            go.acquire();
            return [&] { delivered << 1; };
        });
        for (int i : {2, 3, 4})
            runner.start([&, i](std::stop_token) -> Runner::Delivery { return [&, i] { delivered << i; }; });
        go.release();
        QTRY_COMPARE(delivered, (QList<int>{1, 4}));
    }

    void cancelledResultIsDropped()
    {
        Runner runner;
        std::binary_semaphore go{0};
        bool stale = false;
        bool sawStop = false;
        bool fresh = false;
        runner.start([&](std::stop_token stop) -> Runner::Delivery {
            go.acquire();
            sawStop = stop.stop_requested();
            return [&] { stale = true; };
        });
        runner.cancel();
        runner.start([&](std::stop_token) -> Runner::Delivery { return [&] { fresh = true; }; });
        go.release();
        QTRY_VERIFY(fresh);
        QVERIFY(sawStop);
        QVERIFY(!stale);
    }

    void busyIsSaidOnceUpAndOnceDown()
    {
        Runner runner;
        QSignalSpy spy(&runner, &Runner::busyChanged);
        runner.start([](std::stop_token) -> Runner::Delivery { return {}; });
        QVERIFY(runner.busy());
        QTRY_COMPARE(spy.count(), 2);
        QVERIFY(!runner.busy());
    }

    void endsWhileAJobRuns()
    {
        bool delivered = false;
        std::binary_semaphore started{0};
        {
            Runner runner;
            runner.start([&](std::stop_token stop) -> Runner::Delivery {
                started.release();
                while (!stop.stop_requested())
                    std::this_thread::yield();
                return [&] { delivered = true; };
            });
            started.acquire();
        }
        QCoreApplication::processEvents();
        QVERIFY(!delivered);
    }
};

UNFOLD_GUILESS_TEST(RunnerTest)
#include "runner_test.moc"
