#include "core/circuit/catalogue.h"
#include "core/engine/program.h"
#include "tests/core/circuit/small_circuits.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace unfold;

class ProgramTest : public QObject
{
    Q_OBJECT

private slots:
    void onlyTheLoopIsWalked()
    {
        const Program program = compile(makeCircuit("elman", {}), 5, 2);
        QCOMPARE(program.steps, 5);
        QCOMPARE(program.batch, 2);
        const CompiledNode &h = program.nodes[1];
        QCOMPARE(h.terms.size(), std::size_t(2));
        QVERIFY(h.terms[0].inLoop); // W h(t − 1)
        QVERIFY(!h.terms[1].inLoop); // U x
        QVERIFY(!program.nodes[2].terms[0].inLoop); // V h
        QCOMPARE(program.parameters[h.bias].name, std::string("b"));
        QCOMPARE(program.parameters[h.terms[0].parameter].name, std::string("W"));
    }
    void initialValuesHaveRoom()
    {
        const Circuit circuit{"", {inputNode("x"), state("h", {reads("h", 2), gatedBy("x", reads("x", -3), 1)})}};
        const Program program = compile(circuit, 5);
        QCOMPARE(program.nodes[0].before, 1);
        QCOMPARE(program.nodes[0].after, 3);
        QCOMPARE(program.nodes[1].before, 2);
        QCOMPARE(program.nodes[1].after, 0);
    }
    void aGateOnTheLoopIsWalked()
    {
        const Circuit circuit{"", {inputNode("x"), state("h", {gatedBy("h", reads("x", 0, "U"), 1), reads("x")})}};
        const Program program = compile(circuit, 5);
        QVERIFY(program.nodes[1].terms[0].inLoop);
        QVERIFY(!program.nodes[1].terms[1].inLoop);
    }
    void productsAreKeptWhereAParameterReadsThem()
    {
        const Circuit circuit{"",
            {inputNode("x"),
                state("h", {gatedBy("x", reads("x")), gatedBy("x", reads("x", 0, "U")), reads("x", 0, "U")})}};
        const Program program = compile(circuit, 5);
        QCOMPARE(program.products, 1);
        QCOMPARE(program.nodes[1].terms[0].product, -1);
        QCOMPARE(program.nodes[1].terms[1].product, 0);
        QCOMPARE(program.nodes[1].terms[2].product, -1);
    }
    void costGrowsWithSizeStepsAndBatch()
    {
        const auto cost = [](int hidden, int steps, int batch) {
            return compile(makeCircuit("driven", {{"x", 1}, {"h", hidden}}), steps, batch).cost();
        };
        QCOMPARE(cost(4, 10, 1), 3.0 * (4 * 4 + 4 * 1) * 10);
        QCOMPARE(cost(4, 10, 8), 8 * cost(4, 10, 1));
        QVERIFY(cost(256, 10, 1) > 3000 * cost(4, 10, 1) / 2);
    }
};

UNFOLD_GUILESS_TEST(ProgramTest)
#include "program_test.moc"
