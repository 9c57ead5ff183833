#include "core/circuit/catalogue.h"
#include "tests/support/test_program.h"
#include "ui/formula/equations_layout.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace unfold;

namespace {

constexpr double size = 18;

EquationStyles styles()
{
    FormulaStyle style;
    style.pixelSize = size;
    return {style, style};
}

EquationsContent contentOf(const char *name, const char *node)
{
    const Circuit circuit = makeCircuit(name, {});
    const Loss loss{LossKind::CrossEntropy, "o", {}, {}, {}};
    EquationsContent content;
    for (int i = 0; i < static_cast<int>(circuit.nodes.size()); ++i)
        for (const Formula &formula : nodeFormulas(circuit, i))
            content.nodes.push_back(formula);
    content.loss = {lossFormula(circuit, loss, 16)};
    content.gradient = {gradientFormula(circuit, circuit.indexOf(node), 0, &loss, 16)};
    return content;
}

QRectF inkOf(const EquationLine &line)
{
    return line.formula.bounds().translated(line.baseline);
}

int linesIn(const EquationsLayout &layout, EquationGroup group)
{
    return static_cast<int>(std::count_if(
        layout.lines.begin(), layout.lines.end(), [&](const EquationLine &line) { return line.group == group; }));
}

} // namespace

class EquationsLayoutTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { loadFonts(); }

    void oneFormulaALineWhereThereIsRoom()
    {
        const EquationsLayout layout = layOutEquations(contentOf("elman", "h"), styles(), 2000);
        QCOMPARE(linesIn(layout, EquationGroup::Forward), 4);
        QCOMPARE(linesIn(layout, EquationGroup::Gradient), 1);
    }

    void linesDoNotTouch_data()
    {
        QTest::addColumn<double>("width");
        for (const double width : {120.0, 264.0, 2000.0})
            QTest::newRow(qPrintable(QString::number(width))) << width;
    }

    void linesDoNotTouch()
    {
        QFETCH(double, width);
        for (const char *name : {"elman", "lstm", "gru"}) {
            const EquationsLayout layout = layOutEquations(contentOf(name, "h"), styles(), width);
            for (size_t i = 1; i < layout.lines.size(); ++i)
                QVERIFY(inkOf(layout.lines[i - 1]).bottom() < inkOf(layout.lines[i]).top());
            QVERIFY(inkOf(layout.lines.front()).top() >= 0);
            QVERIFY(inkOf(layout.lines.back()).bottom() <= layout.size.height());
        }
    }

    void theHairlineStandsBeforeTheGradient()
    {
        const EquationsLayout layout = layOutEquations(contentOf("elman", "h"), styles(), 264);
        QCOMPARE(layout.hairlines.size(), size_t{1}); // without gradients of parameters
        for (const EquationLine &line : layout.lines) {
            if (line.group == EquationGroup::Forward)
                QVERIFY(inkOf(line).bottom() < layout.hairlines.front());
            else
                QVERIFY(inkOf(line).top() > layout.hairlines.front());
        }
        EquationsContent without = contentOf("elman", "h");
        without.gradient.clear();
        QVERIFY(layOutEquations(without, styles(), 264).hairlines.empty());
    }

    void gradientsOfParametersComeBelowAnother()
    {
        EquationsContent content = contentOf("elman", "h");
        content.parameters = content.gradient;
        const EquationsLayout layout = layOutEquations(content, styles(), 264);
        QCOMPARE(layout.hairlines.size(), size_t{2});
        for (const EquationLine &line : layout.lines)
            QCOMPARE(inkOf(line).top() > layout.hairlines.back(), line.group == EquationGroup::ParameterGradient);
    }

    void aNormIsNotBroken()
    {
        const Loss loss{LossKind::SquaredError, "o", {}, {}, {}};
        for (const Formula &piece : breakable(lossFormulas(makeCircuit("elman", {}), loss, 16).front())) {
            int bars = 0;
            for (const Formula::Part &part : piece.parts)
                bars += part.text == "‖";
            QCOMPARE(bars % 2, 0);
        }
    }

    void longFormulasBreakBeforeAPlus()
    {
        const EquationsLayout layout = layOutEquations(contentOf("lstm", "h"), styles(), 300);
        QVERIFY(linesIn(layout, EquationGroup::Gradient) >= 5);
        QVERIFY(layout.size.width() <= 300);
        QCOMPARE(layout.lines[layout.lines.size() - 2].baseline.x(), layout.lines.back().baseline.x());
        QVERIFY(layout.lines.back().baseline.x() > 0);
    }

    void aLittleTooWideIsSetSmallerInstead()
    {
        EquationsContent content = contentOf("elman", "h");
        content.gradient.clear();
        const double natural = layOutEquations(content, styles(), 2000).size.width();
        const EquationsLayout tight = layOutEquations(content, styles(), 0.9 * natural);
        QCOMPARE(linesIn(tight, EquationGroup::Forward), 4);
        QVERIFY(tight.size.width() <= std::ceil(0.9 * natural));
    }

    void neverSmallerThanCanBeRead()
    {
        const EquationsLayout layout = layOutEquations(contentOf("gru", "h"), styles(), 60);
        QVERIFY(layout.size.width() > 60); // it scrolls
        const double one = typeset({{symbolPart("h", {})}}, styles().forward).bounds().height();
        QVERIFY(layout.lines.front().formula.bounds().height() > 0.7 * one);
    }

    void breaksOnlyOutsideParentheses()
    {
        const Circuit circuit = makeCircuit("elman", {});
        const std::vector<Formula> pieces = breakable(gradientFormula(circuit, circuit.indexOf("h")));
        QCOMPARE(pieces.size(), size_t{2}); // not at 1 − (h(t+1))², nor inside (t+1)
        QCOMPARE(plainText(pieces[1]), std::string(" + Vᵀ ∂L/∂o(t)"));
    }

    void nothingIsNothing()
    {
        const EquationsLayout layout = layOutEquations({}, styles(), 264);
        QVERIFY(layout.lines.empty());
        QVERIFY(layout.hairlines.empty());
    }
};

UNFOLD_TEST(EquationsLayoutTest)
#include "equations_layout_test.moc"
