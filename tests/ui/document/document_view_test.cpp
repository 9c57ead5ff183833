#include "tests/support/experiments.h"
#include "tests/support/test_program.h"
#include "ui/document/document.h"
#include "ui/document/document_view.h"

#include <QTest>

using namespace unfold;

class DocumentViewTest : public QObject
{
    Q_OBJECT

private slots:
    void whatIsSeenIsSeenAgain_data()
    {
        QTest::addColumn<int>("kind");
        for (int kind = 0; kind < 6; ++kind)
            QTest::addRow("%d", kind) << kind;
    }
    void whatIsSeenIsSeenAgain()
    {
        QFETCH(int, kind);
        const ElementRef elements[] = {{}, ElementRef::ofNode(1, 3, 2), ElementRef::ofParameter("W"),
            ElementRef::ofEdge(1, 0, 4), ElementRef::ofLoss(8), ElementRef::ofTarget(8)};
        Document document(test::elmanOver(8));
        document.setGradientOf(GradientOf::AllSteps);
        document.setPlottedNode(2);
        document.setPass(Pass::Forward);
        document.setTimeWindow({2.5, 7.25});
        document.setStep(5);
        document.select(elements[kind]);
        const ViewState view = viewOf(document);

        Document again(test::elmanOver(8));
        applyView(again, view);
        QCOMPARE(again.gradientOf(), GradientOf::AllSteps);
        QCOMPARE(again.plottedNode(), kind == 1 ? 1 : 2); // a state that is selected is plotted
        QVERIFY(again.timeWindow() == document.timeWindow());
        QVERIFY(again.cursor() == document.cursor());
        QVERIFY(viewOf(again) == view);
    }

    void theWholeSequenceStaysTheWholeSequence()
    {
        const Document document(test::elmanOver(8));
        QVERIFY(!viewOf(document).window);
    }

    void whatTheExperimentDoesNotHaveIsPassedOver()
    {
        Experiment lossless = test::elmanOver(8);
        lossless.loss.reset();
        Document document(lossless);
        const Cursor before = document.cursor();
        ViewState view;
        view.backward = true;
        view.watched = "nobody";
        view.selected = ViewElement{ViewElement::Kind::Node, "h", 3, 99, -1, false};
        applyView(document, view);
        QVERIFY(document.cursor() == before);
        view.selected = ViewElement{ViewElement::Kind::Edge, "q", 3, -1, 0, false};
        applyView(document, view);
        view.selected = ViewElement{ViewElement::Kind::Node, "h", 9, -1, -1, false};
        applyView(document, view);
        QVERIFY(document.cursor() == before);
    }

    void openedCellsStayOpened()
    {
        Experiment gated = test::elmanOver(8);
        gated.circuit = NamedCircuit{.name = "lstm",
            .sizes = std::get<NamedCircuit>(gated.circuit).sizes,
            .activation = Activation::Tanh,
            .spans = std::get<NamedCircuit>(gated.circuit).spans};
        gated.parameters.clear();
        gated.initial.clear();
        Document document(gated);
        document.openCells(true);
        const ViewState view = viewOf(document);
        Document again(gated);
        QVERIFY(!again.cellsOpened());
        applyView(again, view);
        QVERIFY(again.cellsOpened());
        QVERIFY(viewOf(again) == view);
        QVERIFY(!viewOf(Document(test::elmanOver(8))).cellsOpened); // nothing to open
    }

    void aFittedAxisStaysFitted()
    {
        const Experiment experiment = test::elmanOver(8);
        Document document(experiment);
        QVERIFY(!viewOf(document).axisFitted); // fixed, as in a file that says nothing
        document.fitAxis(true);
        const ViewState view = viewOf(document);
        Document again(experiment);
        applyView(again, view);
        QVERIFY(again.axisFitted());
        again.open(test::elmanOver(9)); // another file begins with a fixed one
        QVERIFY(!again.axisFitted());
    }

    void anEmptyViewChangesNothing()
    {
        Document document(test::elmanOver(8));
        document.setStep(4);
        const ViewState before = viewOf(document);
        applyView(document, {});
        QVERIFY(viewOf(document) == before);
    }
};

UNFOLD_GUILESS_TEST(DocumentViewTest)
#include "document_view_test.moc"
