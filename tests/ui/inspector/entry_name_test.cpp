#include "tests/core/inspect/example_runs.h"
#include "tests/support/test_program.h"
#include "ui/inspector/entry_name.h"

#include <QTest>

using namespace unfold;

class EntryNameTest : public QObject
{
    Q_OBJECT

private slots:
    void everyEntryIsCountedFromOne()
    {
        const ExampleRun e = exampleOf(makeCircuit("elman", {{"x", 2}, {"h", 3}, {"o", 2}}));
        const InspectedRun run = e.run();
        const int h = run.circuit().indexOf("h");
        const int o = run.circuit().indexOf("o");
        const auto parameter = [&](const char *name, bool transposed = false) {
            return Quantity::parameter(indexOf(run.program().parameters, name), transposed);
        };
        QCOMPARE(entryName(run, parameter("b"), 1, 0), QString("b[2]"));
        QCOMPARE(entryName(run, parameter("W"), 2, 0), QString("W[3,1]"));
        QCOMPARE(entryName(run, parameter("W", true), 1, 2), QString("W[3,2]")); // an entry of W itself
        QCOMPARE(entryName(run, Quantity::value(h, 3), 1, 0), QString("h[2] at step 3"));
        QCOMPARE(entryName(run, Quantity::value(h, 0), 0, 0), QString("initial h[1] at step 0"));
        QCOMPARE(entryName(run, Quantity::slope(h, 5), 2, 0), QString("slope of h[3] at step 5"));
        QCOMPARE(entryName(run, Quantity::gradient(h, 5), 2, 0), QString("gradient at h[3] at step 5"));
        QCOMPARE(entryName(run, Quantity::probability(o, 5), 0, 0), QString("ŷ[1] at step 5"));
        QCOMPARE(entryName(run, Quantity::target(o, 5), 1, 0), QString("y[2] at step 5"));
    }
};

UNFOLD_GUILESS_TEST(EntryNameTest)
#include "entry_name_test.moc"
