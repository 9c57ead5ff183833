#include "core/formula/unfolded_formula.h"

#include "core/circuit/catalogue.h"
#include "core/formula/formula.h"
#include "tests/core/circuit/small_circuits.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace unfold;

namespace {

QStringList linesOf(const Circuit &circuit, int step, int steps, int most = 3, int mostParts = 60)
{
    QStringList lines;
    for (const UnfoldedLine &line :
        unfoldedFormula(circuit, unfoldingNode(circuit, steps), step, steps, most, mostParts))
        lines << QString::fromStdString(plainText(line.formula));
    return lines;
}

QStringList linesOf(const char *name, int step = 3, int steps = 4)
{
    return linesOf(makeCircuit(name, {}, Activation::Tanh, 2), step, steps);
}

std::string nameOfUnfolding(const char *name)
{
    const Circuit circuit = makeCircuit(name, {}, Activation::Tanh, 3);
    const int node = unfoldingNode(circuit, 6);
    return node < 0 ? "" : circuit.nodes[static_cast<size_t>(node)].name;
}

} // namespace

class UnfoldedFormulaTest : public QObject
{
    Q_OBJECT

private slots:
    void theStateUnfolds()
    {
        QCOMPARE(nameOfUnfolding("feed-forward"), std::string());
        QCOMPARE(nameOfUnfolding("autonomous"), std::string("s"));
        QCOMPARE(nameOfUnfolding("elman"), std::string("h"));
        QCOMPARE(nameOfUnfolding("jordan"), std::string("h"));
        QCOMPARE(nameOfUnfolding("bidirectional"), std::string("h"));
        QCOMPARE(nameOfUnfolding("lstm"), std::string("s"));
        QCOMPARE(nameOfUnfolding("gru"), std::string("h"));
        QCOMPARE(nameOfUnfolding("gru-reset-before"), std::string("h"));
        QCOMPARE(nameOfUnfolding("encoder-decoder"), std::string("h"));
    }

    void linesOfTheCatalogue_data()
    {
        QTest::addColumn<QString>("circuit");
        QTest::addColumn<QStringList>("expected");
        QTest::newRow("autonomous") << "autonomous" << QStringList{"s(3) = tanh(W s(2))", "= tanh(W tanh(W s(1)))"};
        const QStringList hidden{
            "h(3) = tanh(b + W h(2) + U x(3))", "= tanh(b + W tanh(b + W h(1) + U x(2)) + U x(3))"};
        QTest::newRow("driven") << "driven" << hidden;
        QTest::newRow("elman") << "elman" << hidden;
        QTest::newRow("bidirectional") << "bidirectional" << hidden;
        QTest::newRow("jordan") << "jordan"
                                << QStringList{"h(3) = tanh(b + W o(2) + U x(3))",
                                       "= tanh(b + W (c + V h(2)) + U x(3))",
                                       "= tanh(b + W (c + V tanh(b + W o(1) + U x(2))) + U x(3))"};
        QTest::newRow("lstm") << "lstm"
                              << QStringList{"s(3) = f(3) ⊙ s(2) + i(3) ⊙ k(3)",
                                     "= f(3) ⊙ (f(2) ⊙ s(1) + i(2) ⊙ k(2)) + i(3) ⊙ k(3)"};
        const QStringList gru{"h(3) = (1 − z(3)) ⊙ k(3) + z(3) ⊙ h(2)",
            "= (1 − z(3)) ⊙ k(3) + z(3) ⊙ ((1 − z(2)) ⊙ k(2) + z(2) ⊙ h(1))"};
        QTest::newRow("gru") << "gru" << gru;
        QTest::newRow("gru-reset-before") << "gru-reset-before" << gru;
        QTest::newRow("feed-forward") << "feed-forward" << QStringList{};
        QTest::newRow("encoder-decoder") << "encoder-decoder" << QStringList{"h(2) = tanh(b + W h(1) + U x(2))"};
    }

    void linesOfTheCatalogue()
    {
        QFETCH(QString, circuit);
        QFETCH(QStringList, expected);
        QCOMPARE(linesOf(qPrintable(circuit), circuit == QLatin1String("encoder-decoder") ? 2 : 3), expected);
    }

    void theFutureUnfoldsToo()
    {
        const Circuit circuit = makeCircuit("bidirectional", {});
        const auto lines = unfoldedFormula(circuit, circuit.indexOf("g"), 2, 4, 5);
        QCOMPARE(lines.size(), size_t(2)); // g(4) would read a value after the last step
        QCOMPARE(QString::fromStdString(plainText(lines.back().formula)),
            QStringLiteral("= tanh(b_g + W_g tanh(b_g + W_g g(4) + U_g x(3)) + U_g x(2))"));
    }

    void aSkipOpensTheNearestStepFirst()
    {
        Circuit circuit{"skip", {state("h", {reads("h", 1, "W"), reads("h", 2, "M")})}};
        QCOMPARE(linesOf(circuit, 4, 5, 3),
            QStringList({"h(4) = W h(3) + M h(2)", "= W (W h(2) + M h(1)) + M h(2)",
                "= W (W (W h(1) + M h(0)) + M h(1)) + M (W h(1) + M h(0))"}));
        const auto lines = unfoldedFormula(circuit, 0, 4, 5, 3);
        QCOMPARE(lines[2].fresh.size(), size_t(2)); // both copies of h(2)
    }

    void whatIsNewIsMarked()
    {
        const Circuit circuit = makeCircuit("elman", {});
        const auto lines = unfoldedFormula(circuit, circuit.indexOf("h"), 4, 5, 9);
        QCOMPARE(lines.size(), size_t(3)); // h(1) would end in h(0)
        QVERIFY(lines[0].fresh.empty());
        for (size_t i = 1; i < lines.size(); ++i) {
            QCOMPARE(lines[i].fresh.size(), size_t(1));
            Formula fresh;
            for (size_t part = lines[i].fresh[0].first; part < lines[i].fresh[0].last; ++part)
                fresh.parts.push_back(lines[i].formula.parts[part]);
            const int step = 4 - static_cast<int>(i);
            QCOMPARE(QString::fromStdString(plainText(fresh)),
                QStringLiteral("tanh(b + W h(%1) + U x(%2))").arg(step - 1).arg(step));
        }
    }

    void whatIsTooLongIsCutToWhatLeadsOn()
    {
        const Circuit circuit = makeCircuit("elman", {});
        QCOMPARE(linesOf(circuit, 4, 5, 3, 30),
            QStringList({"h(4) = tanh(b + W h(3) + U x(4))", "= tanh(b + W tanh(b + W h(2) + U x(3)) + U x(4))",
                "= tanh(b + W tanh(… + W tanh(… + W h(1) + …) + …) + U x(4))"}));
    }

    /// Not a name is used that the circuit does not have, and every line is longer than the one before.
    void everyCircuitOfTheCatalogueGivesLinesOfItsOwnNames()
    {
        for (const CatalogueEntry &entry : catalogue()) {
            const Circuit circuit = makeCircuit(entry.name, {}, Activation::Tanh, 3);
            const int node = unfoldingNode(circuit, 6);
            for (const UnfoldedLine &line : unfoldedFormula(circuit, node, 3, 6, 4))
                for (const Formula::Part &part : line.formula.parts)
                    if (part.ref.kind == SymbolRef::Kind::Node)
                        QVERIFY2(circuit.indexOf(part.ref.name) >= 0, part.ref.name.c_str());
        }
    }
};

UNFOLD_GUILESS_TEST(UnfoldedFormulaTest)
#include "unfolded_formula_test.moc"
