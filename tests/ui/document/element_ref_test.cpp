#include "core/circuit/catalogue.h"
#include "tests/support/test_program.h"
#include "ui/document/element_ref.h"

#include <QTest>

using namespace unfold;

class ElementRefTest : public QObject
{
    Q_OBJECT

private slots:
    void parameterLightsEveryCopyOfItself()
    {
        const Circuit elman = makeCircuit("elman", {});
        const int h = elman.indexOf("h");
        const int o = elman.indexOf("o");
        const ElementRef w = ElementRef::ofParameter("W");
        for (int step : {0, 1, 7})
            QVERIFY(lightsUp(elman, w, ElementRef::ofEdge(h, termOf(elman, h, "W"), step)));
        QVERIFY(!lightsUp(elman, w, ElementRef::ofEdge(h, termOf(elman, h, "U"), 3)));
        QVERIFY(!lightsUp(elman, w, ElementRef::ofEdge(o, termOf(elman, o, "V"), 3)));
        QVERIFY(!lightsUp(elman, w, ElementRef::ofNode(h, 3)));
    }

    void oneCopyLightsTheParameterAndTheOtherCopies()
    {
        const Circuit elman = makeCircuit("elman", {});
        const int h = elman.indexOf("h");
        const ElementRef copy = ElementRef::ofEdge(h, termOf(elman, h, "W"), 3);
        QVERIFY(lightsUp(elman, copy, ElementRef::ofParameter("W")));
        QVERIFY(lightsUp(elman, copy, ElementRef::ofEdge(h, termOf(elman, h, "W"), 9)));
        QVERIFY(!lightsUp(elman, copy, ElementRef::ofParameter("U")));
    }

    void nodeAtAStepIsNotTheNodeAtAnother()
    {
        const Circuit elman = makeCircuit("elman", {});
        const int h = elman.indexOf("h");
        QVERIFY(lightsUp(elman, ElementRef::ofNode(h, 3), ElementRef::ofNode(h, 3)));
        QVERIFY(lightsUp(elman, ElementRef::ofNode(h, 3), ElementRef::ofNode(h)));
        QVERIFY(lightsUp(elman, ElementRef::ofNode(h), ElementRef::ofNode(h, 3)));
        QVERIFY(!lightsUp(elman, ElementRef::ofNode(h, 3), ElementRef::ofNode(h, 4)));
        QVERIFY(!lightsUp(elman, ElementRef::ofNode(h, 3), ElementRef::ofNode(elman.indexOf("x"), 3)));
        QVERIFY(!lightsUp(elman, ElementRef::ofNode(h, 3, 1), ElementRef::ofNode(h, 3, 2)));
    }

    void edgeWithoutParameterIsOnlyItself()
    {
        const Circuit lstm = makeCircuit("lstm", {});
        const int s = lstm.indexOf("s");
        QVERIFY(lightsUp(lstm, ElementRef::ofEdge(s, 0, 2), ElementRef::ofEdge(s, 0, 2)));
        QVERIFY(!lightsUp(lstm, ElementRef::ofEdge(s, 0, 2), ElementRef::ofEdge(s, 1, 2)));
        QVERIFY(!lightsUp(lstm, ElementRef::ofEdge(s, 0, 2), ElementRef::ofEdge(s, 0, 2, true)));
    }

    void nothingLightsNothing()
    {
        const Circuit elman = makeCircuit("elman", {});
        QVERIFY(!lightsUp(elman, {}, {}));
        QVERIFY(!lightsUp(elman, ElementRef::ofLoss(), {}));
        QVERIFY(lightsUp(elman, ElementRef::ofLoss(), ElementRef::ofLoss(4)));
        QVERIFY(!lightsUp(elman, ElementRef::ofLoss(), ElementRef::ofTarget(4)));
    }

private:
    static int termOf(const Circuit &circuit, int node, const std::string &parameter)
    {
        const auto &terms = circuit.nodes[static_cast<size_t>(node)].terms;
        for (size_t i = 0; i < terms.size(); ++i)
            if (terms[i].parameter == parameter)
                return static_cast<int>(i);
        return -1;
    }
};

UNFOLD_GUILESS_TEST(ElementRefTest)
#include "element_ref_test.moc"
