// The unrolled graph: on the shared axis, nothing through a circle it does not belong to, only what is visible.
#include "core/circuit/unfold.h"
#include "tests/support/test_program.h"
#include "tests/ui/diagram/circuits.h"
#include "ui/diagram/unrolled/unrolled_layout.h"
#include "ui/diagram/unrolled/unrolled_notes.h"

#include <QTest>

#include <set>

using namespace unfold;

namespace {
struct Laid {
    PlanInput input;
    TimeAxis axis;
    UnrolledLayout layout;
};

Laid layOut(const Circuit &circuit, int steps, TimeWindow window, double width = 845, double height = 290,
    const DiagramFonts &fonts = plainFonts())
{
    Laid laid;
    laid.axis = {window, 84, width - 24};
    laid.input = {circuit, steps, lossOf(circuit), true, laid.axis.pitch(), height, fonts, true};
    laid.layout = layOutUnrolled(laid.input, planUnrolled(laid.input), laid.axis, width);
    return laid;
}
} // namespace

class UnrolledLayoutTest : public QObject
{
    Q_OBJECT

private slots:
    void stepsStandOnTheSharedAxis()
    {
        const Circuit circuit = makeCircuit("elman", {});
        for (const TimeWindow &window : {TimeWindow::all(60), TimeWindow{10.5, 26.5}, TimeWindow{30.2, 33.9}}) {
            const Laid laid = layOut(circuit, 60, window);
            QVERIFY(!laid.layout.nodes.empty());
            for (const NodeShape &node : laid.layout.nodes)
                if (node.kind == NodeShape::Kind::Node)
                    QVERIFY(std::abs(node.disc.centre.x() - laid.axis.x(node.element.step)) < 1e-9);
        }
    }

    void whatReadsLaterStepsIsNotCalledUncomputed()
    {
        QCOMPARE(notShownYet(makeCircuit("elman", {}), Pass::Forward), QStringList{QStringLiteral("not computed yet")});
        const QStringList both = notShownYet(makeCircuit("bidirectional", {}), Pass::Forward);
        QCOMPARE(both,
            QStringList({QStringLiteral("not shown yet: g is computed from the last step on"),
                QStringLiteral("not shown yet")}));
    }

    void rowsSharedByEncoderAndDecoderAreNamedSideBySide()
    {
        const Circuit circuit = makeCircuit("encoder-decoder", {});
        const UnrolledLayout layout = layOut(circuit, 8, TimeWindow::all(8), 500, 170).layout;
        QVERIFY(layout.rows.size() >= 5);
        for (const RowName &row : layout.rows) {
            QVERIFY(layout.hit(row.left + QPointF(3, 0)) == row.element);
            for (const RowName &other : layout.rows)
                if (&other != &row && std::abs(other.left.y() - row.left.y()) < 10 * layout.unit)
                    QVERIFY(std::abs(other.left.x() - row.left.x()) > 12 * layout.unit);
        }
    }

    void nodesOfAStepStandNearItsPlace()
    {
        for (const Circuit &circuit : circuitsToDraw()) {
            const Laid laid = layOut(circuit, 16, TimeWindow::all(16));
            // An opened cell fills its column, and does not leave it.
            for (const FrameShape &frame : laid.layout.frames) {
                const double step = laid.axis.stepAt(frame.box.center().x());
                QVERIFY(std::abs(step - std::round(step)) < 1e-6);
            }
            const double near = (laid.layout.frames.empty() ? 0.3 : 0.48) * laid.axis.pitch();
            for (const NodeShape &node : laid.layout.nodes)
                if (node.kind == NodeShape::Kind::Node)
                    QVERIFY(std::abs(node.disc.centre.x() - laid.axis.x(node.element.step)) < near);
        }
    }

    /// Gates alone are beside it, in and out of an opened cell.
    void whatOtherViewsShowIsOnTheLineOfItsStep()
    {
        for (const Circuit &circuit : circuitsToDraw())
            for (const int steps : {7, 16, 30, 60}) {
                const Laid laid = layOut(circuit, steps, TimeWindow::all(steps));
                for (const NodeShape &node : laid.layout.nodes)
                    if (laid.layout.frames.empty() && node.kind != NodeShape::Kind::Initial && node.role != Role::Inner)
                        QVERIFY2(std::abs(node.disc.centre.x() - laid.axis.x(node.element.step)) < 1e-9,
                            (circuit.name + " " + node.name).c_str());
            }
    }

    void itDrawsWhatUnfoldSays()
    {
        for (const Circuit &circuit : circuitsToDraw()) {
            const Laid laid = layOut(circuit, 9, TimeWindow{2.5, 7.5});
            const UnrolledGraph graph = unfold::unfold(circuit, 9, laid.layout.visible);
            std::set<std::tuple<int, int, int, bool>> expected, drawn;
            for (const Edge &edge : graph.edges)
                expected.insert({edge.to.node, edge.to.step, edge.term, edge.gate});
            for (const EdgeShape &edge : laid.layout.edges) {
                if (edge.enters > 0) // of two terms that are one, in one arrow
                    for (const ElementRef &arrow : edge.carries)
                        drawn.insert({arrow.node, arrow.step, arrow.term, arrow.gate});
                if (edge.element.kind == ElementRef::Kind::Edge) {
                    drawn.insert({edge.element.node, edge.element.step, edge.element.term, edge.element.gate});
                    const auto inGraph = std::any_of(graph.edges.begin(), graph.edges.end(), [&](const Edge &e) {
                        return e.from.step == edge.from && e.to.step == edge.to && e.to.node == edge.element.node;
                    });
                    QVERIFY2(inGraph, circuit.name.c_str());
                }
            }
            QVERIFY2(drawn == expected, circuit.name.c_str());
            size_t vertices = 0;
            for (const NodeShape &node : laid.layout.nodes)
                vertices += node.kind == NodeShape::Kind::Node ? 1 : 0;
            QCOMPARE(vertices, graph.vertices.size());
        }
    }

    void arrowsEndAtBordersAndPassThroughNothing_data()
    {
        QTest::addColumn<int>("steps");
        for (const int steps : {5, 8, 16, 30, 60})
            QTest::addRow("%d steps", steps) << steps;
    }

    void arrowsEndAtBordersAndPassThroughNothing()
    {
        QFETCH(int, steps);
        for (const Circuit &circuit : circuitsToDraw()) {
            const Laid laid = layOut(circuit, steps, TimeWindow::all(steps));
            if (laid.layout.nodes.size() > 1 && laid.layout.nodes[1].isBlock())
                continue; // too narrow to be opened
            for (const EdgeShape &edge : laid.layout.edges) {
                const Polyline line(edge.curve);
                double nearest = 1e9;
                for (const GateDot &gate : laid.layout.gates)
                    nearest
                        = std::min(nearest, std::abs(distance(edge.curve.end, gate.disc.centre) - gate.disc.radius));
                for (const NodeShape &node : laid.layout.nodes) {
                    const double atEnd = std::abs(distance(edge.curve.end, node.disc.centre) - node.disc.radius);
                    const double atStart = std::abs(distance(edge.curve.start, node.disc.centre) - node.disc.radius);
                    nearest = std::min(nearest, atEnd);
                    if (atEnd < 0.5 || atStart < 0.5 || edge.from < 1 || edge.from > steps
                        || node.kind == NodeShape::Kind::Initial)
                        continue;
                    const double room = line.distanceTo(node.disc.centre) - node.disc.radius;
                    QVERIFY2(room > -0.2,
                        qPrintable(QString::fromStdString(circuit.name)
                            + QString(" %1 %2 %3 → %4: %5")
                                  .arg(QString::fromStdString(node.name))
                                  .arg(node.element.step)
                                  .arg(edge.from)
                                  .arg(edge.to)
                                  .arg(room)));
                }
                const bool commonLine = edge.element.kind == ElementRef::Kind::Node;
                QVERIFY2(nearest < 0.5 || commonLine, circuit.name.c_str());
            }
        }
    }

    void circlesDoNotOverlap()
    {
        for (const int steps : {5, 16, 30, 60})
            for (const Circuit &circuit : circuitsToDraw()) {
                const Laid laid = layOut(circuit, steps, TimeWindow::all(steps));
                const auto &nodes = laid.layout.nodes;
                for (size_t a = 0; a < nodes.size(); ++a)
                    for (size_t b = 0; b < a; ++b)
                        QVERIFY(distance(nodes[a].disc.centre, nodes[b].disc.centre)
                            > nodes[a].disc.radius + nodes[b].disc.radius);
            }
    }

    void labelsDoNotOverlap()
    {
        for (const int steps : {5, 16, 30, 60, 1000})
            for (const Circuit &circuit : circuitsToDraw()) {
                const Laid laid = layOut(circuit, steps, TimeWindow::all(steps));
                const auto &labels = laid.layout.labels;
                for (size_t a = 0; a < labels.size(); ++a)
                    for (size_t b = 0; b < a; ++b)
                        QVERIFY2(labels[a].box.intersected(labels[b].box).isEmpty(), circuit.name.c_str());
            }
    }

    void detailFollowsThePitch()
    {
        const Circuit circuit = makeCircuit("elman", {});
        QCOMPARE(layOut(circuit, 16, TimeWindow::all(16)).layout.detail, Detail::Full);
        QCOMPARE(layOut(circuit, 40, TimeWindow::all(40)).layout.detail, Detail::Thinned);
        QCOMPARE(layOut(circuit, 100, TimeWindow::all(100)).layout.detail, Detail::Dots);
        const UnrolledLayout bands = layOut(circuit, 1000, TimeWindow::all(1000)).layout;
        QCOMPARE(bands.detail, Detail::Bands);
        QVERIFY(bands.drawEvery > 1);
        QVERIFY(bands.nodes.size() < 600);
    }

    void onlyVisibleStepsAreLaidOut()
    {
        const Laid laid = layOut(makeCircuit("elman", {}), 1000, TimeWindow{499.5, 509.5});
        QCOMPARE(laid.layout.visible, (StepRange{500, 509}));
        for (const NodeShape &node : laid.layout.nodes)
            QVERIFY(node.element.step >= 500 && node.element.step <= 509);
        QVERIFY(laid.layout.edges.size() < 50);
    }

    void aSkipArchesOverTheStatesBetween()
    {
        const Laid laid = layOut(skipCircuit(), 16, TimeWindow::all(16));
        for (const EdgeShape &edge : laid.layout.edges)
            if (edge.to - edge.from == 2 && edge.from >= 1)
                QVERIFY(!edge.curve.isStraight());
    }

    void initialValuesStandBeforeTheFirstStepAndAfterTheLast()
    {
        const Laid laid = layOut(makeCircuit("bidirectional", {}), 16, TimeWindow::all(16));
        int before = 0, after = 0;
        for (const NodeShape &node : laid.layout.nodes)
            if (node.kind == NodeShape::Kind::Initial) {
                before += node.disc.centre.x() < laid.axis.x(1) ? 1 : 0;
                after += node.disc.centre.x() > laid.axis.x(16) ? 1 : 0;
                QVERIFY(node.disc.centre.x() > 0 && node.disc.centre.x() + node.disc.radius < 845);
            }
        QCOMPARE(before, 1);
        QCOMPARE(after, 1);
    }

    void initialValuesAreNamed_data()
    {
        QTest::addColumn<double>("width");
        QTest::addColumn<double>("height");
        QTest::addColumn<int>("steps");
        for (const int steps : {7, 12, 17, 60, 100}) {
            QTest::addRow("small window, %d steps", steps) << 628.0 << 230.0 << steps;
            QTest::addRow("large window, %d steps", steps) << 1268.0 << 400.0 << steps;
        }
    }

    /// Beside their circles, upon nothing else.
    void initialValuesAreNamed()
    {
        QFETCH(double, width);
        QFETCH(double, height);
        QFETCH(int, steps);
        DiagramFonts fonts = plainFonts();
        fonts.note = [](const std::string &text) { return QSizeF(5.6 * double(text.size()), 15); }; // as on the screen
        for (const CatalogueEntry &entry : catalogue()) {
            if (entry.name == "lstm-encoder-decoder")
                continue; // see drawing_quality_test
            const Circuit circuit = makeCircuit(entry.name, {}, Activation::Tanh, 3);
            const UnrolledLayout layout = layOut(circuit, steps, TimeWindow::all(steps), width, height, fonts).layout;
            for (const NodeShape &node : layout.nodes) {
                if (node.kind != NodeShape::Kind::Initial)
                    continue;
                const std::string which = circuit.name + " " + node.name + " " + initialStepText(node.step);
                if (node.step > steps && node.named.isNull() && layout.detail == Detail::Dots)
                    continue; // the right margin is narrower than the name
                QVERIFY2(!node.named.isNull(), which.c_str());
                QVERIFY2(node.named.left() >= 0 && node.named.right() <= width, which.c_str());
                for (const NodeShape &other : layout.nodes) {
                    if (other.isBlock())
                        QVERIFY2(!other.box().intersects(node.named), which.c_str());
                    else
                        for (const QPointF &corner : {node.named.topLeft(), node.named.topRight(),
                                 node.named.bottomLeft(), node.named.bottomRight(), node.named.center()})
                            QVERIFY2(distance(corner, other.disc.centre) > other.disc.radius, which.c_str());
                    QVERIFY2(&other == &node || other.named.isNull() || !other.named.intersects(node.named)
                            || other.kind != NodeShape::Kind::Initial,
                        which.c_str());
                }
                for (const LabelShape &label : layout.labels)
                    QVERIFY2(!label.box.intersects(node.named), which.c_str());
                for (const EdgeShape &edge : layout.edges)
                    QVERIFY2(!Polyline(edge.curve).touches(node.named), which.c_str());
            }
        }
    }

    void anInitialValueIsNamedByItsStep()
    {
        const UnrolledLayout layout = layOut(makeCircuit("bidirectional", {}), 12, TimeWindow::all(12)).layout;
        std::set<std::string> names;
        for (const NodeShape &node : layout.nodes)
            if (node.kind == NodeShape::Kind::Initial)
                names.insert(node.name + initialStepText(node.step));
        QCOMPARE(names, (std::set<std::string>{"h0", "g13"}));
        QCOMPARE(initialStepText(-1), std::string("−1"));
    }

    void lossStandsOnlyWhereItIsTaken()
    {
        const Laid laid = layOut(makeCircuit("elman", {}), 16, TimeWindow::all(16));
        for (const NodeShape &node : laid.layout.nodes)
            if (node.kind == NodeShape::Kind::Loss)
                QCOMPARE(node.element.step, 16);
    }

    void everyShapeCanBeTouched()
    {
        const Laid laid = layOut(makeCircuit("elman", {}), 16, TimeWindow::all(16));
        for (const NodeShape &node : laid.layout.nodes)
            QCOMPARE(laid.layout.hit(node.disc.centre), node.element);
        for (const EdgeShape &edge : laid.layout.edges)
            QCOMPARE(laid.layout.hit(edge.curve.at(0.5)), edge.element);
        QCOMPARE(laid.layout.hit({laid.axis.x(3.5), 5}).kind, ElementRef::Kind::None);
    }

    void stridesAreRound()
    {
        QCOMPARE(roundStride(0.3), 1);
        QCOMPARE(roundStride(3), 5);
        QCOMPARE(roundStride(11), 20);
        QCOMPARE(roundStride(3, 2), 10);
    }
};

UNFOLD_GUILESS_TEST(UnrolledLayoutTest)
#include "unrolled_layout_test.moc"
