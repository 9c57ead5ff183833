#include "core/circuit/catalogue.h"
#include "core/formula/formula.h"
#include "tests/support/test_program.h"

#include <QTest>

#include <algorithm>

using namespace unfold;

namespace {

QStringList formulasOf(const Circuit &circuit, int step = 0, int steps = 0)
{
    QStringList lines;
    for (int node = 0; node < static_cast<int>(circuit.nodes.size()); ++node)
        for (const Formula &formula : nodeFormulas(circuit, node, step, steps))
            lines << QString::fromStdString(plainText(formula));
    return lines;
}

QString gradientOf(
    const Circuit &circuit, const char *node, int step = 0, const Loss *loss = nullptr, int steps = 0, int lossStep = 0)
{
    return QString::fromStdString(
        plainText(gradientFormula(circuit, circuit.indexOf(node), step, loss, steps, lossStep)));
}

Loss crossEntropy(Span at = {})
{
    return {LossKind::CrossEntropy, "o", at, {}, {}};
}

Circuit elmanWithSpan(const char *node, Span span)
{
    Circuit circuit = makeCircuit("elman", {});
    circuit.nodes[static_cast<size_t>(circuit.indexOf(node))].span = span;
    return circuit;
}

/// a node n = activation(sum) that reads x; the rest is up to the test.
Circuit written(Activation activation, const std::string &bias, std::vector<Term> terms)
{
    Node x{"x", Role::Input, 2, Activation::Identity, "", {}, {}, {}};
    Node n{"n", Role::State, 2, activation, bias, std::move(terms), {}, {}};
    return {"", {x, n}};
}

const QString elmanGradient = QStringLiteral("∂L/∂h(t) = Wᵀ diag(1 − (h(t+1))²) ∂L/∂h(t+1) + Vᵀ ∂L/∂o(t)");

} // namespace

class FormulaTest : public QObject
{
    Q_OBJECT

private slots:
    void catalogueInTextbookNotation_data()
    {
        QTest::addColumn<QStringList>("lines");
        const QString simple = QStringLiteral("a(t) = b + W h(t−1) + U x(t)");
        const QString value = QStringLiteral("h(t) = tanh(a(t))");
        const QString output = QStringLiteral("o(t) = c + V h(t)");
        QTest::newRow("feed-forward") << QStringList{"a(t) = b + U x(t)", value, output};
        QTest::newRow("autonomous") << QStringList{"a(t) = W s(t−1)", "s(t) = tanh(a(t))"};
        QTest::newRow("driven") << QStringList{simple, value};
        QTest::newRow("elman") << QStringList{simple, value, output};
        QTest::newRow("jordan") << QStringList{"a(t) = b + W o(t−1) + U x(t)", value, output};
        QTest::newRow("bidirectional") << QStringList{"a_h(t) = b + W h(t−1) + U x(t)", "h(t) = tanh(a_h(t))",
            "a_g(t) = b_g + W_g g(t+1) + U_g x(t)", "g(t) = tanh(a_g(t))", "o(t) = c + V h(t) + V_g g(t)"};
        QTest::newRow("lstm") << QStringList{"a_f(t) = b_f + W_f h(t−1) + U_f x(t)", "f(t) = σ(a_f(t))",
            "a_i(t) = b_i + W_i h(t−1) + U_i x(t)", "i(t) = σ(a_i(t))", "a_q(t) = b_q + W_q h(t−1) + U_q x(t)",
            "q(t) = σ(a_q(t))", "a_k(t) = b_k + W_k h(t−1) + U_k x(t)", "k(t) = tanh(a_k(t))",
            "s(t) = f(t) ⊙ s(t−1) + i(t) ⊙ k(t)", "m(t) = tanh(s(t))", "h(t) = q(t) ⊙ m(t)", output};
        const QStringList gates{"a_z(t) = b_z + W_z h(t−1) + U_z x(t)", "z(t) = σ(a_z(t))",
            "a_r(t) = b_r + W_r h(t−1) + U_r x(t)", "r(t) = σ(a_r(t))"};
        const QStringList mixed{"k(t) = tanh(a_k(t))", "h(t) = (1 − z(t)) ⊙ k(t) + z(t) ⊙ h(t−1)", output};
        QTest::newRow("gru") << gates + QStringList{"p(t) = d + W_k h(t−1)", "a_k(t) = b_k + U_k x(t) + r(t) ⊙ p(t)"}
                + mixed;
        QTest::newRow("gru-reset-before")
            << gates + QStringList{"p(t) = r(t) ⊙ h(t−1)", "a_k(t) = b_k + U_k x(t) + W_k p(t)"} + mixed;
        QTest::newRow("encoder-decoder") << QStringList{"a_h(t) = b + W h(t−1) + U x(t)",
            "h(t) = tanh(a_h(t))\u2003t ≤ 3", "a_s(t) = b_s + W_s s(t−1) [t ≥ 5] + W_s h(t−1) [t = 4] + U_s y(t)",
            "s(t) = tanh(a_s(t))\u2003t ≥ 4", "o(t) = c + V s(t)\u2003t ≥ 4"};
        QTest::newRow("deep") << QStringList{"a_{h1}(t) = b_1 + W_1 h_1(t−1) + U_1 x(t)", "h_1(t) = tanh(a_{h1}(t))",
            "a_{h2}(t) = b_2 + W_2 h_2(t−1) + U_2 h_1(t)", "h_2(t) = tanh(a_{h2}(t))", "o(t) = c + V h_2(t)"};
        QTest::newRow("context") << QStringList{
            "k(t) = k(t−1) + x(t) [t = 1]", "a(t) = b + W h(t−1) + R k(t)", "h(t) = tanh(a(t))", output};
        QTest::newRow("leaky") << QStringList{"a_z(t) = b_z", "z(t) = σ(a_z(t))", "a_k(t) = b + W h(t−1) + U x(t)",
            "k(t) = tanh(a_k(t))", "h(t) = (1 − z(t)) ⊙ h(t−1) + z(t) ⊙ k(t)", output};
    }

    void catalogueInTextbookNotation()
    {
        QFETCH(QStringList, lines);
        lines.replaceInStrings("\u2003", " "); // a wide space reads as a space
        QCOMPARE(formulasOf(makeCircuit(QTest::currentDataTag(), {}, Activation::Tanh, 3)), lines);
    }

    void everyCircuitOfTheCatalogueIsCovered()
    {
        QCOMPARE(catalogue().size(), size_t{14}); // a new page wants a row above
    }

    void numbersInsteadOfT()
    {
        const Circuit circuit = makeCircuit("elman", {});
        const QStringList lines = formulasOf(circuit, 9);
        QCOMPARE(lines.at(0), "a(9) = b + W h(8) + U x(9)");
        QCOMPARE(lines.at(1), "h(9) = tanh(a(9))");
        QCOMPARE(formulasOf(circuit, 1).at(0), "a(1) = b + W h(0) + U x(1)"); // the initial value
        QCOMPARE(gradientOf(circuit, "h", 9), "∂L/∂h(9) = Wᵀ diag(1 − (h(10))²) ∂L/∂h(10) + Vᵀ ∂L/∂o(9)");
    }

    void initialValuesFurtherBack()
    {
        const Circuit circuit = written(Activation::Identity, "", {{"n", "W", 3, 1, "", 0, {}}});
        QCOMPARE(formulasOf(circuit, 2).at(0), "n(2) = W n(−1)");
    }

    void activations()
    {
        for (const auto &[activation, line] : {std::pair{Activation::Sigmoid, "n(t) = σ(a(t))"},
                 {Activation::Relu, "n(t) = relu(a(t))"}, {Activation::Tanh, "n(t) = tanh(a(t))"}})
            QCOMPARE(formulasOf(written(activation, "b", {})).at(1), line);
        QCOMPARE(formulasOf(written(Activation::Identity, "b", {})), QStringList{"n(t) = b"});
        QCOMPARE(formulasOf(written(Activation::Identity, "", {})), QStringList{"n(t) = 0"});
    }

    void signsAndFencedGates()
    {
        const Term minus{"x", "U", 0, -1, "", 0, {}};
        const Term gated{"n", "W", 1, -1, "x", 2, {}};
        QCOMPARE(formulasOf(written(Activation::Identity, "", {minus, gated})).at(0),
            "n(t) = −U x(t) − W (x(t−2) ⊙ n(t−1))");
    }

    void spansAreNotedWhereTheyMatter()
    {
        const QStringList manyToOne = formulasOf(elmanWithSpan("o", {Span::Kind::Last, 1}));
        QCOMPARE(manyToOne.at(0), "a(t) = b + W h(t−1) + U x(t)");
        QCOMPARE(manyToOne.at(2), "o(t) = c + V h(t) t = T");
        QCOMPARE(formulasOf(elmanWithSpan("o", {Span::Kind::Last, 3})).at(2), "o(t) = c + V h(t) t ≥ T − 2");
        QCOMPARE(formulasOf(elmanWithSpan("o", {Span::Kind::Last, 3}), 0, 16).at(2), "o(t) = c + V h(t) t ≥ 14");
        QCOMPARE(formulasOf(elmanWithSpan("x", {Span::Kind::First, 1})).at(0), "a(t) = b + W h(t−1) + U x(t) [t = 1]");
        QCOMPARE(formulasOf(elmanWithSpan("x", {Span::Kind::First, 16}), 0, 16).at(0), "a(t) = b + W h(t−1) + U x(t)");
    }

    void atAStepWhatDoesNotExistIsLeftOut()
    {
        const Circuit circuit = elmanWithSpan("x", {Span::Kind::First, 1});
        QCOMPARE(formulasOf(circuit, 1, 16).at(0), "a(1) = b + W h(0) + U x(1)");
        QCOMPARE(formulasOf(circuit, 2, 16).at(0), "a(2) = b + W h(1)");
    }

    void loss_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("last");
        QTest::addColumn<QString>("line");
        QTest::newRow("classes, every step") << 0 << 0 << "L = −∑_{t=1}^{16} log softmax(o(t))_y(t)";
        QTest::newRow("classes, last step") << 0 << 1 << "L = −log softmax(o(16))_y";
        QTest::newRow("vectors, some steps") << 1 << 3 << "L = ½ ∑_{t=14}^{16} ‖o(t) − y(t)‖²";
        QTest::newRow("vectors, last step") << 1 << 1 << "L = ½ ‖o(16) − y(16)‖²";
    }

    void loss()
    {
        QFETCH(int, kind);
        QFETCH(int, last);
        QFETCH(QString, line);
        Loss loss = crossEntropy(last > 0 ? Span{Span::Kind::Last, last} : Span{});
        loss.kind = kind == 0 ? LossKind::CrossEntropy : LossKind::SquaredError;
        QCOMPARE(QString::fromStdString(plainText(lossFormula(makeCircuit("elman", {}), loss, 16))), line);
    }

    void lossStepByStep()
    {
        const auto lines = [](LossKind kind, Span at) {
            Loss loss = crossEntropy(at);
            loss.kind = kind;
            QStringList all;
            for (const Formula &formula : lossFormulas(makeCircuit("elman", {}), loss, 16))
                all << QString::fromStdString(plainText(formula));
            return all;
        };
        QCOMPARE(lines(LossKind::CrossEntropy, {}),
            (QStringList{"ŷ(t) = softmax(o(t))", "L(t) = −log ŷ(t)[y(t)]", "L = ∑_{t=1}^{16} L(t)"}));
        QCOMPARE(lines(LossKind::SquaredError, {Span::Kind::Last, 3}),
            (QStringList{"L(t) = ½ ‖o(t) − y(t)‖² t ≥ 14", "L = ∑_{t=14}^{16} L(t)"}));
        QCOMPARE(lines(LossKind::CrossEntropy, {Span::Kind::Last, 1}),
            (QStringList{"ŷ(16) = softmax(o(16))", "L = −log ŷ(16)[y(16)]"}));
    }

    void statesThatAreGiven()
    {
        const auto lines = [](const Circuit &circuit, const std::set<std::string> &given) {
            QStringList all;
            for (const Formula &formula : initialFormulas(circuit, given, 9))
                all << QString::fromStdString(plainText(formula));
            return all;
        };
        QCOMPARE(lines(makeCircuit("elman", {}), {}), QStringList{"h(0) = 0"});
        QCOMPARE(lines(makeCircuit("elman", {}), {"h"}), QStringList{"h(0) ≠ 0"});
        QCOMPARE(lines(makeCircuit("bidirectional", {}), {"g"}), (QStringList{"h(0) = 0", "g(10) ≠ 0"}));
        QCOMPARE(lines(makeCircuit("lstm", {}), {"s"}), (QStringList{"s(0) ≠ 0", "h(0) = 0"}));
        QCOMPARE(lines(makeCircuit("jordan", {}), {}), QStringList{"o(0) = 0"});
        QCOMPARE(lines(makeCircuit("encoder-decoder", {}, Activation::Tanh, 3), {}), QStringList{"h(0) = 0"});
        QCOMPARE(lines(makeCircuit("feed-forward", {}), {}), QStringList{});
        QCOMPARE(
            lines(written(Activation::Tanh, "", {{"n", "W", 3, 1, "", 0, {}}}), {}), QStringList{"n(t) = 0 t ≤ 0"});
    }

    void theGainMultipliesRecurrentWeights()
    {
        const auto lines = [](const char *name) {
            QStringList all;
            for (const Formula &formula : gainFormulas(makeCircuit(name, {})))
                all << QString::fromStdString(plainText(formula));
            return all;
        };
        QCOMPARE(lines("elman"), QStringList{"W = gain W_0"});
        QCOMPARE(lines("bidirectional"), (QStringList{"W = gain W_0", "W_g = gain W_{g,0}"}));
        QCOMPARE(lines("feed-forward"), QStringList{});
    }

    void gradientSumsOverEveryReader()
    {
        QCOMPARE(gradientOf(makeCircuit("elman", {}), "h"), elmanGradient);
        QCOMPARE(gradientOf(makeCircuit("elman", {}), "x"), "∂L/∂x(t) = Uᵀ diag(1 − (h(t))²) ∂L/∂h(t)");
        QCOMPARE(gradientOf(makeCircuit("bidirectional", {}), "g"),
            "∂L/∂g(t) = W_gᵀ diag(1 − (g(t−1))²) ∂L/∂g(t−1) + V_gᵀ ∂L/∂o(t)");
        QCOMPARE(
            gradientOf(makeCircuit("lstm", {}), "s"), "∂L/∂s(t) = f(t+1) ⊙ ∂L/∂s(t+1) + diag(1 − (m(t))²) ∂L/∂m(t)");
        QCOMPARE(gradientOf(makeCircuit("lstm", {}), "f"), "∂L/∂f(t) = s(t−1) ⊙ ∂L/∂s(t)"); // as a gate
        QCOMPARE(gradientOf(makeCircuit("gru", {}), "z"), "∂L/∂z(t) = −k(t) ⊙ ∂L/∂h(t) + h(t−1) ⊙ ∂L/∂h(t)");
        QCOMPARE(gradientOf(makeCircuit("gru", {}), "r"), "∂L/∂r(t) = p(t) ⊙ diag(1 − (k(t))²) ∂L/∂k(t)");
    }

    void twoTermsThatAreOneAreWrittenSo()
    {
        QCOMPARE(gradientOf(makeCircuit("gru", {}), "k"), "∂L/∂k(t) = (1 − z(t)) ⊙ ∂L/∂h(t)");
        // where the gate exists at some of the steps only, they are two
        Circuit circuit = makeCircuit("gru", {});
        circuit.nodes[static_cast<size_t>(circuit.indexOf("z"))].span = {Span::Kind::Last, 2};
        QVERIFY(formulasOf(circuit, 0, 5).contains("h(t) = k(t) − z(t) ⊙ k(t) [t ≥ 4] + z(t) ⊙ h(t−1) [t ≥ 4]"));
        QVERIFY(formulasOf(circuit, 2, 5).contains("h(2) = k(2)"));
        QVERIFY(formulasOf(circuit, 4, 5).contains("h(4) = (1 − z(4)) ⊙ k(4) + z(4) ⊙ h(3)"));
    }

    void slopeByActivation()
    {
        const auto gradient = [](Activation a) { return gradientOf(makeCircuit("autonomous", {}, a), "s"); };
        QCOMPARE(gradient(Activation::Identity), "∂L/∂s(t) = Wᵀ ∂L/∂s(t+1)");
        QCOMPARE(gradient(Activation::Relu), "∂L/∂s(t) = Wᵀ diag([a(t+1) > 0]) ∂L/∂s(t+1)");
        QCOMPARE(gradient(Activation::Sigmoid), "∂L/∂s(t) = Wᵀ diag(s(t+1) ⊙ (1 − s(t+1))) ∂L/∂s(t+1)");
    }

    void gradientOfTheLossItself()
    {
        const Circuit circuit = makeCircuit("elman", {});
        Loss loss = crossEntropy();
        QCOMPARE(gradientOf(circuit, "o", 0, &loss), "∂L/∂o(t) = ŷ(t) − onehot(y(t))");
        loss.kind = LossKind::SquaredError;
        QCOMPARE(gradientOf(circuit, "o", 3, &loss, 16), "∂L/∂o(3) = o(3) − y(3)");
        loss.at = {Span::Kind::Last, 1};
        QCOMPARE(gradientOf(circuit, "o", 0, &loss, 16), "∂L/∂o(t) = (o(t) − y(t)) [t = 16]");
        QCOMPARE(gradientOf(circuit, "o", 3, &loss, 16), "∂L/∂o(3) = 0");
    }

    void gradientOfOneStepsLoss()
    {
        const Loss loss = crossEntropy();
        const Circuit circuit = makeCircuit("elman", {});
        QCOMPARE(gradientOf(circuit, "o", 0, &loss, 16, 16), "∂L(16)/∂o(t) = (ŷ(t) − onehot(y(t))) [t = 16]");
    }

    void whatHasNoWayToTheLossIsLeftOut()
    {
        const Circuit circuit = makeCircuit("elman", {});
        const Loss every = crossEntropy(), last = crossEntropy({Span::Kind::Last, 1});
        const QString onlyThere = elmanGradient + " [t = 16]";
        QCOMPARE(gradientOf(circuit, "h", 0, &last, 16), onlyThere);
        QCOMPARE(gradientOf(circuit, "h", 0, &every, 16, 16), QString(onlyThere).replace("∂L/", "∂L(16)/"));
        QCOMPARE(gradientOf(circuit, "h", 9, &last, 16), "∂L/∂h(9) = Wᵀ diag(1 − (h(10))²) ∂L/∂h(10)");
        QCOMPARE(gradientOf(makeCircuit("jordan", {}), "o", 0, &last, 16),
            "∂L/∂o(t) = Wᵀ diag(1 − (h(t+1))²) ∂L/∂h(t+1) + (ŷ(t) − onehot(y(t))) [t = 16]");
    }

    void gradientsOfParametersAreSumsOverTheSteps()
    {
        const Loss loss = crossEntropy();
        const auto gradient = [&](const Circuit &circuit, const char *name, int lossStep = 0) {
            return QString::fromStdString(plainText(parameterGradientFormula(circuit, name, loss, 16, lossStep)));
        };
        const Circuit circuit = makeCircuit("elman", {});
        QCOMPARE(gradient(circuit, "W"), "∂L/∂W = ∑_{t=1}^{16} diag(1 − (h(t))²) ∂L/∂h(t) h(t−1)ᵀ");
        QCOMPARE(gradient(circuit, "U"), "∂L/∂U = ∑_{t=1}^{16} diag(1 − (h(t))²) ∂L/∂h(t) x(t)ᵀ");
        QCOMPARE(gradient(circuit, "b"), "∂L/∂b = ∑_{t=1}^{16} diag(1 − (h(t))²) ∂L/∂h(t)");
        QCOMPARE(gradient(circuit, "V"), "∂L/∂V = ∑_{t=1}^{16} ∂L/∂o(t) h(t)ᵀ");
        QCOMPARE(gradient(circuit, "c"), "∂L/∂c = ∑_{t=1}^{16} ∂L/∂o(t)");
        QCOMPARE(gradient(circuit, "V", 16), "∂L(16)/∂V = ∂L(16)/∂o(16) h(16)ᵀ");
        QCOMPARE(gradient(makeCircuit("encoder-decoder", {}, Activation::Identity, 3), "W_s"),
            "∂L/∂W_s = ∑_{t=5}^{16} ∂L/∂s(t) s(t−1)ᵀ + ∂L/∂s(4) h(3)ᵀ");
        QCOMPARE(gradient(makeCircuit("feed-forward", {}), "none"), "∂L/∂none = 0");
    }

    void gradientAtTheEnds()
    {
        const Circuit circuit = makeCircuit("elman", {});
        QCOMPARE(gradientOf(circuit, "h", 16, nullptr, 16), "∂L/∂h(16) = Vᵀ ∂L/∂o(16)"); // nothing from h(17)
        const Circuit last = elmanWithSpan("o", {Span::Kind::Last, 1});
        QCOMPARE(gradientOf(last, "h", 0, nullptr, 16),
            "∂L/∂h(t) = Wᵀ diag(1 − (h(t+1))²) ∂L/∂h(t+1) + Vᵀ ∂L/∂o(t) [t = 16]");
        QCOMPARE(gradientOf(last, "h", 9, nullptr, 16), "∂L/∂h(9) = Wᵀ diag(1 − (h(10))²) ∂L/∂h(10)");
    }

    void encoderMeetsDecoder()
    {
        QCOMPARE(gradientOf(makeCircuit("encoder-decoder", {}, Activation::Identity, 3), "h"),
            "∂L/∂h(t) = Wᵀ ∂L/∂h(t+1) [t ≤ 2] + W_sᵀ ∂L/∂s(t+1) [t = 3] t ≤ 3");
    }

    void namesOfPreActivations()
    {
        const Circuit one = makeCircuit("elman", {});
        QCOMPARE(preActivationName(one, one.indexOf("h")), std::string("a"));
        const Circuit two = makeCircuit("bidirectional", {});
        QCOMPARE(preActivationName(two, two.indexOf("g")), std::string("a_g"));
        Circuit taken = one;
        taken.nodes[0].name = "a"; // an input called a
        QCOMPARE(preActivationName(taken, taken.indexOf("h")), std::string("a_h"));
    }

    void symbolsSayWhatTheyStandFor()
    {
        const Circuit circuit = makeCircuit("elman", {});
        const std::vector<Formula::Part> parts = nodeFormulas(circuit, circuit.indexOf("h")).front().parts;
        const auto has = [&](const SymbolRef &ref) {
            return std::any_of(parts.begin(), parts.end(), [&](const auto &part) { return part.ref == ref; });
        };
        QVERIFY(has({SymbolRef::Kind::PreActivation, "h", 0}));
        QVERIFY(has({SymbolRef::Kind::Parameter, "W", 0}));
        QVERIFY(has({SymbolRef::Kind::Node, "h", 1}));
        QVERIFY(has({SymbolRef::Kind::Node, "x", 0}));
        QVERIFY(has({SymbolRef::Kind::Parameter, "b", 0}));
    }
};

UNFOLD_GUILESS_TEST(FormulaTest)
#include "formula_test.moc"
