// The small drawing: boxes and arrows are those of the unrolled graph, and nothing overlaps or leaves its room.
#include "tests/support/test_program.h"
#include "ui/scenes/gallery/miniature.h"

#include "core/experiment/shapes.h"

#include <QTest>

using namespace unfold;

namespace {

struct Drawn {
    Circuit circuit;
    int steps;
    Miniature miniature;
};

Drawn drawn(Shape shape, QSizeF size = {172, 150})
{
    const Experiment experiment = smallestOf(shape);
    const Circuit circuit = circuitOf(experiment);
    const int steps = stepsOf(experiment, circuit);
    return {circuit, steps, layOutMiniature(circuit, steps, size, 36)};
}

QRectF boxOf(const Miniature &miniature, const Vertex &vertex)
{
    for (const Miniature::Box &one : miniature.boxes)
        if (one.vertex == vertex)
            return one.box;
    return {};
}

bool onBorder(const QRectF &box, QPointF p)
{
    return box.adjusted(-0.01, -0.01, 0.01, 0.01).contains(p) && !box.adjusted(0.01, 0.01, -0.01, -0.01).contains(p);
}

} // namespace

class MiniatureTest : public QObject
{
    Q_OBJECT

private slots:
    void boxesAndArrowsAreThoseOfTheGraph()
    {
        for (const Shape shape : allShapes) {
            const Drawn d = drawn(shape);
            const UnrolledGraph graph = unfold::unfold(d.circuit, d.steps);
            QCOMPARE(d.miniature.boxes.size(), graph.vertices.size());
            const auto inside = std::count_if(
                graph.edges.begin(), graph.edges.end(), [](const Edge &edge) { return edge.from.step >= 1; });
            QCOMPARE(static_cast<long>(d.miniature.arrows.size()), static_cast<long>(inside));
        }
    }

    void inputsStandBelowAndOutputsAbove()
    {
        const Drawn d = drawn(Shape::ManyToMany);
        for (int t = 1; t <= 3; ++t) {
            const QRectF x = boxOf(d.miniature, {d.circuit.indexOf("x"), t});
            const QRectF h = boxOf(d.miniature, {d.circuit.indexOf("h"), t});
            const QRectF o = boxOf(d.miniature, {d.circuit.indexOf("o"), t});
            QVERIFY(o.bottom() < h.top() && h.bottom() < x.top());
            QCOMPARE(o.center().x(), x.center().x());
            if (t > 1)
                QVERIFY(boxOf(d.miniature, {d.circuit.indexOf("h"), t - 1}).right() < h.left());
        }
    }

    void arrowsRunFromBorderToBorder()
    {
        for (const Shape shape : allShapes) {
            const Drawn d = drawn(shape);
            for (const Miniature::Arrow &arrow : d.miniature.arrows) {
                QVERIFY(onBorder(boxOf(d.miniature, arrow.edge.from), arrow.line.p1()));
                QVERIFY(onBorder(boxOf(d.miniature, arrow.edge.to), arrow.line.p2()));
                QVERIFY(arrow.line.length() > 8);
                QVERIFY(!arrow.parameter.empty());
            }
        }
    }

    void nothingLeavesTheRoomOrOverlaps()
    {
        for (const Shape shape : allShapes)
            for (const QSizeF size : {QSizeF(172, 150), QSizeF(90, 60), QSizeF(600, 300)}) {
                const Drawn d = drawn(shape, size);
                for (const Miniature::Box &one : d.miniature.boxes) {
                    QVERIFY(QRectF({0, 0}, size).contains(one.box));
                    for (const Miniature::Box &other : d.miniature.boxes)
                        QVERIFY(one.vertex == other.vertex || !one.box.intersects(other.box));
                }
            }
    }
};

UNFOLD_GUILESS_TEST(MiniatureTest)
#include "miniature_test.moc"
