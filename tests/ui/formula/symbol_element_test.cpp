#include "core/circuit/catalogue.h"
#include "core/formula/notation.h"
#include "tests/support/test_program.h"
#include "ui/formula/symbol_element.h"

#include <QTest>

using namespace unfold;

namespace {
using Kind = SymbolRef::Kind;

QString described(const char *circuit, const SymbolRef &ref)
{
    return descriptionOf(makeCircuit(circuit, {}), ref);
}
} // namespace

class SymbolElementTest : public QObject
{
    Q_OBJECT

private slots:
    void whatIsTouched()
    {
        const Circuit circuit = makeCircuit("elman", {});
        const int h = circuit.indexOf("h");
        QVERIFY(elementOf(circuit, {Kind::Parameter, "W", 0}) == ElementRef::ofParameter("W"));
        QVERIFY(elementOf(circuit, {Kind::Node, "h", 1}) == ElementRef::ofNode(h));
        QVERIFY(elementOf(circuit, {Kind::PreActivation, "h", 0}) == ElementRef::ofNode(h));
        QVERIFY(elementOf(circuit, {Kind::Loss, "L", 0}) == ElementRef::ofLoss());
        QVERIFY(elementOf(circuit, {Kind::Prediction, "o", 0}) == ElementRef::ofNode(circuit.indexOf("o")));
        QVERIFY(elementOf(circuit, {Kind::Target, "y", 0}) == ElementRef::ofTarget());
        QVERIFY(elementOf(circuit, {}) == ElementRef{});
    }

    void whatLightsUp()
    {
        const Circuit circuit = makeCircuit("elman", {});
        const int h = circuit.indexOf("h");
        QVERIFY(lightsUp(circuit, ElementRef::ofNode(h, 3), {Kind::Node, "h", 1}));
        QVERIFY(!lightsUp(circuit, ElementRef::ofNode(h, 3), {Kind::PreActivation, "h", 0}));
        QVERIFY(!lightsUp(circuit, ElementRef::ofNode(h, 3), {Kind::Node, "x", 0}));
        QVERIFY(lightsUp(circuit, ElementRef::ofEdge(h, 0, 5), {Kind::Parameter, "W", 0})); // an arrow that carries W
        QVERIFY(!lightsUp(circuit, ElementRef::ofEdge(h, 1, 5), {Kind::Parameter, "W", 0}));
        QVERIFY(!lightsUp(circuit, {}, {Kind::Parameter, "W", 0}));
    }

    void whatItSaysOfWeights()
    {
        QCOMPARE(described("elman", {Kind::Parameter, "W", 0}),
            "W: recurrent weight, 8 × 8; multiplies h of the step before. It is the gain (the slider W_rec) times W₀, "
            "the "
            "matrix as initialised or given.");
        QCOMPARE(
            described("elman", {Kind::Parameter, "U", 0}), "U: input weight, 8 × 4; multiplies x of the same step.");
        QCOMPARE(
            described("elman", {Kind::Parameter, "V", 0}), "V: output weight, 4 × 8; multiplies h of the same step.");
        QCOMPARE(described("elman", {Kind::Parameter, "b", 0}), "b: bias, 8 entries; the same at every step.");
        QVERIFY(described("bidirectional", {Kind::Parameter, "W_g", 0})
                    .startsWith("W_g: recurrent weight, 8 × 8; multiplies g of the step after."));
        QVERIFY(
            described("encoder-decoder", {Kind::Parameter, "W_s", 0})
                .startsWith("W_s: recurrent weight, 8 × 8; multiplies s of the step before and h of the step before."));
    }

    void whatItSaysOfValues()
    {
        QCOMPARE(described("elman", {Kind::Node, "x", 0}), "x: input, 4 entries.");
        QVERIFY(described("elman", {Kind::Node, "h", 1}).startsWith("h: hidden state, 8 entries."));
        QVERIFY(described("elman", {Kind::Node, "h", 1}).contains("h(0)")); // what it is at step 1
        QVERIFY(described("bidirectional", {Kind::Node, "g", -1}).contains("g(T+1)"));
        QCOMPARE(described("lstm", {Kind::Node, "f", 0}), "f: gate, 8 entries.");
        QCOMPARE(described("elman", {Kind::PreActivation, "h", 0}),
            "a: pre-activation of h, 8 entries; the argument of tanh.");
        QVERIFY(described("elman", {Kind::Prediction, "o", 0}).contains("softmax of o"));
        QVERIFY(described("elman", {Kind::Loss, "L", 0}).startsWith("L: loss"));
        QVERIFY(described("elman", {Kind::Target, "y", 0}).startsWith("y: target"));
        QCOMPARE(described("elman", {}), QString());
    }

    void whatAReaderCouldMistake()
    {
        Circuit decoder = makeCircuit("encoder-decoder", {});
        decoder.names = namesIn(Notation::Letters, decoder);
        const QString input = descriptionOf(decoder, {Kind::Node, "y", 0});
        QVERIFY(input.startsWith("y(t−1): input"));
        QVERIFY(input.contains("teacher forcing"));
        QVERIFY(described("gru", {Kind::Node, "z", 0}).contains("1 keeps the old h"));
        QVERIFY(!described("gru", {Kind::Node, "r", 0}).contains("keeps"));
        QVERIFY(!described("lstm", {Kind::Node, "f", 0}).contains("keeps"));
    }

    void whatIsNotInTheCircuitIsOnlyNamed()
    {
        QCOMPARE(described("elman", {Kind::Parameter, "Q", 0}), "Q");
        QCOMPARE(described("elman", {Kind::Node, "q", 0}), "q");
    }
};

UNFOLD_GUILESS_TEST(SymbolElementTest)
#include "symbol_element_test.moc"
