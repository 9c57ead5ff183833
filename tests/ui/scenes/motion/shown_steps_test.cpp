#include "tests/support/test_program.h"
#include "ui/scenes/motion/shown_steps.h"

#include "core/circuit/catalogue.h"

#include <QTest>

using namespace unfold;

namespace {

StepRange spanOf(const ShownSequence &shown, const char *node)
{
    return shown.circuit.nodes[static_cast<size_t>(shown.circuit.indexOf(node))].span.in(shown.steps);
}

} // namespace

class ShownStepsTest : public QObject
{
    Q_OBJECT

private slots:
    void aShortSequenceStaysAsItIs()
    {
        const Circuit circuit = makeCircuit("encoder-decoder", {}, Activation::Tanh, 3);
        const ShownSequence shown = shortened(circuit, std::nullopt, 5, 6);
        QCOMPARE(shown.steps, 5);
        QVERIFY(shown.circuit == circuit);
    }

    void encoderAndDecoderBothStay()
    {
        const Circuit circuit = makeCircuit("encoder-decoder", {}, Activation::Tanh, 20);
        const ShownSequence shown = shortened(circuit, std::nullopt, 30, 6);
        QCOMPARE(spanOf(shown, "h"), (StepRange{1, 4}));
        QCOMPARE(spanOf(shown, "s"), (StepRange{5, 6}));
        for (const int steps : {21, 25, 60, 900})
            for (const int most : {2, 3, 6}) {
                const ShownSequence few = shortened(circuit, std::nullopt, steps, most);
                QVERIFY(spanOf(few, "h").count() >= 1 && spanOf(few, "s").count() >= 1);
                QCOMPARE(spanOf(few, "h").last + 1, spanOf(few, "s").first);
            }
    }

    void oneStepStaysOneStep()
    {
        Circuit circuit = makeCircuit("elman", {});
        circuit.nodes[0].span = {Span::Kind::First, 1};
        const ShownSequence shown = shortened(circuit, LossPlace{2, {Span::Kind::Last, 1}}, 20, 6);
        QCOMPARE(spanOf(shown, "x"), (StepRange{1, 1}));
        QCOMPARE(shown.loss->at.in(shown.steps), (StepRange{6, 6}));
    }

    void severalLossesStaySeveral()
    {
        const Circuit circuit = makeCircuit("elman", {});
        const ShownSequence shown = shortened(circuit, LossPlace{2, {Span::Kind::Last, 10}}, 20, 6);
        QCOMPARE(shown.loss->at.in(shown.steps), (StepRange{4, 6}));
    }
};

UNFOLD_GUILESS_TEST(ShownStepsTest)
#include "shown_steps_test.moc"
