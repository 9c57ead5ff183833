// The inspector as one uses it: select, step, click an entry, unfold, follow a number to where it comes from.
#include "tests/support/panel_fixture.h"
#include "tests/support/test_program.h"
#include "tests/ui/inspector/inspected_experiments.h"
#include "ui/inspector/inspector_expression.h"
#include "ui/inspector/inspector_factors.h"
#include "ui/inspector/inspector_panel.h"
#include "ui/inspector/inspector_terms.h"
#include "ui/style/number_text.h"

#include <QLabel>
#include <QScrollArea>
#include <QSpinBox>

using namespace unfold;
using test::everyStep;

namespace {

/// The first move after another widget had the mouse brings it in only.
void moveOver(QWidget *widget, QPoint point)
{
    QTest::mouseMove(widget, {0, 0});
    QTest::mouseMove(widget, point);
}

} // namespace

class InspectorPanelTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void withoutASelectionTheWatchedNodeIsShown();
    void aClickedEntryShowsItsArithmetic();
    void theKeyboardOpensAnEntry();
    void moreTermsUnfold();
    void anOperandLeadsToWhereItComesFrom();
    void backwardShowsTheGradientAndItsFactors();
    void theFactorsAreThoseOfTheReading();
    void beforeItIsComputedItSaysSo();
    void anInputShowsItsData();
    void anOutputShowsPredictionAndLoss();
    void theLossAndItsSum();
    void aParameterShowsItsSpectrumAndGradient();
    void anArrowShowsItsShare();
    void withoutALoss();
    void aStepWhereTheNodeIsNot();
    void whatIsTouchedElsewhereLightsUp();
    void hoveringAGridTellsTheOthers();
    void anotherExperimentKeepsItAlive();
    void nothingIsCutFromNarrowToWide_data();
    void nothingIsCutFromNarrowToWide();

private:
    QString title() const { return control<QLabel>(*m_panel, "inspectorTitle")->text(); }
    QString note() const { return control<QLabel>(*m_panel, "inspectorNote")->text(); }
    InspectorTerms *terms() const { return control<InspectorTerms>(*m_panel, "inspectorTerms"); }
    std::vector<NumberGrid *> grids() const;
    NumberGrid *gridNamed(const QString &start) const;
    void use(const Experiment &experiment);
    int node(const char *name) const { return m_document->result()->circuit().indexOf(name); }

    std::unique_ptr<Document> m_document;
    std::unique_ptr<InspectorPanel> m_panel;
};

void InspectorPanelTest::use(const Experiment &experiment)
{
    m_panel.reset();
    m_document = std::make_unique<Document>(experiment);
    m_panel = std::make_unique<InspectorPanel>(m_document.get());
    present(*m_panel, 290);
}

void InspectorPanelTest::init()
{
    use(everyStep());
    m_document->setGradientOf(GradientOf::AllSteps);
    m_document->setPass(Pass::Forward);
    m_document->setStep(4);
}

void InspectorPanelTest::cleanup()
{
    m_panel.reset();
    m_document.reset();
}

std::vector<NumberGrid *> InspectorPanelTest::grids() const
{
    std::vector<NumberGrid *> shown;
    for (NumberGrid *grid : m_panel->findChildren<NumberGrid *>())
        if (grid->isVisible())
            shown.push_back(grid);
    return shown;
}

NumberGrid *InspectorPanelTest::gridNamed(const QString &start) const
{
    for (NumberGrid *grid : grids())
        if (grid->content().name.startsWith(start))
            return grid;
    return nullptr;
}

void InspectorPanelTest::withoutASelectionTheWatchedNodeIsShown()
{
    QCOMPARE(title(), QString("Step 4 · hidden state h"));
    m_document->setStep(5);
    QCOMPARE(title(), QString("Step 5 · hidden state h"));
    QVERIFY(gridNamed("h at step 5"));
}

void InspectorPanelTest::aClickedEntryShowsItsArithmetic()
{
    m_document->select(ElementRef::ofNode(node("h"), 3));
    NumberGrid *result = gridNamed("h at step 3");
    QVERIFY(result);
    QTest::mouseClick(result, Qt::LeftButton, {}, result->cellRect(2, 0).center());
    const Trace &trace = *m_document->result()->trace;
    const double h
        = trace.nodes[static_cast<size_t>(node("h"))].at(trace.nodes[static_cast<size_t>(node("h"))].value, 3)(2, 0);
    const QStringList lines = terms()->text().split('\n');
    QVERIFY2(lines.last().startsWith("h[3] = tanh("), qPrintable(lines.last()));
    QVERIFY2(lines.last().endsWith("= " + numberText(h)), qPrintable(lines.last()));
    QVERIFY(lines.contains("a[3] = " + numberText(std::atanh(h))));
    const double w = trace.parameters[static_cast<size_t>(indexOf(trace.program->parameters, "W"))](2, 0);
    QVERIFY2(!lines.filter(numberText(std::abs(w))).isEmpty(), qPrintable(terms()->text()));
    QCOMPARE(control<QSpinBox>(*m_panel, "inspectorEntry")->value(), 3);
}

void InspectorPanelTest::theKeyboardOpensAnEntry()
{
    NumberGrid *result = gridNamed("h at step 4");
    result->setFocus();
    QTest::keyClick(result, Qt::Key_Down);
    QTest::keyClick(result, Qt::Key_Return);
    QVERIFY(terms()->text().contains("h[2] = tanh("));
    auto *entry = control<QSpinBox>(*m_panel, "inspectorEntry");
    entry->setFocus();
    QTest::keyClick(entry, Qt::Key_Up);
    QVERIFY(terms()->text().contains("h[3] = tanh("));
}

void InspectorPanelTest::moreTermsUnfold()
{
    m_document->change(withHiddenSize(everyStep(), 9), "size");
    const auto lines = terms()->lines();
    int more = 0;
    while (lines[static_cast<size_t>(more)].kind != OpenedLine::Kind::More)
        ++more;
    QVERIFY(lines[static_cast<size_t>(more)].text.contains("4 smaller terms"));
    QTest::mouseClick(terms(), Qt::LeftButton, {}, terms()->lineRect(more).center());
    QCOMPARE(terms()->lines().size(), lines.size() + 4);
    QVERIFY(!terms()->text().contains("smaller terms"));
    terms()->setFocus();
    QTest::keyClick(terms(), Qt::Key_Return);
    QCOMPARE(terms()->lines().size(), lines.size());
}

void InspectorPanelTest::anOperandLeadsToWhereItComesFrom()
{
    NumberGrid *before = gridNamed("h at step 3");
    QVERIFY(before);
    QTest::mouseClick(before, Qt::LeftButton, {}, before->cellRect(1, 0).center());
    QCOMPARE(m_document->cursor().selection, ElementRef::ofNode(node("h"), 3, 1));
    QCOMPARE(title(), QString("Step 3 · hidden state h"));
    QVERIFY(terms()->text().contains("h[2] = tanh(")); // the number that was clicked, opened
}

void InspectorPanelTest::backwardShowsTheGradientAndItsFactors()
{
    m_document->setPass(Pass::Backward);
    QCOMPARE(title(), QString("Step 4 · gradient at h"));
    QVERIFY(gridNamed("W transposed"));
    QVERIFY(gridNamed("slope of the activation of h at step 5"));
    QVERIFY(gridNamed("gradient at h at step 5"));
    QVERIFY(gridNamed("V transposed"));
    const NodeTrace &h = m_document->result()->trace->nodes[static_cast<size_t>(node("h"))];
    QVERIFY2(
        terms()->text().endsWith("∂L/∂h[1] = " + numberText(h.at(h.gradient, 4)(0, 0))), qPrintable(terms()->text()));
    QVERIFY2(terms()->text().contains("Wᵀ · (1 − h²) · ∂L/∂h(5)"), qPrintable(terms()->text()));
}

void InspectorPanelTest::theFactorsAreThoseOfTheReading()
{
    m_document->setPass(Pass::Backward);
    const GradientReport &report = m_document->result()->report;
    const QString text = m_panel->findChild<InspectorFactors *>()->text();
    QVERIFY2(text.contains("Wᵀ multiplies the norm by " + numberText(*report.matrixFactor[3], 3)), qPrintable(text));
    QVERIFY2(text.contains("the slope multiplies it by " + numberText(*report.slopeFactor[3], 3)), qPrintable(text));
    m_document->setStep(6);
    QVERIFY(!m_panel->findChild<InspectorFactors *>()->isVisible()); // nothing comes from beyond the end
}

void InspectorPanelTest::beforeItIsComputedItSaysSo()
{
    m_document->select(ElementRef::ofNode(node("h"), 5));
    QVERIFY2(note().contains("Not computed yet") && note().contains("step 4"), qPrintable(note()));
    QVERIFY(!gridNamed("h at step 5"));
    QVERIFY(gridNamed("h at step 4")); // what is known of it
    QVERIFY(gridNamed("W"));
    QVERIFY(!terms()->isVisible());
    m_document->setStep(5);
    QVERIFY(gridNamed("h at step 5"));
    m_document->setPass(Pass::Backward);
    m_document->select(ElementRef::ofNode(node("h"), 2));
    QVERIFY2(note().contains("gradient is not computed yet") && note().contains("step 5"), qPrintable(note()));
    QVERIFY(!gridNamed("gradient at h at step 2"));
    QVERIFY(gridNamed("h at step 2")); // its value is
    m_document->setStep(2);
    QVERIFY(gridNamed("gradient at h at step 2"));
}

void InspectorPanelTest::anInputShowsItsData()
{
    Experiment e = withData(everyStep(), DataSource{TextSource{"hello w", TextSource::Unit::Characters}, 1});
    use(e);
    m_document->setPass(Pass::Forward);
    m_document->setStep(2);
    m_document->select(ElementRef::ofNode(node("x"), 2));
    QCOMPARE(title(), QString("Step 2 · input x"));
    QCOMPARE(note(), QString("This step reads “e”."));
    const Matrix shown = gridNamed("x at step 2")->content().numbers;
    QCOMPARE(shown.sum(), 1.0);
    QCOMPARE(shown(1, 0), 1.0); // the second character seen
    QVERIFY(!terms()->isVisible()); // nothing made it
}

void InspectorPanelTest::anOutputShowsPredictionAndLoss()
{
    m_document->select(ElementRef::ofNode(node("o"), 2));
    QCOMPARE(title(), QString("Step 2 · output o"));
    QVERIFY(gridNamed("prediction at step 2"));
    QVERIFY(gridNamed("target at step 2"));
    QCOMPARE(gridNamed("prediction")->content().numbers.sum(), 1.0);
    const QString text = control<InspectorTerms>(*m_panel, "inspectorExtraTerms")->text();
    const double loss = *m_document->result()->trace->stepLoss[1];
    QVERIFY2(text.endsWith("L(2) = −log " + numberText(std::exp(-loss)) + " = " + numberText(loss)), qPrintable(text));
    QVERIFY(control<QLabel>(*m_panel, "inspectorExtraNote")->text().contains("entry 2"));
}

void InspectorPanelTest::theLossAndItsSum()
{
    m_document->select(ElementRef::ofLoss(3));
    QCOMPARE(title(), QString("Step 3 · loss L"));
    QVERIFY(control<InspectorTerms>(*m_panel, "inspectorExtraTerms")->text().contains("L(3) = −log"));
    m_document->select(ElementRef::ofLoss());
    QVERIFY(note().startsWith("Not computed yet"));
    m_document->setStep(6);
    double total = 0;
    for (const auto &loss : m_document->result()->trace->stepLoss)
        total += *loss;
    QVERIFY(control<InspectorTerms>(*m_panel, "inspectorExtraTerms")->text().endsWith("L = " + numberText(total)));
    m_document->select(ElementRef::ofTarget(2));
    QCOMPARE(title(), QString("Step 2 · target y"));
    QVERIFY(note().contains("The target is entry 2"));
}

void InspectorPanelTest::aParameterShowsItsSpectrumAndGradient()
{
    m_document->select(ElementRef::ofParameter("W"));
    QCOMPARE(title(), QString("Recurrent matrix W"));
    QVERIFY2(note().contains("spectral radius 1 "), qPrintable(note()));
    QVERIFY(note().contains("largest singular value 1"));
    QCOMPARE(grids().size(), 1U);
    m_document->setPass(Pass::Backward);
    QVERIFY(note().contains("not complete yet"));
    m_document->setStep(1);
    NumberGrid *gradient = gridNamed("gradient of the loss at W");
    QVERIFY(gradient);
    QTest::mouseClick(gradient, Qt::LeftButton, {}, gradient->cellRect(2, 1).center());
    const double expected = gradient->content().numbers(2, 1);
    QVERIFY2(terms()->text().endsWith("∂L/∂W[3,2] = " + numberText(expected)), qPrintable(terms()->text()));
    QVERIFY(terms()->text().contains("(step 6)"));
    QCOMPARE(control<QSpinBox>(*m_panel, "inspectorEntryColumn")->value(), 2);
}

void InspectorPanelTest::anArrowShowsItsShare()
{
    m_document->select(ElementRef::ofEdge(node("h"), 0, 3));
    QCOMPARE(title(), QString("h(2) → h(3) through W"));
    QVERIFY(gridNamed("W"));
    QVERIFY(terms()->text().contains("contribution[1] = "));
    m_document->setPass(Pass::Backward);
    m_document->setStep(3);
    QVERIFY(gridNamed("W transposed"));
    QVERIFY(!gridNamed("V transposed")); // that is another arrow
    QVERIFY(m_panel->findChild<InspectorFactors *>()->isVisible());
    m_document->setStep(1);
    QCOMPARE(title(), QString("h(0) → h(1) through W"));
    QVERIFY(note().contains("initial value"));
    QVERIFY(gridNamed("W"));
    QVERIFY(gridNamed("h at step 0"));
}

void InspectorPanelTest::withoutALoss()
{
    Experiment e;
    e.circuit = NamedCircuit{
        .name = "autonomous", .sizes = {{"s", 2}}, .activation = Activation::Identity, .spans = {}, .encoderSteps = 1};
    e.steps = 3;
    e.initial["s"] = Vector::Constant(2, 1);
    use(e);
    QCOMPARE(title(), QString("Step 3 · hidden state s"));
    QVERIFY(terms()->text().contains("s[1] = "));
    m_document->select(ElementRef::ofLoss());
    QCOMPARE(note(), QString("This experiment has no loss."));
}

void InspectorPanelTest::aStepWhereTheNodeIsNot()
{
    use(test::smallElman(5)); // o at the last step only
    m_document->setPass(Pass::Forward);
    m_document->setStep(5);
    m_document->select(ElementRef::ofNode(node("o"), 2));
    QCOMPARE(title(), QString("Step 5 · output o"));
    QVERIFY2(note().contains("only at step 5"), qPrintable(note()));
    QVERIFY(gridNamed("o at step 5"));
}

void InspectorPanelTest::whatIsTouchedElsewhereLightsUp()
{
    NumberGrid *w = gridNamed("W");
    const QImage before = w->grab().toImage();
    m_document->setHover(ElementRef::ofParameter("W"));
    QVERIFY(w->grab().toImage() != before);
    m_document->setHover({});
    QCOMPARE(w->grab().toImage(), before);
}

void InspectorPanelTest::hoveringAGridTellsTheOthers()
{
    NumberGrid *w = gridNamed("W");
    moveOver(w, w->cellRect(1, 1).center());
    QCOMPARE(m_document->hover(), ElementRef::ofParameter("W"));
    NumberGrid *h = gridNamed("h at step 3");
    moveOver(h, h->cellRect(2, 0).center());
    QCOMPARE(m_document->hover(), ElementRef::ofNode(node("h"), 3, 2));
}

void InspectorPanelTest::anotherExperimentKeepsItAlive()
{
    m_document->select(ElementRef::ofEdge(node("o"), 0, 6));
    for (const char *name : {"lstm", "autonomous", "gru", "bidirectional", "feed-forward", "encoder-decoder"}) {
        Experiment e = withCircuit(everyStep(), name);
        QVERIFY2(m_document->change(e, "circuit"), name);
        for (const Pass pass : {Pass::Forward, Pass::Backward})
            for (size_t n = 0; n < m_document->result()->circuit().nodes.size(); ++n)
                for (int step = 1; step <= m_document->result()->steps(); ++step) {
                    if (pass == Pass::Forward || m_document->result()->trace->hasGradient)
                        m_document->setPass(pass);
                    m_document->setStep(step);
                    m_document->select(ElementRef::ofNode(static_cast<int>(n), step));
                    QVERIFY(!title().isEmpty());
                }
    }
}

void InspectorPanelTest::nothingIsCutFromNarrowToWide_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("hidden");
    for (const int width : {250, 290, 420})
        for (const int hidden : {1, 2, 8, 64})
            QTest::addRow("%d px, hidden %d", width, hidden) << width << hidden;
}

void InspectorPanelTest::nothingIsCutFromNarrowToWide()
{
    QFETCH(int, width);
    QFETCH(int, hidden);
    m_document->change(withHiddenSize(everyStep(), hidden), "size");
    m_document->setPass(Pass::Backward);
    m_panel->resize(width, 740);
    QCoreApplication::processEvents();
    const auto *scroll = m_panel->findChild<QScrollArea *>();
    QVERIFY(scroll->widget()->width() <= scroll->viewport()->width());
    const auto *numbers = control<InspectorExpression>(*m_panel, "inspectorNumbers");
    for (const NumberGrid *grid : grids()) {
        QVERIFY(grid->geometry().right() <= grid->parentWidget()->width());
        QVERIFY(grid->width() >= grid->sizeHint().width());
        QVERIFY(grid->geometry().bottom() <= numbers->height());
    }
}

UNFOLD_TEST(InspectorPanelTest)
#include "inspector_panel_test.moc"
