#include "core/circuit/circuit.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace unfold;

class CircuitTest : public QObject
{
    Q_OBJECT

private slots:
    void spansAreCutToTheSequence_data()
    {
        using Kind = Span::Kind;
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("count");
        QTest::addColumn<int>("first");
        QTest::addColumn<int>("last");
        const auto row = [](const char *name, Kind kind, int count, int first, int last) {
            QTest::newRow(name) << static_cast<int>(kind) << count << first << last;
        };
        row("every", Kind::Every, 1, 1, 5);
        row("first", Kind::First, 1, 1, 1);
        row("first 3", Kind::First, 3, 1, 3);
        row("first 9 of 5", Kind::First, 9, 1, 5);
        row("last", Kind::Last, 1, 5, 5);
        row("last 2", Kind::Last, 2, 4, 5);
        row("last 9 of 5", Kind::Last, 9, 1, 5);
        row("after 2", Kind::After, 2, 3, 5);
        row("after 0", Kind::After, 0, 1, 5);
        row("after 5 of 5: empty", Kind::After, 5, 6, 5);
        row("after 9 of 5: empty", Kind::After, 9, 6, 5);
    }
    void spansAreCutToTheSequence()
    {
        QFETCH(int, kind);
        QFETCH(int, count);
        QFETCH(int, first);
        QFETCH(int, last);
        const StepRange range = Span{static_cast<Span::Kind>(kind), count}.in(5);
        QCOMPARE(range.first, first);
        QCOMPARE(range.last, last);
        QCOMPARE(range.count(), last - first + 1);
    }

    void activationsHaveNames()
    {
        for (Activation a : {Activation::Identity, Activation::Tanh, Activation::Sigmoid, Activation::Relu})
            QCOMPARE(activationNamed(nameOf(a)), std::optional(a));
        QCOMPARE(activationNamed("softsign"), std::nullopt);
    }

    void largestSlopes()
    {
        QCOMPARE(largestSlope(Activation::Tanh), 1.0);
        QCOMPARE(largestSlope(Activation::Sigmoid), 0.25);
        QCOMPARE(largestSlope(Activation::Relu), 1.0);
        QCOMPARE(largestSlope(Activation::Identity), 1.0);
    }
};

UNFOLD_GUILESS_TEST(CircuitTest)
#include "circuit_test.moc"
