// What a screen reader says of a node and an arrow, against the numbers of the trace.
#include "tests/support/experiments.h"
#include "tests/support/test_program.h"
#include "ui/diagram/shared/screen_reader_text.h"

#include "core/analysis/edge_gradient.h"
#include "core/analysis/norms.h"
#include "tests/support/time_views.h"
#include "ui/style/number_text.h"

#include <limits>

using namespace unfold;

namespace {

QString say(const Document &document, const ElementRef &element)
{
    return screenReaderText(*document.result(), document.cursor(), element);
}

} // namespace

class ScreenReaderTextTest : public QObject
{
    Q_OBJECT

private slots:
    void theGradientAndItsFactor()
    {
        Document document(test::scalar(16, 0.5));
        document.setStep(9);
        const Trace &trace = *document.result()->trace;
        const double norm = gradientNorms(trace, 1)[8].value();
        QCOMPARE(say(document, ElementRef::ofNode(1, 9)),
            QStringLiteral("h at step 9, norm of the gradient %1, 0.5 times the step after")
                .arg(numberForScreenReader(norm)));
        // The last step has none after it.
        QCOMPARE(say(document, ElementRef::ofNode(1, 16)),
            QStringLiteral("h at step 16, norm of the gradient %1")
                .arg(numberForScreenReader(gradientNorms(trace, 1)[15].value())));
        // An input is on no loop: its gradient flowed from no other step.
        QVERIFY(!say(document, ElementRef::ofNode(0, 9)).contains("times"));
    }

    void aGradientThatFlowsForwardInTimeIsComparedWithTheStepBefore()
    {
        Experiment e = test::scalar(8, 1);
        e.parameters.clear();
        e.circuit = NamedCircuit{.name = "bidirectional",
            .sizes = {{"x", 1}, {"h", 2}, {"o", 1}},
            .activation = Activation::Tanh,
            .spans = {{"o", {Span::Kind::First, 1}}}};
        e.loss->at = {Span::Kind::First, 1};
        const Document document(e);
        const int g = document.result()->circuit().indexOf("g");
        const StepSeries norms = gradientNorms(*document.result()->trace, g);
        const QString ratio = numberForScreenReader(*norms[4] / *norms[3]);
        QVERIFY2(say(document, ElementRef::ofNode(g, 5)).endsWith(ratio + " times the step before"),
            qPrintable(say(document, ElementRef::ofNode(g, 5))));
    }

    void theForwardPassSaysTheValue()
    {
        Document document(test::scalar(16, 0.5));
        document.setPass(Pass::Forward);
        document.setStep(4);
        QCOMPARE(say(document, ElementRef::ofNode(1, 3)), QStringLiteral("h at step 3, norm 1.75"));
        QCOMPARE(say(document, ElementRef::ofNode(1, 5)), QStringLiteral("h at step 5, not computed yet"));
        QCOMPARE(say(document, ElementRef::ofEdge(1, 0, 5)),
            QStringLiteral("arrow W, from h at step 4 to h at step 5, not computed yet"));
        QCOMPARE(say(document, ElementRef::ofEdge(1, 0, 1)),
            QStringLiteral("arrow W, from the initial value of h to h at step 1"));
    }

    void whatTheGradientHasNotReachedIsSaid()
    {
        Document document(test::scalar(16, 0.5));
        document.setStep(9);
        const QString h = say(document, ElementRef::ofNode(1, 3));
        QVERIFY2(h.startsWith("h at step 3, gradient not computed yet, norm "), qPrintable(h));
        QVERIFY(say(document, ElementRef::ofEdge(1, 0, 9)).endsWith("gradient not computed yet"));
        const double through = *edgeGradientNorm(*document.result()->trace, {{1, 9}, {1, 10}, 0, false});
        QVERIFY(say(document, ElementRef::ofEdge(1, 0, 10)).endsWith("through it " + numberForScreenReader(through)));
    }

    void underflowAndOverflowAreNamed()
    {
        Document vanishing(test::scalar(400, 0.01)); // 0.01^399 is less than the least double
        QCOMPARE(say(vanishing, ElementRef::ofNode(1, 1)), "h at step 1, norm of the gradient exactly 0 (underflow)");
        Document exploding(test::scalar(400, 10));
        QVERIFY(say(exploding, ElementRef::ofNode(1, 400)).contains("infinite (overflow)"));
        // A zero that is one from the start is no underflow.
        Document cut(test::scalar(16, 0));
        QCOMPARE(say(cut, ElementRef::ofNode(1, 3)), "h at step 3, norm of the gradient exactly 0");
    }

    void withoutAStepItSaysWhatItIs()
    {
        const Document document(test::scalar(4, 1));
        QVERIFY(say(document, ElementRef::ofNode(1)).startsWith("h: state"));
        QCOMPARE(say(document, ElementRef::ofEdge(1, 0)), "arrow W, from h of the step before to h");
        QCOMPARE(say(document, ElementRef()), QString());
    }
};

UNFOLD_GUILESS_TEST(ScreenReaderTextTest)
#include "screen_reader_text_test.moc"
