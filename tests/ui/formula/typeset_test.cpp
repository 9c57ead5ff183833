#include "core/circuit/catalogue.h"
#include "tests/support/test_program.h"
#include "ui/formula/math_font.h"
#include "ui/formula/typeset.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>
#include <QSvgGenerator>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace unfold;

namespace {

using Part = Formula::Part;

const SymbolRef hRef{SymbolRef::Kind::Node, "h", 0};

FormulaStyle styleOf(double pixelSize)
{
    FormulaStyle style;
    style.pixelSize = pixelSize;
    style.text = Qt::black;
    return style;
}

Part part(const char *text, const SymbolRef &ref = {})
{
    Part p;
    p.text = text;
    p.ref = ref;
    return p;
}

SymbolRef scriptRef(const char *name)
{
    return {SymbolRef::Kind::Parameter, name, 0};
}

/// A symbol with both scripts, each of which can be asked for its box.
TypesetFormula scripted(double pixelSize, const char *superscript = "2", const char *subscript = "k")
{
    Part p = part("A", hRef);
    p.superscript = {part(superscript, scriptRef("above"))};
    p.subscript = {part(subscript, scriptRef("below"))};
    return typeset({{p}}, styleOf(pixelSize));
}

QRectF boxOf(const TypesetFormula &formula, const SymbolRef &ref)
{
    const auto boxes = formula.boxesOf(ref);
    return boxes.empty() ? QRectF() : boxes.front();
}

double widthOf(const Formula &formula)
{
    return typeset(formula, styleOf(20)).bounds().width();
}

/// Everything a circuit's card shows.
std::vector<Formula> formulasOf(const Circuit &circuit)
{
    std::vector<Formula> formulas;
    for (int node = 0; node < static_cast<int>(circuit.nodes.size()); ++node) {
        for (const Formula &formula : nodeFormulas(circuit, node))
            formulas.push_back(formula);
        formulas.push_back(gradientFormula(circuit, node));
    }
    return formulas;
}

QImage painted(const TypesetFormula &formula, QPointF baseline = {10, 40})
{
    QImage image(300, 60, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    formula.paint(painter, baseline);
    return image;
}

bool hasColour(const QImage &image, const QColor &colour)
{
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (image.pixelColor(x, y) == colour)
                return true;
    return false;
}

} // namespace

class TypesetTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { loadFonts(); }

    void theFontsOwnTableIsRead()
    {
        const MathConstants c = MathFont().constants(); // the numbers of STIX Math
        QCOMPARE(c.scriptScale, 0.75);
        QCOMPARE(c.scriptScriptScale, 0.60);
        QCOMPARE(c.axisHeight, 0.25);
        QCOMPARE(c.superscriptShiftUp, 0.4);
        QCOMPARE(c.ruleThickness, 0.066);
    }

    void aFontWithoutTheTableGetsDefaults()
    {
        const MathConstants c = MathConstants::of(QRawFont());
        QVERIFY(c.scriptScale > 0.5 && c.scriptScale < 1);
        QVERIFY(c.superscriptShiftUp > 0);
    }

    void lettersOfMathematics()
    {
        QCOMPARE(mathLetters("W", Formula::Style::BoldItalic), QStringLiteral("𝑾"));
        QCOMPARE(mathLetters("h", Formula::Style::BoldItalic), QStringLiteral("𝒉"));
        QCOMPARE(mathLetters("t", Formula::Style::Italic), QStringLiteral("𝑡"));
        QCOMPARE(mathLetters("h", Formula::Style::Italic), QStringLiteral("ℎ")); // reserved in the block of the others
        QCOMPARE(mathLetters("σ", Formula::Style::Italic), QStringLiteral("𝜎"));
        QCOMPARE(mathLetters("V'1", Formula::Style::BoldItalic), QStringLiteral("𝑽′𝟏"));
        QCOMPARE(mathLetters("tanh", Formula::Style::Upright), QStringLiteral("tanh"));
    }

    void everyLetterIsInTheFont()
    {
        const QRawFont font = QRawFont::fromFont(mathFont());
        QString all = QStringLiteral("(=+−⊙⊤∑‖½≤≥[],·)");
        for (const auto style : {Formula::Style::BoldItalic, Formula::Style::Italic})
            all += mathLetters("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789αωΓΩσ∂'", style);
        const QList<quint32> glyphs = font.glyphIndexesForString(all);
        QVERIFY(!glyphs.contains(0U));
    }

    void scriptsStandAboveAndBelow()
    {
        const TypesetFormula formula = scripted(20);
        const QRectF above = boxOf(formula, scriptRef("above"));
        const QRectF below = boxOf(formula, scriptRef("below"));
        QVERIFY(above.bottom() < below.top());
        QVERIFY(above.bottom() < 0); // 0 is the baseline
        QVERIFY(below.bottom() > 0);
        QVERIFY(above.height() < 20 * 0.75);
    }

    void scriptsKeepOneHeight()
    {
        const double plain = boxOf(scripted(20, "2", "k"), scriptRef("above")).bottom();
        const double tall = boxOf(scripted(20, "2", "f"), scriptRef("above")).bottom();
        QCOMPARE(tall, plain);
    }

    void scaleIsLinear()
    {
        const QRectF small = scripted(13.5).bounds();
        const QRectF large = scripted(27).bounds();
        QVERIFY(std::abs(large.width() - 2 * small.width()) < 1e-9);
        QVERIFY(std::abs(large.top() - 2 * small.top()) < 1e-9);
        QVERIFY(std::abs(large.bottom() - 2 * small.bottom()) < 1e-9);
    }

    void widthGrowsWithEveryPart()
    {
        for (const CatalogueEntry &entry : catalogue())
            for (const Formula &formula : formulasOf(makeCircuit(entry.name, {}))) {
                Formula shorter = formula;
                shorter.parts.pop_back();
                QVERIFY2(widthOf(shorter) < widthOf(formula), plainText(formula).c_str());
            }
    }

    void symbolsDoNotOverlap()
    {
        for (const CatalogueEntry &entry : catalogue())
            for (const Formula &formula : formulasOf(makeCircuit(entry.name, {}))) {
                const auto symbols = typeset(formula, styleOf(20)).symbols();
                for (size_t i = 1; i < symbols.size(); ++i)
                    for (size_t j = 0; j < i; ++j)
                        QVERIFY2(!symbols[i].box.adjusted(0.01, 0.01, -0.01, -0.01).intersects(symbols[j].box),
                            plainText(formula).c_str());
            }
    }

    void spaceAsInTheTeXbook()
    {
        const double a = widthOf({{part("a")}}), plus = widthOf({{part("+")}}), equals = widthOf({{part("=")}});
        const double mu = 20.0 / 18;
        const auto close
            = [](double x, double y) { return std::abs(x - y) < 0.5; }; // overhang of the last letter aside
        QVERIFY(close(widthOf({{part("a"), part("+"), part("a")}}), 2 * a + plus + 8 * mu));
        QVERIFY(close(widthOf({{part("a"), part(" = "), part("a")}}), 2 * a + equals + 10 * mu));
        QVERIFY(close(widthOf({{part("+"), part("a")}}), plus + a)); // a sign
        QVERIFY(close(widthOf({{part("a"), part("a")}}), 2 * a));
    }

    void fractionsStandOnTheAxis()
    {
        Part fraction;
        fraction.numerator = {part("1", scriptRef("above"))};
        fraction.denominator = {part("2", scriptRef("below"))};
        const TypesetFormula formula = typeset({{fraction}}, styleOf(40));
        const QRectF above = boxOf(formula, scriptRef("above")), below = boxOf(formula, scriptRef("below"));
        QVERIFY(above.bottom() < -10 && below.top() > -10); // the axis: 0.25 · 40 above the baseline
        QVERIFY(std::abs(above.center().x() - below.center().x()) < 0.5);
        const QImage image = painted(formula);
        QVERIFY(image.pixelColor(10 + static_cast<int>(above.center().x()), 30).lightness() < 60); // the bar
    }

    void whatLiesUnderAPoint()
    {
        const Circuit circuit = makeCircuit("elman", {});
        const TypesetFormula formula = typeset(nodeFormulas(circuit, circuit.indexOf("h")).front(), styleOf(20));
        for (const TypesetFormula::Symbol &symbol : formula.symbols())
            QCOMPARE(formula.symbolAt(symbol.box.center()).name, symbol.ref.name);
        QVERIFY(formula.symbolAt({-5, 0}) == SymbolRef{});
        QVERIFY(formula.symbolAt({0, 100}) == SymbolRef{});
    }

    void everyCopyOfASymbol()
    {
        const Circuit circuit = makeCircuit("lstm", {});
        const TypesetFormula formula = typeset(gradientFormula(circuit, circuit.indexOf("h")), styleOf(20));
        const auto boxes = formula.boxesOf({SymbolRef::Kind::Node, "f", -1}); // f(t+1): twice in the slope, once below
        QCOMPARE(boxes.size(), size_t{3});
        QVERIFY(std::is_sorted(
            boxes.begin(), boxes.end(), [](const QRectF &a, const QRectF &b) { return a.left() < b.left(); }));
        QVERIFY(formula.boxesOf({SymbolRef::Kind::Node, "nothing", 0}).empty());
    }

    void aBoxHoldsTheScriptsToo()
    {
        const Formula bare = labelFormula("h", "", hRef);
        const Formula label = labelFormula("h", "(3)", hRef);
        const TypesetFormula formula = typeset(label, styleOf(20));
        QCOMPARE(formula.symbols().size(), size_t{1});
        QVERIFY(boxOf(formula, hRef).width() > boxOf(typeset(bare, styleOf(20)), hRef).width() + 10);
        QCOMPARE(QString::fromStdString(plainText(label)), QStringLiteral("h(3)"));
    }

    void aComplementIsUprightBeforeItsSymbol()
    {
        const Formula label = labelFormula("1 − Γ_z", "", {});
        QCOMPARE(QString::fromStdString(plainText(label)), QStringLiteral("1 − Γ_z"));
        QVERIFY(label.parts.front().style == Formula::Style::Upright);
        QVERIFY(label.parts.back().style == Formula::Style::BoldItalic);
    }

    void anAccentedLetterIsOfItsStyle()
    {
        QCOMPARE(mathLetters(QStringLiteral("ŷ"), Formula::Style::BoldItalic), QStringLiteral("𝒚\u0302"));
        QCOMPARE(mathLetters(QStringLiteral("ŷ"), Formula::Style::Upright), QStringLiteral("ŷ"));
    }

    void aColourForEachSymbol()
    {
        const Circuit circuit = makeCircuit("elman", {});
        for (const bool dark : {false, true}) {
            const QPalette palette(dark ? QColor(Qt::black) : QColor(Qt::white));
            const Theme &theme = themeOf(palette);
            const FormulaStyle style = formulaStyle(theme, circuit, 1.6);
            const TypesetFormula formula = typeset(nodeFormulas(circuit, circuit.indexOf("h")).front(), style);
            const QImage image = painted(formula);
            for (const QColor &colour : {theme.recurrentParameter, theme.inputParameter, theme.bias, theme.text})
                QVERIFY2(hasColour(image, colour), qPrintable(colour.name()));
            QVERIFY(!hasColour(image, theme.outputParameter));
        }
    }

    void sizeFollowsTheApplicationsFont()
    {
        const Circuit circuit = makeCircuit("elman", {});
        const Theme &theme = themeOf(QPalette(Qt::white));
        const QFont before = QApplication::font();
        const double small = formulaStyle(theme, circuit, 1.5).pixelSize;
        QFont larger = before;
        larger.setPixelSize(2 * before.pixelSize());
        QApplication::setFont(larger);
        QCOMPARE(formulaStyle(theme, circuit, 1.5).pixelSize, 2 * small);
        QApplication::setFont(before);
    }

    void linesLookAlikeAtEveryHeight()
    {
        const TypesetFormula formula = scripted(19.3);
        QVERIFY(painted(formula, {10, 40}) == painted(formula, {10, 40.3}));
    }

    void inAVectorPictureTextIsText()
    {
        QBuffer buffer;
        QSvgGenerator generator;
        generator.setOutputDevice(&buffer);
        generator.setSize({300, 60});
        QPainter painter(&generator);
        typeset(labelFormula("W", "", scriptRef("W")), styleOf(20)).paint(painter, {10, 40});
        painter.end();
        const QString svg = QString::fromUtf8(buffer.data());
        QVERIFY(svg.contains(QStringLiteral("𝑾")) || svg.contains(QStringLiteral("&#x1d47e;")));
        QVERIFY(svg.contains(QStringLiteral("STIX Math")));
    }
};

UNFOLD_TEST(TypesetTest)
#include "typeset_test.moc"
