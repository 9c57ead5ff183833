#include "core/formula/formula_tree.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace unfold;

namespace {
Formula::Part part(const char *text)
{
    Formula::Part p;
    p.text = text;
    return p;
}
} // namespace

class FormulaTreeTest : public QObject
{
    Q_OBJECT

private slots:
    void namesBecomeBaseAndSubscript_data()
    {
        QTest::addColumn<QString>("base");
        QTest::addColumn<QString>("subscript");
        QTest::newRow("W") << "W"
                           << "";
        QTest::newRow("W_g") << "W"
                             << "g";
        QTest::newRow("W_rec") << "W"
                               << "rec";
        QTest::newRow("h2") << "h"
                            << "2";
        QTest::newRow("42") << "42"
                            << "";
        QTest::newRow("W_") << "W_"
                            << "";
        QTest::newRow("_g") << "_g"
                            << "";
        QTest::newRow("state") << "state"
                               << "";
    }

    void namesBecomeBaseAndSubscript()
    {
        QFETCH(QString, base);
        QFETCH(QString, subscript);
        const SymbolRef ref{SymbolRef::Kind::Parameter, QTest::currentDataTag(), 0};
        const Formula::Part symbol = symbolPart(ref.name, ref);
        QCOMPARE(QString::fromStdString(symbol.text), base);
        QCOMPARE(symbol.style, Formula::Style::BoldItalic);
        QCOMPARE(symbol.subscript.empty(), subscript.isEmpty());
        if (!subscript.isEmpty()) {
            QCOMPARE(QString::fromStdString(symbol.subscript.front().text), subscript);
            QVERIFY(symbol.subscript.front().ref == ref);
            const bool letter = subscript == "g"; // words and digits stand upright
            QCOMPARE(symbol.subscript.front().style, letter ? Formula::Style::Italic : Formula::Style::Upright);
        }
    }

    void scriptsKeepTheirText()
    {
        const std::vector<Formula::Part> row = scriptParts("(t−1)");
        QCOMPARE(row.size(), size_t{3});
        QCOMPARE(row[1].text, std::string("t"));
        QCOMPARE(row[1].style, Formula::Style::Italic);
        QCOMPARE(row[2].text, std::string("−1)"));
        QVERIFY(scriptParts("").empty());
    }

    void minusIsASignWithoutLeftOperand()
    {
        using C = MathClass;
        const auto classes = mathClasses({part("−"), part("x"), part("−"), part("("), part("−"), part("y"), part(")")});
        const std::vector<C> expected{C::Ordinary, C::Ordinary, C::Binary, C::Open, C::Ordinary, C::Ordinary, C::Close};
        QVERIFY(classes == expected);
        const auto afterRelation = mathClasses({part("L"), part(" = "), part("−"), part("1")});
        QVERIFY(afterRelation[1] == C::Relation && afterRelation[2] == C::Ordinary);
    }

    void plainTextOfFractionsAndScripts()
    {
        Formula::Part fraction;
        fraction.numerator = {part("1")};
        fraction.denominator = {part("2")};
        Formula::Part square = part("x");
        square.superscript = {part("2")};
        Formula::Part transposed = part("W");
        transposed.superscript = {part("⊤")};
        QCOMPARE(plainText({{fraction, part("+"), square, part("="), transposed}}), std::string("1/2 + x² = Wᵀ"));
    }
};

UNFOLD_GUILESS_TEST(FormulaTreeTest)
#include "formula_tree_test.moc"
