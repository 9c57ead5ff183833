// Cells as blocks: one that runs from the last step to the first is drawn as the others are, mirrored.
#include "tests/support/test_program.h"
#include "ui/diagram/shared/closed_drawing.h"

#include "core/import/layer_circuit.h"
#include "tests/ui/diagram/circuits.h"
#include "ui/diagram/unrolled/unrolled_layout.h"

#include <QTest>

using namespace unfold;

namespace {

Circuit bothDirections(CellKind kind)
{
    TrainedLane lane{Matrix(blocksOf(kind) * 3, 4), Matrix(blocksOf(kind) * 3, 3), {}, {}};
    TrainedLayer layer;
    layer.kind = kind;
    layer.lanes = {lane, lane};
    layer.head = TrainedHead{Matrix(2, 6), Vector(2), {}};
    return std::get<Circuit>(circuitOf(layer, Activation::Tanh));
}

} // namespace

class ClosedDrawingTest : public QObject
{
    Q_OBJECT

private slots:
    void whatCanBeClosed()
    {
        QVERIFY(canClose(makeCircuit("lstm", {})));
        QVERIFY(canClose(bothDirections(CellKind::Lstm)));
        QVERIFY(!canClose(makeCircuit("bidirectional", {})));
        Circuit circuit = bothDirections(CellKind::Gru);
        circuit.nodes.back().terms.front().delay = -1; // o reads the next step's cell from outside
        QVERIFY(!canClose(circuit));
        circuit = makeCircuit("lstm", {});
        circuit.nodes[static_cast<size_t>(circuit.indexOf("s"))].terms.front().delay = 2;
        QVERIFY(!canClose(circuit));
    }

    void loopsToTheFutureAreMirrored()
    {
        const HandDrawing handDrawing = closedDrawing(bothDirections(CellKind::Lstm));
        QCOMPARE(handDrawing.nodes.size(), size_t(4));
        QCOMPARE(handDrawing.ways.size(), size_t(4)); // s and h, there and back
        int back = 0;
        for (const DrawnWire &way : handDrawing.ways) {
            const int delay = way.line.delay;
            back += delay == -1;
            const double middle = handDrawing.placeOf(way.source).column;
            QVERIFY(delay * (way.line.out.front().column - middle) > 0);
            QVERIFY(delay * (way.line.in.back().column - middle) < 0);
            QCOMPARE(handDrawing.delayOf(way.readers.front()), delay);
        }
        QCOMPARE(back, 2);
    }

    /// The value before the first step stands left of it, the one after the last right; each line runs from there to
    /// its block and no further.
    void linesFromOutsideTheSequenceEndAtTheirBlock()
    {
        for (const CellKind kind : {CellKind::Lstm, CellKind::Gru}) {
            const Circuit circuit = bothDirections(kind);
            const TimeAxis axis{TimeWindow::all(9), 84, 845};
            const PlanInput input{circuit, 9, lossOf(circuit), false, axis.pitch(), 290, plainFonts(), false};
            const UnrolledLayout layout = layOutUnrolled(input, planUnrolled(input), axis, 869);
            int before = 0, after = 0;
            for (const EdgeShape &edge : layout.edges) {
                if (edge.from != 0 && edge.from != 10)
                    continue;
                const double start = edge.lead.empty() ? edge.curve.start.x() : edge.lead.front().start.x();
                const double end = edge.curve.end.x();
                QVERIFY((edge.from == 0) == (start < end));
                for (const Curve &piece : edge.lead)
                    QVERIFY((edge.from == 0) == (piece.start.x() <= piece.end.x()));
                ++(edge.from == 0 ? before : after);
            }
            QVERIFY(before > 0);
            QCOMPARE(before, after);
            for (const NodeShape &node : layout.nodes)
                if (node.kind == NodeShape::Kind::Initial)
                    QVERIFY(node.step == 0 ? node.disc.centre.x() < axis.x(1) : node.disc.centre.x() > axis.x(9));
        }
    }
};

UNFOLD_GUILESS_TEST(ClosedDrawingTest)
#include "closed_drawing_test.moc"
