#include "core/circuit/catalogue.h"
#include "core/circuit/input_error.h"
#include "core/circuit/order.h"
#include "tests/core/circuit/small_circuits.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace unfold;

namespace {

/// "x | h* | o": groups in order, a loop marked with * (forward) or ° (backward).
QString written(const Circuit &circuit)
{
    QStringList groups;
    for (const Group &group : orderInTime(circuit)) {
        QStringList names;
        for (int n : group.nodes)
            names << QString::fromStdString(circuit.nodes[n].name);
        const char *mark = group.walk == Walk::Forward ? "*" : group.walk == Walk::Backward ? "°" : "";
        groups << names.join(' ') + QString::fromUtf8(mark);
    }
    return groups.join(" | ");
}

QString refusal(const Circuit &circuit)
{
    try {
        orderInTime(circuit);
    } catch (const InputError &e) {
        return QString::fromStdString(e.place + " # " + e.wrong);
    }
    return "accepted";
}

} // namespace

class OrderTest : public QObject
{
    Q_OBJECT

private slots:
    void catalogue_data()
    {
        QTest::addColumn<QString>("order");
        QTest::newRow("feed-forward") << "x | h | o";
        QTest::newRow("autonomous") << "s*";
        QTest::newRow("driven") << "x | h*";
        QTest::newRow("elman") << "x | h* | o";
        QTest::newRow("jordan") << "x | h o*";
        QTest::newRow("bidirectional") << "x | h* | g° | o";
        QTest::newRow("lstm") << "x | f i q k s m h* | o";
        QTest::newRow("gru") << "x | z r p k h* | o";
        QTest::newRow("gru-reset-before") << "x | z r p k h* | o";
        QTest::newRow("encoder-decoder") << "x | h* | y | s* | o";
        QTest::newRow("deep") << "x | h1* | h2* | o";
        QTest::newRow("context") << "x | k* | h* | o";
    }
    void catalogue()
    {
        QFETCH(QString, order);
        QCOMPARE(written(makeCircuit(QTest::currentDataTag(), {})), order);
    }

    void aReaderWrittenFirstWaits()
    {
        const Circuit circuit{"", {state("o", {reads("h")}), state("h", {reads("h", 1), reads("x")}), inputNode("x")}};
        QCOMPARE(written(circuit), "x | h* | o");
    }
    void withinAStepSourcesComeFirst()
    {
        const Circuit circuit{"", {state("c", {reads("b")}), state("b", {reads("a")}), state("a", {reads("c", 2)})}};
        QCOMPARE(written(circuit), "a b c*");
    }
    void aDelayOutsideALoopIsNoLoop()
    {
        const Circuit circuit{"", {inputNode("x"), state("h", {reads("x", 1), reads("x", -2)})}};
        QCOMPARE(written(circuit), "x | h");
    }
    void gatesAreDependencesToo()
    {
        const Circuit circuit{"", {inputNode("x"), state("h", {gatedBy("h", reads("x"), 1)})}};
        QCOMPARE(written(circuit), "x | h*");
        const Circuit future{"", {inputNode("x"), state("h", {gatedBy("h", reads("x"), -1)})}};
        QCOMPARE(written(future), "x | h°");
    }
    void groupsOfNodes()
    {
        const Circuit circuit = makeCircuit("jordan", {});
        QCOMPARE(groupOfNode(orderInTime(circuit), 3), (std::vector<int>{0, 1, 1}));
    }

    void refused_data()
    {
        QTest::addColumn<QString>("message");
        QTest::newRow("self") << "circuit.nodes[0].terms[0].source # the loop h → h has no delay";
        QTest::newRow("two nodes") << "circuit.nodes[0].terms[0].source # the loop h → g → h has no delay";
        QTest::newRow("through a gate") << "circuit.nodes[1].terms[0].gate # the loop h → h has no delay";
        QTest::newRow("beside a good loop") << "circuit.nodes[1].terms[0].source # the loop g → k → g has no delay";
        QTest::newRow("past and future")
            << "circuit.nodes[0].terms[1].source # the loop h → h → h leads through past and future";
        QTest::newRow("past and future apart")
            << "circuit.nodes[1].terms[0].source # the loop k → h → g → k leads through past and future";
        QTest::newRow("unknown source") << "circuit.nodes[0].terms[0].source # no node has this name";
        QTest::newRow("unknown gate") << "circuit.nodes[0].terms[0].gate # no node has this name";
    }
    void refused()
    {
        const std::map<QString, std::vector<Node>> circuits{
            {"self", {state("h", {reads("h")})}},
            {"two nodes", {state("h", {reads("g")}), state("g", {reads("h")})}},
            {"through a gate", {inputNode("x"), state("h", {gatedBy("h", reads("x", 1))})}},
            {"beside a good loop",
                {state("h", {reads("h", 1), reads("k", 1)}), state("g", {reads("k"), reads("h", 1)}),
                    state("k", {reads("g")})}},
            {"past and future", {state("h", {reads("h", 1), reads("h", -1)})}},
            {"past and future apart",
                {state("h", {reads("k", 2)}), state("g", {reads("h", -1)}), state("k", {reads("g")})}},
            {"unknown source", {state("h", {reads("nobody")})}},
            {"unknown gate", {state("h", {gatedBy("nobody", reads("h", 1))})}},
        };
        QFETCH(QString, message);
        QCOMPARE(refusal({"", circuits.at(QTest::currentDataTag())}), message);
    }
};

UNFOLD_GUILESS_TEST(OrderTest)
#include "order_test.moc"
