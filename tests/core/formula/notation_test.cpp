// The indexed notation: the names of every circuit of the catalogue, and what holds for any circuit.
#include "core/circuit/catalogue.h"
#include "core/circuit/parameters.h"
#include "core/formula/formula.h"
#include "core/formula/notation.h"
#include "tests/core/engine/random_run.h"
#include "tests/support/test_program.h"

#include <QTest>

#include <algorithm>
#include <set>

using namespace unfold;

namespace {

Circuit indexed(Circuit circuit)
{
    circuit.names = namesIn(Notation::Indexed, circuit);
    return circuit;
}

QStringList formulasOf(const Circuit &circuit, int step = 0, int steps = 0)
{
    QStringList lines;
    for (int node = 0; node < static_cast<int>(circuit.nodes.size()); ++node)
        for (const Formula &formula : nodeFormulas(circuit, node, step, steps))
            lines << QString::fromStdString(plainText(formula));
    return lines;
}

/// Everything that is given a name, under the name that is read.
std::vector<std::string> allRead(const Circuit &circuit)
{
    std::vector<std::string> read;
    for (size_t n = 0; n < circuit.nodes.size(); ++n) {
        const Node &node = circuit.nodes[n];
        read.push_back(circuit.names.node(node.name));
        if (circuit.names.preActivations.contains(node.name))
            read.push_back(preActivationName(circuit, static_cast<int>(n)));
    }
    for (const ParameterInfo &parameter : parametersOf(circuit))
        read.push_back(circuit.names.parameter(parameter.name));
    return read;
}

Node state(const std::string &name, std::vector<Term> terms, const std::string &bias = {})
{
    return {name, Role::State, 2, Activation::Tanh, bias, std::move(terms), {}, {}};
}

Node input(const std::string &name)
{
    return {name, Role::Input, 2, Activation::Identity, "", {}, {}, {}};
}

QString parameterOf(const Circuit &circuit, const char *name)
{
    return QString::fromStdString(circuit.names.parameter(name));
}

QString nodeOf(const Circuit &circuit, const char *name)
{
    return QString::fromStdString(circuit.names.node(name));
}

} // namespace

class NotationTest : public QObject
{
    Q_OBJECT

private slots:
    void everyCircuitOfTheCatalogue_data()
    {
        QTest::addColumn<QStringList>("lines");
        const QString in = QStringLiteral("z_a⟨t⟩ = b_a + W_aa a⟨t−1⟩ + W_ax x⟨t⟩");
        const QString state = QStringLiteral("a⟨t⟩ = tanh(z_a⟨t⟩)");
        const QString out = QStringLiteral("z_y⟨t⟩ = b_y + W_ya a⟨t⟩");
        QTest::newRow("feed-forward") << QStringList{"z_a⟨t⟩ = b_a + W_ax x⟨t⟩", state, out};
        QTest::newRow("autonomous") << QStringList{"z_a⟨t⟩ = W_aa a⟨t−1⟩", state};
        QTest::newRow("driven") << QStringList{in, state};
        QTest::newRow("elman") << QStringList{in, state, out};
        QTest::newRow("jordan") << QStringList{"z_a⟨t⟩ = b_a + W_ay z_y⟨t−1⟩ + W_ax x⟨t⟩", state, out};
        QTest::newRow("bidirectional") << QStringList{in, state, "z_g⟨t⟩ = b_g + W_gg g⟨t+1⟩ + W_gx x⟨t⟩",
            "g⟨t⟩ = tanh(z_g⟨t⟩)", "z_y⟨t⟩ = b_y + W_ya a⟨t⟩ + W_yg g⟨t⟩"};
        QTest::newRow("lstm") << QStringList{"z_f⟨t⟩ = b_f + W_fa a⟨t−1⟩ + W_fx x⟨t⟩", "Γ_f⟨t⟩ = σ(z_f⟨t⟩)",
            "z_i⟨t⟩ = b_i + W_ia a⟨t−1⟩ + W_ix x⟨t⟩", "Γ_i⟨t⟩ = σ(z_i⟨t⟩)", "z_o⟨t⟩ = b_o + W_oa a⟨t−1⟩ + W_ox x⟨t⟩",
            "Γ_o⟨t⟩ = σ(z_o⟨t⟩)", "z_c⟨t⟩ = b_c + W_ca a⟨t−1⟩ + W_cx x⟨t⟩", "c̃⟨t⟩ = tanh(z_c⟨t⟩)",
            "c⟨t⟩ = Γ_f⟨t⟩ ⊙ c⟨t−1⟩ + Γ_i⟨t⟩ ⊙ c̃⟨t⟩", "m⟨t⟩ = tanh(c⟨t⟩)", "a⟨t⟩ = Γ_o⟨t⟩ ⊙ m⟨t⟩", out};
        const QStringList gates{"z_Γ⟨t⟩ = b_z + W_zc c⟨t−1⟩ + W_zx x⟨t⟩", "Γ_z⟨t⟩ = σ(z_Γ⟨t⟩)",
            "z_r⟨t⟩ = b_r + W_rc c⟨t−1⟩ + W_rx x⟨t⟩", "Γ_r⟨t⟩ = σ(z_r⟨t⟩)"};
        const QStringList mixed{
            "c̃⟨t⟩ = tanh(z_c⟨t⟩)", "c⟨t⟩ = (1 − Γ_z⟨t⟩) ⊙ c̃⟨t⟩ + Γ_z⟨t⟩ ⊙ c⟨t−1⟩", "z_y⟨t⟩ = b_y + W_yc c⟨t⟩"};
        QTest::newRow("gru") << gates
                + QStringList{"p⟨t⟩ = b_p + W_pc c⟨t−1⟩", "z_c⟨t⟩ = b_c + W_cx x⟨t⟩ + Γ_r⟨t⟩ ⊙ p⟨t⟩"} + mixed;
        QTest::newRow("gru-reset-before")
            << gates + QStringList{"p⟨t⟩ = Γ_r⟨t⟩ ⊙ c⟨t−1⟩", "z_c⟨t⟩ = b_c + W_cx x⟨t⟩ + W_cp p⟨t⟩"} + mixed;
        QTest::newRow("encoder-decoder") << QStringList{in, "a⟨t⟩ = tanh(z_a⟨t⟩) t = 1",
            "z_s⟨t⟩ = b_s + W_s s⟨t−1⟩ [t ≥ 3] + W_s a⟨t−1⟩ [t = 2] + W_sy y⟨t−1⟩", "s⟨t⟩ = tanh(z_s⟨t⟩) t ≥ 2",
            "z_y⟨t⟩ = b_y + W_ys s⟨t⟩ t ≥ 2"};
    }

    void everyCircuitOfTheCatalogue()
    {
        QFETCH(QStringList, lines);
        const Circuit circuit = makeCircuit(QTest::currentDataTag(), {});
        QCOMPARE(formulasOf(indexed(circuit)), lines);
    }

    void noCircuitIsLeftOut()
    {
        for (const CatalogueEntry &entry : catalogue()) {
            const Names names = namesIn(Notation::Indexed, makeCircuit(entry.name, {}));
            QVERIFY2(!names.parameters.empty(), entry.name.c_str());
        }
    }

    void theLettersAreTheCircuitsOwnNames()
    {
        const Circuit circuit = makeCircuit("lstm", {});
        QCOMPARE(namesIn(Notation::Letters, circuit), Names{});
        QVERIFY(circuit.names == Names{});
    }

    void gradientAndLossAreWrittenInIt()
    {
        const Circuit elman = indexed(makeCircuit("elman", {}));
        const Loss loss{LossKind::CrossEntropy, "o", {}, {}, {}};
        QCOMPARE(plainText(gradientFormula(elman, elman.indexOf("h"), 0, &loss, 16, 16)),
            std::string("∂L⟨16⟩/∂a⟨t⟩ = W_aaᵀ diag(1 − (a⟨t+1⟩)²) ∂L⟨16⟩/∂a⟨t+1⟩ + W_yaᵀ ∂L⟨16⟩/∂z_y⟨t⟩ [t = 16]"));
        QCOMPARE(plainText(lossFormula(elman, loss, 9)), std::string("L = −∑_{t=1}^{9} log softmax(z_y⟨t⟩)_y⟨t⟩"));
        QCOMPARE(formulasOf(elman, 4, 9).front(), QStringLiteral("z_a⟨4⟩ = b_a + W_aa a⟨3⟩ + W_ax x⟨4⟩"));
    }

    void whatASymbolIsStaysTheSame()
    {
        const Circuit circuit = makeCircuit("lstm", {});
        const Circuit read = indexed(circuit);
        for (int node = 0; node < static_cast<int>(circuit.nodes.size()); ++node) {
            const auto before = nodeFormulas(circuit, node), after = nodeFormulas(read, node);
            QCOMPARE(after.size(), before.size());
            for (size_t i = 0; i < before.size(); ++i)
                for (size_t p = 0; p < before[i].parts.size(); ++p)
                    QVERIFY(after[i].parts[p].ref == before[i].parts[p].ref);
        }
    }

    void theIndexIsItalicWithTwoLettersAndAWordWithThree()
    {
        QVERIFY(symbolPart("W_ax", {}).subscript.front().style == Formula::Style::Italic);
        QVERIFY(symbolPart("W_rec", {}).subscript.front().style == Formula::Style::Upright);
    }

    void matricesBetweenTheSameNodesAreNumbered()
    {
        Term first{"h", "W", 1, 1, "", 0, {}}, second{"h", "W2", 2, 1, "", 0, {}};
        const Circuit circuit = indexed({"", {state("h", {first, second})}});
        QCOMPARE(parameterOf(circuit, "W"), QStringLiteral("W_aa"));
        QCOMPARE(parameterOf(circuit, "W2"), QStringLiteral("W_aa,2"));
    }

    void aMatrixThatMultipliesSeveralNodesHasTheLetterOfItsNodeAlone()
    {
        const Circuit circuit
            = indexed({"", {input("x"), state("h", {{"x", "M", 0, 1, "", 0, {}}, {"h", "M", 1, 1, "", 0, {}}}, "d")}});
        QCOMPARE(parameterOf(circuit, "M"), QStringLiteral("W_a"));
        QVERIFY(circuit.names.stacked.empty()); // it is no two side by side
        QCOMPARE(parameterOf(circuit, "d"), QStringLiteral("b_a"));
    }

    void aMatrixIntoSeveralNodesIsNamedByItsFirstTerm()
    {
        const Circuit circuit = indexed(
            {"", {input("x"), state("h", {{"x", "M", 0, 1, "", 0, {}}}), state("g", {{"x", "M", 0, 1, "", 0, {}}})}});
        QCOMPARE(parameterOf(circuit, "M"), QStringLiteral("W_ax"));
    }

    void theDecoderReadsTheTargetOfTheStepBefore()
    {
        for (const Notation notation : {Notation::Letters, Notation::Indexed}) {
            Circuit circuit = makeCircuit("encoder-decoder", {}, Activation::Tanh, 3);
            circuit.names = namesIn(notation, circuit);
            const bool letters = notation == Notation::Letters;
            QCOMPARE(circuit.names.delayOf("y"), 1);
            QCOMPARE(circuit.names.delayOf("x"), 0);
            QCOMPARE(circuit.names.nodeAt("y", 5), std::string(letters ? "(4)" : "⟨4⟩"));
            QCOMPARE(circuit.names.nodeAt("y", "T"), std::string(letters ? "(T−1)" : "⟨T−1⟩"));
            QCOMPARE(circuit.names.nodeAt("x", 5), std::string(letters ? "(5)" : "⟨5⟩"));
            QVERIFY(formulasOf(circuit, 5, 6).join(u' ').contains(letters ? "U_s y(4)" : "W_sy y⟨4⟩"));
        }
    }

    void anInputCalledYElsewhereIsWhatItIs()
    {
        Circuit circuit = makeCircuit("encoder-decoder", {}, Activation::Tanh, 3);
        circuit.nodes[static_cast<size_t>(circuit.indexOf("y"))].size = 3; // no answer has three entries
        QCOMPARE(namesIn(Notation::Letters, circuit).delayOf("y"), 0);
        QCOMPARE(namesIn(Notation::Letters, indexed({"", {input("y"), state("h", {})}})).delayOf("y"), 0);
    }

    void matricesSideBySide_data()
    {
        QTest::addColumn<QString>("node");
        QTest::addColumn<QString>("line");
        QTest::newRow("elman") << "h"
                               << "= b_a + W_a [a⟨t−1⟩, x⟨t⟩] W_a = [W_aa | W_ax]";
        QTest::newRow("lstm") << "f"
                              << "= b_f + W_f [a⟨t−1⟩, x⟨t⟩] W_f = [W_fa | W_fx]";
        QTest::newRow("gru") << "k"
                             << ""; // the other term is no product with a matrix
        QTest::newRow("gru-reset-before") << "k"
                                          << "= b_c + W_c [x⟨t⟩, p⟨t⟩] W_c = [W_cx | W_cp]";
        QTest::newRow("bidirectional") << "o"
                                       << "= b_y + W_y [a⟨t⟩, g⟨t⟩] W_y = [W_ya | W_yg]";
        QTest::newRow("feed-forward") << "h"
                                      << "";
        QTest::newRow("encoder-decoder") << "s"
                                         << ""; // its terms are not all there at every step
    }

    void matricesSideBySide()
    {
        QFETCH(QString, node);
        QFETCH(QString, line);
        const Circuit circuit = makeCircuit(QTest::currentDataTag(), {}, Activation::Tanh, 3);
        const int index = circuit.indexOf(node.toStdString());
        QVERIFY(!stackedFormula(circuit, index, 9)); // the letters have no name for it
        const auto formula = stackedFormula(indexed(circuit), index, 9);
        QCOMPARE(formula ? QString::fromStdString(plainText(*formula)) : QString(), line);
    }

    void aNodeWhoseNewNameIsTakenKeepsItsOwn()
    {
        const Circuit circuit = indexed({"", {input("a"), state("h", {{"a", "U", 0, 1, "", 0, {}}})}});
        QCOMPARE(nodeOf(circuit, "a"), QStringLiteral("a"));
        QCOMPARE(nodeOf(circuit, "h"), QStringLiteral("h"));
        QCOMPARE(parameterOf(circuit, "U"), QStringLiteral("W_ha"));
    }

    void longNamesKeepApartInAnIndex()
    {
        const Circuit circuit = indexed({"",
            {input("x"), state("h1", {{"x", "U", 0, 1, "", 0, {}}, {"h1", "W", 1, 1, "", 0, {}}}),
                state("h2", {{"h1", "V", 0, 1, "", 0, {}}})}});
        QCOMPARE(nodeOf(circuit, "h2"), QStringLiteral("a2"));
        QCOMPARE(parameterOf(circuit, "W"), QStringLiteral("W_a1,a1"));
        QCOMPARE(parameterOf(circuit, "V"), QStringLiteral("W_a2,a1"));
    }

    void noTwoThingsOfAnyCircuitReadAlike()
    {
        for (std::uint64_t seed = 0; seed < 400; ++seed) {
            const Circuit circuit = indexed(RandomRun(seed).make().circuit);
            const std::vector<std::string> read = allRead(circuit);
            const std::set<std::string> different(read.begin(), read.end());
            QVERIFY2(different.size() == read.size(), qPrintable(QString::number(seed)));
        }
    }

    void namesByName()
    {
        QVERIFY(notationNamed("letters") == Notation::Letters);
        QVERIFY(notationNamed("indexed") == Notation::Indexed);
        QVERIFY(!notationNamed("Indexed"));
    }
};

UNFOLD_APPLESS_TEST(NotationTest)
#include "notation_test.moc"
