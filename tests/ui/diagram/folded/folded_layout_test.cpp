// The folded circuit: arrows end at borders and pass through nothing, labels cover nothing, every shape can be touched.
#include "core/circuit/complement.h"
#include "tests/support/test_program.h"
#include "tests/ui/diagram/circuits.h"

#include <QTest>

using namespace unfold;

namespace {
FoldedLayout layOut(const Circuit &circuit, QSizeF size, double unit = 1)
{
    return layOutFolded({circuit, lossOf(circuit), size, plainFonts(unit), true});
}

bool isEnd(const Disc &disc, const Curve &curve, double slack)
{
    return std::abs(distance(curve.start, disc.centre) - disc.radius) < slack
        || std::abs(distance(curve.end, disc.centre) - disc.radius) < slack;
}

double overlap(const QRectF &a, const QRectF &b)
{
    const QRectF both = a.intersected(b);
    return both.isEmpty() ? 0 : both.width() * both.height();
}
} // namespace

class FoldedLayoutTest : public QObject
{
    Q_OBJECT

    static void circuitRows()
    {
        QTest::addColumn<int>("index");
        QTest::addColumn<QSizeF>("size");
        const auto circuits = circuitsToDraw();
        for (int i = 0; i < static_cast<int>(circuits.size()); ++i)
            for (const QSizeF &size : {QSizeF(290, 330), QSizeF(420, 480)}) {
                const std::string name
                    = circuits[static_cast<size_t>(i)].name + " " + std::to_string(int(size.width()));
                QTest::newRow(name.c_str()) << i << size;
            }
    }

    static FoldedLayout fetch(Circuit &circuit)
    {
        QFETCH_GLOBAL(int, index);
        QFETCH_GLOBAL(QSizeF, size);
        circuit = circuitsToDraw()[static_cast<size_t>(index)];
        return layOut(circuit, size);
    }

private slots:
    void initTestCase_data() { circuitRows(); }

    void everyTermHasItsArrow()
    {
        Circuit circuit;
        const FoldedLayout layout = fetch(circuit);
        for (int n = 0; n < static_cast<int>(circuit.nodes.size()); ++n)
            for (int k = 0; k < static_cast<int>(circuit.nodes[static_cast<size_t>(n)].terms.size()); ++k) {
                const Term &term = circuit.nodes[static_cast<size_t>(n)].terms[static_cast<size_t>(k)];
                int heads = 0, gates = 0;
                const ElementRef arrow = ElementRef::ofEdge(n, k);
                for (const EdgeShape &edge : layout.edges) {
                    const bool joined = edge.enters > 0 // of two terms that are one
                        && std::find(edge.carries.begin(), edge.carries.end(), arrow) != edge.carries.end();
                    heads += edge.head && (edge.element == arrow || joined);
                }
                for (const GateDot &gate : layout.gates)
                    if (gate.element == ElementRef::ofEdge(n, k, 0, true))
                        ++gates;
                QCOMPARE(heads, 1);
                QCOMPARE(gates, term.gate.empty() ? 0 : 1);
                if (term.delay != 0)
                    QVERIFY(std::any_of(layout.squares.begin(), layout.squares.end(),
                        [&](const DelaySquare &s) { return s.delay == term.delay; }));
            }
    }

    void arrowsEndAtBorders()
    {
        Circuit circuit;
        const FoldedLayout layout = fetch(circuit);
        for (const EdgeShape &edge : layout.edges) {
            if (!edge.head)
                continue;
            double nearest = 1e9;
            for (const NodeShape &node : layout.nodes)
                nearest = std::min(nearest, std::abs(distance(edge.curve.end, node.disc.centre) - node.disc.radius));
            for (const GateDot &gate : layout.gates)
                nearest = std::min(nearest, std::abs(distance(edge.curve.end, gate.disc.centre) - gate.disc.radius));
            QVERIFY2(nearest < 0.5, qPrintable(QString::number(nearest)));
        }
    }

    /// Both factors of a product come to it as arrows; the source goes on from there.
    void bothFactorsEnterTheirProductWithAnArrow()
    {
        Circuit circuit;
        const FoldedLayout layout = fetch(circuit);
        if (!drawnByHand(circuit))
            return;
        for (const GateDot &dot : layout.gates) {
            if (dot.sum)
                continue;
            int sources = 0, gates = 0;
            for (const EdgeShape &edge : layout.edges) {
                const bool through = !edge.lead.empty() && distance(edge.lead.back().end, dot.disc.centre) < 0.5;
                sources += through && edge.head && std::abs(edge.enters - dot.disc.radius) < 0.5;
                gates += edge.head && edge.element == dot.element
                    && std::abs(distance(edge.curve.end, dot.disc.centre) - dot.disc.radius) < 0.5;
            }
            QCOMPARE(sources, 1);
            QCOMPARE(gates, 1);
        }
    }

    /// k − z ⊙ k is drawn as it is written, (1 − z) ⊙ k: no minus stands beside an arrow of k.
    void aComplementIsWrittenAtItsGate()
    {
        Circuit circuit;
        const FoldedLayout layout = fetch(circuit);
        int pairs = 0, written = 0, signs = 0;
        for (const Node &node : circuit.nodes)
            for (int term = 0; term < static_cast<int>(node.terms.size()); ++term)
                if (node.terms[static_cast<size_t>(term)].source
                    != node.name) // not on a loop, where two arrows are drawn
                    pairs += hasComplementGate(node, term);
        for (const LabelShape &label : layout.labels) {
            written += label.kind == LabelShape::Kind::Symbol && label.text == "1 − z";
            signs += pairs > 0 && label.kind == LabelShape::Kind::Sign;
        }
        QCOMPARE(written, pairs);
        QCOMPARE(signs, 0);
    }

    void arrowsPassThroughNoOtherNode()
    {
        Circuit circuit;
        const FoldedLayout layout = fetch(circuit);
        for (const EdgeShape &edge : layout.edges)
            for (const NodeShape &node : layout.nodes) {
                if (isEnd(node.disc, edge.curve, 0.5))
                    continue;
                const double room = Polyline(edge.curve).distanceTo(node.disc.centre) - node.disc.radius;
                QVERIFY2(room > 0, qPrintable(QString::fromStdString(node.name) + QString(" %1").arg(room)));
            }
    }

    void nodesAndSquaresStandApart()
    {
        Circuit circuit;
        const FoldedLayout layout = fetch(circuit);
        for (size_t a = 0; a < layout.nodes.size(); ++a)
            for (size_t b = 0; b < a; ++b)
                QVERIFY(distance(layout.nodes[a].disc.centre, layout.nodes[b].disc.centre) > 2.2 * layout.radius);
        for (const DelaySquare &square : layout.squares)
            for (const NodeShape &node : layout.nodes)
                QVERIFY(distance(square.box.center(), node.disc.centre) > node.disc.radius + square.box.width() / 2);
    }

    void labelsCoverNothing()
    {
        Circuit circuit;
        const FoldedLayout layout = fetch(circuit);
        QFETCH_GLOBAL(QSizeF, size);
        for (size_t i = 0; i < layout.labels.size(); ++i) {
            const LabelShape &label = layout.labels[i];
            const auto name = QByteArray::fromStdString(label.text);
            QVERIFY2(QRectF(QPointF(0, 0), size).contains(label.box), name.constData());
            for (size_t j = 0; j < i; ++j)
                QVERIFY2(overlap(label.box, layout.labels[j].box) <= 0, name.constData());
            for (const NodeShape &node : layout.nodes) {
                const QRectF inner(node.disc.centre - 0.7 * QPointF(node.disc.radius, node.disc.radius),
                    1.4 * QSizeF(node.disc.radius, node.disc.radius));
                QVERIFY2(overlap(label.box, inner) <= 0, name.constData());
            }
            for (const EdgeShape &edge : layout.edges)
                QVERIFY2(!Polyline(edge.curve).touches(label.box.adjusted(1, 2, -1, -2)), name.constData());
        }
    }

    void everythingLiesInside()
    {
        Circuit circuit;
        const FoldedLayout layout = fetch(circuit);
        QFETCH_GLOBAL(QSizeF, size);
        const QRectF all(QPointF(0, 0), size);
        for (const NodeShape &node : layout.nodes)
            QVERIFY(all.contains(
                QRectF(node.disc.centre - QPointF(layout.radius, layout.radius), QSizeF(2, 2) * layout.radius)));
        for (const EdgeShape &edge : layout.edges)
            QVERIFY(all.contains(Polyline(edge.curve).box.adjusted(-1, -1, 1, 1)));
    }

    void everyShapeCanBeTouched()
    {
        Circuit circuit;
        const FoldedLayout layout = fetch(circuit);
        for (const NodeShape &node : layout.nodes)
            QCOMPARE(layout.hit(node.disc.centre), node.element);
        for (const LabelShape &label : layout.labels)
            QCOMPARE(layout.hit(label.box.center()).kind, label.element.kind);
        for (const EdgeShape &edge : layout.edges) {
            bool found = false;
            for (int i = 1; i < 20; ++i)
                found = found || layout.hit(edge.curve.at(i / 20.0)) == edge.element;
            QVERIFY(found);
        }
        QCOMPARE(layout.hit({-50, -50}).kind, ElementRef::Kind::None);
    }

    void spansAndDelaysAreNamed()
    {
        QCOMPARE(spanNote({}), std::string());
        QCOMPARE(spanNote({Span::Kind::Last, 1}), std::string("last step"));
        QCOMPARE(spanNote({Span::Kind::First, 3}), std::string("first 3 steps"));
        QCOMPARE(spanNote({Span::Kind::After, 4}), std::string("after step 4"));
        QCOMPARE(delayNote(1), std::string("one step"));
        QCOMPARE(delayNote(3), std::string("3 steps"));
        QCOMPARE(delayNote(-1), std::string("next step"));
    }
};

UNFOLD_GUILESS_TEST(FoldedLayoutTest)
#include "folded_layout_test.moc"
