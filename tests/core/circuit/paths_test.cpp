// Paths through the unrolled graph, against counting by hand and against derivatives.
#include "core/circuit/paths.h"

#include "core/circuit/catalogue.h"
#include "tests/support/test_program.h"

#include <QtTest>

using namespace unfold;

namespace {

/// h reads itself from two steps ago only.
Circuit everyOther()
{
    Circuit circuit = makeCircuit("elman", {});
    circuit.nodes[1].terms[0].delay = 2;
    return circuit;
}

} // namespace

class PathsTest : public QObject
{
    Q_OBJECT

private slots:
    void aChainHoldsWhatLiesBetween()
    {
        const Circuit elman = makeCircuit("elman", {});
        const int h = elman.indexOf("h"), o = elman.indexOf("o"), x = elman.indexOf("x");
        const Paths paths(elman, 9, {h, 3}, {o, 7});
        QCOMPARE(paths.count(), 6); // h(3) … h(7), o(7)
        QVERIFY(paths.hold({h, 3}) && paths.hold({h, 7}) && paths.hold({o, 7}));
        QVERIFY(!paths.hold({h, 2}) && !paths.hold({h, 8}) && !paths.hold({o, 6}) && !paths.hold({x, 5}));
        QVERIFY(paths.holdNode(h) && !paths.holdNode(x));
    }

    void aSkipLeavesTheStepsBetweenOut()
    {
        const Circuit circuit = everyOther();
        const int h = circuit.indexOf("h"), o = circuit.indexOf("o");
        const Paths paths(circuit, 9, {h, 3}, {o, 7});
        QVERIFY(paths.hold({h, 5}));
        QVERIFY(!paths.hold({h, 4}) && !paths.hold({h, 6}));
        QCOMPARE(Paths(circuit, 9, {h, 3}, {o, 8}).count(), 0); // an odd number of steps apart
    }

    void theFutureReachesThePast()
    {
        const Circuit circuit = makeCircuit("bidirectional", {});
        const int g = circuit.indexOf("g"), h = circuit.indexOf("h"), o = circuit.indexOf("o");
        QCOMPARE(Paths(circuit, 9, {g, 7}, {o, 3}).count(), 6);
        QCOMPARE(Paths(circuit, 9, {h, 7}, {o, 3}).count(), 0);
    }

    void insideACellEveryGateIsOnAWay()
    {
        const Circuit lstm = makeCircuit("lstm", {});
        const Paths paths(lstm, 4, {lstm.indexOf("h"), 1}, {lstm.indexOf("o"), 3});
        for (const char *gate : {"f", "i", "q", "k", "s", "m"})
            QVERIFY2(paths.hold({lstm.indexOf(gate), 2}), gate);
        QVERIFY(!paths.hold({lstm.indexOf("f"), 1})); // computed before h(1) was
    }

    void nothingIsOnAWayThatDoesNotExist_data()
    {
        QTest::addColumn<int>("step");
        QTest::newRow("before the first step") << 0;
        QTest::newRow("after the last") << 10;
    }
    void nothingIsOnAWayThatDoesNotExist()
    {
        QFETCH(int, step);
        const Circuit elman = makeCircuit("elman", {});
        const Paths paths(elman, 9, {elman.indexOf("h"), step}, {elman.indexOf("o"), 7});
        QCOMPARE(paths.count(), 0);
        QVERIFY(!paths.hold({0, step}) && !paths.hold({-1, 1}) && !paths.hold({99, 1}));
        QVERIFY(!Paths().hold({0, 1}));
    }
};

UNFOLD_GUILESS_TEST(PathsTest)
#include "paths_test.moc"
