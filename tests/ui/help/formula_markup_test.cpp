#include "tests/support/test_program.h"
#include "ui/help/formula_markup.h"

#include "core/circuit/input_error.h"

#include <QTest>

using namespace unfold;

class FormulaMarkupTest : public QObject
{
    Q_OBJECT

private slots:
    void reads_data()
    {
        QTest::addColumn<QString>("markup");
        QTest::addColumn<QString>("plain");
        QTest::newRow("scripts") << "*h*^{(t)} = tanh(*a*^{(t)})"
                                 << "h(t) = tanh(a(t))";
        QTest::newRow("fraction") << "frac{∂L}{∂*h*^{(t)}}"
                                  << "∂L/∂h(t)";
        QTest::newRow("subscript word") << "*W*_{rec} · *W*_{0}"
                                        << "W_rec · W_0";
        QTest::newRow("number") << "0.9^{100} ≈ 0.00003"
                                << "0.9100 ≈ 0.00003";
        QTest::newRow("nothing") << ""
                                 << "";
    }
    void reads()
    {
        QFETCH(QString, markup);
        QFETCH(QString, plain);
        QCOMPARE(QString::fromStdString(plainText(formulaFrom(markup))), plain);
    }

    void parametersAndTheLossKnowWhatTheyAre()
    {
        const Formula formula = formulaFrom(QStringLiteral("*W* *h* L"));
        QCOMPARE(formula.parts[0].ref.kind, SymbolRef::Kind::Parameter);
        QCOMPARE(formula.parts[0].style, Formula::Style::BoldItalic);
        QCOMPARE(formula.parts[1].ref.kind, SymbolRef::Kind::None);
        QCOMPARE(formula.parts[2].ref.kind, SymbolRef::Kind::Loss);
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("markup");
        QTest::newRow("not closed") << "*h*^{(t)";
        QTest::newRow("not opened") << "*h*}";
        QTest::newRow("script without braces") << "*h*^2";
        QTest::newRow("half a fraction") << "frac{1}";
        QTest::newRow("empty denominator") << "frac{1}{}";
    }
    void refuses()
    {
        QFETCH(QString, markup);
        QVERIFY_THROWS_EXCEPTION(InputError, formulaFrom(markup));
    }
};

UNFOLD_GUILESS_TEST(FormulaMarkupTest)
#include "formula_markup_test.moc"
