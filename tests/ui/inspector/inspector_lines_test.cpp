// The text of an opened entry: what stands in it comes to what it says.
#include "core/engine/engine.h"
#include "tests/support/experiments.h"
#include "tests/support/panel_fixture.h"
#include "tests/support/test_program.h"
#include "ui/inspector/inspector_lines.h"
#include "ui/inspector/inspector_page.h"

#include <QtTest>

using namespace unfold;

namespace {

/// h(1) = tanh(0.5 + W h(0) + U x), everything given: a student can do it by hand.
Experiment byHand(int size)
{
    Experiment e;
    e.circuit = NamedCircuit{.name = "driven",
        .sizes = {{"x", size}, {"h", 1}},
        .activation = Activation::Tanh,
        .spans = {},
        .encoderSteps = 1};
    e.parameters["W"] = Matrix::Constant(1, 1, -0.5);
    Matrix u(1, size);
    Matrix x(size, 2);
    for (int i = 0; i < size; ++i) {
        u(0, i) = 0.1 * (i + 1);
        x.row(i).setConstant(i % 2 == 0 ? 1 : -0.25);
    }
    e.parameters["U"] = u;
    e.parameters["b"] = Matrix::Constant(1, 1, 0.5);
    e.sequence["x"] = x;
    e.initial["h"] = Vector::Constant(1, 0.2);
    return e;
}

struct Opened {
    std::shared_ptr<const Result> result;
    QStringList text;
    std::vector<OpenedLine> lines;
};

Opened openFirst(const Experiment &experiment, const std::set<int> &unfolded = {})
{
    const Document document(experiment);
    Opened o{document.result(), {}, {}};
    const InspectedRun run = inspected(*o.result);
    const Expression expression = valueExpression(run, o.result->circuit().indexOf("h"), 1);
    o.lines = openedLines(run, open(run, expression, 0), "h[1]", "a[1]", unfolded);
    for (const OpenedLine &line : o.lines)
        o.text << line.text;
    return o;
}

} // namespace

class InspectorLinesTest : public QObject
{
    Q_OBJECT

private slots:
    void everyProductAndTheSum();
    void moreTermsAddUp();
    void theDetailHasNamesAndEveryDigit();
    void zerosAreFolded();
    void squaredErrorIsWrittenOut();
    void theTotalIsTheSumOfItsSteps();
};

void InspectorLinesTest::everyProductAndTheSum()
{
    QCOMPARE(openFirst(byHand(2)).text,
        (QStringList{"0.5   (b)", "W · h(0) = −0.1", "+ (−0.5) · 0.2", "U · x(1) = 0.05", "+ 0.1 · 1",
            "+ 0.2 · (−0.25)", "a[1] = 0.45", "h[1] = tanh(0.45) = 0.4219"}));
}

void InspectorLinesTest::moreTermsAddUp()
{
    // U x: 0.1 − 0.05 + 0.3 − 0.1 + 0.5 − 0.15 + 0.7; the two smallest are −0.05 and the second of both 0.1.
    const Opened folded = openFirst(byHand(7));
    QVERIFY2(folded.text.contains("U · x(1) = 1.3"), qPrintable(folded.text.join('|')));
    const auto more = std::find_if(folded.lines.begin(), folded.lines.end(),
        [](const OpenedLine &line) { return line.kind == OpenedLine::Kind::More; });
    QVERIFY(more != folded.lines.end());
    QVERIFY2(more->text.contains("− 2 smaller terms: 0.15"), qPrintable(more->text));
    const Opened unfolded = openFirst(byHand(7), {more->group});
    QVERIFY(unfolded.text.contains("+ 0.2 · (−0.25)"));
    QCOMPARE(unfolded.text.filter(" · ").size(), folded.text.filter(" · ").size() + 2);
    QCOMPARE(unfolded.text.last(), folded.text.last());
}

void InspectorLinesTest::theDetailHasNamesAndEveryDigit()
{
    Experiment e = byHand(1);
    e.parameters["U"](0, 0) = 0.123456789012;
    for (const OpenedLine &line : openFirst(e).lines)
        if (line.text == "+ 0.1235 · 1") {
            QCOMPARE(line.detail, QString("U[1,1] · x[1] at step 1\n0.123456789012 · 1 = 0.123456789012"));
            return;
        }
    QFAIL("the product is not there");
}

void InspectorLinesTest::zerosAreFolded()
{
    Experiment e = byHand(3);
    e.sequence["x"].setZero();
    const Opened o = openFirst(e);
    QVERIFY2(o.text.contains("3 terms, each 0"), qPrintable(o.text.join('|')));
}

void InspectorLinesTest::squaredErrorIsWrittenOut()
{
    Experiment e = byHand(1);
    e.loss = Loss{
        .kind = LossKind::SquaredError, .source = "h", .at = {}, .classes = {}, .vectors = Matrix::Constant(1, 2, 1.0)};
    const Document document(e);
    const auto result = document.result();
    const std::vector<OpenedLine> lines = lossLines(inspected(*result), 1);
    const double h = std::tanh(0.5 - 0.1 + 0.1);
    QCOMPARE(lines[0].text, "½ · (−" + QString::number(1 - h, 'g', 4) + ")²");
    QCOMPARE(lines[1].text, QString("L(1) = %1").arg(QString::number(0.5 * (1 - h) * (1 - h), 'g', 4)));
}

void InspectorLinesTest::theTotalIsTheSumOfItsSteps()
{
    Experiment e = test::smallElman(15);
    std::get<NamedCircuit>(e.circuit).spans.clear();
    e.loss->at = {};
    e.loss->classes.assign(15, 1);
    const Document document(e);
    const auto result = document.result();
    double total = 0;
    for (const auto &loss : result->trace->stepLoss)
        total += *loss;
    const std::vector<OpenedLine> folded = totalLossLines(inspected(*result), false);
    QCOMPARE(folded.back().text, QString("L = %1").arg(QString::number(total, 'g', 4)));
    QCOMPARE(folded.size(), 12U); // ten steps, five more, the sum
    QCOMPARE(totalLossLines(inspected(*result), true).size(), 17U);
}

UNFOLD_TEST(InspectorLinesTest)
#include "inspector_lines_test.moc"
