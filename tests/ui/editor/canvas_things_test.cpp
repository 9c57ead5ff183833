// What lies under a point of the canvas, and what comes next.
#include "core/circuit/catalogue.h"
#include "tests/support/test_program.h"
#include "ui/diagram/shared/diagram_labels.h"
#include "ui/editor/canvas_things.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QTest>

using namespace unfold;

class CanvasThingsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        loadFonts();
        DiagramLabels labels;
        m_circuit = makeCircuit("elman", {});
        m_layout = layOutFolded({m_circuit, {}, {300, 360}, diagramFonts(labels), true});
    }

    void aNodeIsMovedFromItsMiddleAndConnectedFromItsRim()
    {
        for (int n = 0; n < 3; ++n) {
            const Disc &disc = shapeOf(m_layout, n).disc;
            const auto at = [&](double radii) { return disc.centre + QPointF(0.6, 0.8) * (radii * disc.radius); };
            QCOMPARE(nodeUnder(m_layout, disc.centre), n);
            QCOMPARE(nodeUnder(m_layout, at(1.0) + QPointF(2, 2)), n);
            QCOMPARE(nodeUnder(m_layout, at(1.0) + QPointF(9, 9)), -1);
            QVERIFY(!onRim(m_layout, at(0.3), n));
            QVERIFY(onRim(m_layout, at(0.8), n));
        }
    }

    void aClickSelectsANodeAnArrowOrTheReaderOfALetter()
    {
        QCOMPARE(thingAt(m_circuit, m_layout, shapeOf(m_layout, 2).disc.centre), (EditSelection{2, -1}));
        QCOMPARE(thingAt(m_circuit, m_layout, {1, 1}), EditSelection());
        int letters = 0;
        for (const LabelShape &label : m_layout.labels)
            if (label.element == ElementRef::ofParameter("V")) {
                ++letters;
                QCOMPARE(thingAt(m_circuit, m_layout, label.box.center()), (EditSelection{2, 0}));
            }
        QCOMPARE(letters, 1);
    }

    void theWalkComesToEveryNodeAndTermAndAround()
    {
        size_t things = 0;
        for (const Node &node : m_circuit.nodes)
            things += 1 + node.terms.size();
        EditSelection here = nextThing(m_circuit, {}, 1);
        QCOMPARE(here, (EditSelection{0, -1}));
        QVERIFY(nextThing(m_circuit, {}, -1).term >= 0); // the last term of the last node
        for (size_t i = 0; i < things; ++i) {
            const EditSelection next = nextThing(m_circuit, here, 1);
            QCOMPARE(nextThing(m_circuit, next, -1), here);
            QVERIFY(next != here);
            here = next;
        }
        QCOMPARE(here, (EditSelection{0, -1}));
    }

private:
    Circuit m_circuit;
    FoldedLayout m_layout;
};

UNFOLD_TEST(CanvasThingsTest)
#include "canvas_things_test.moc"
