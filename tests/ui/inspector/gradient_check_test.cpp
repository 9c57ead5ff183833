// The check of a gradient as one uses it: unfold, read, drag the step, pick in the plot, change the weight.
#include "tests/support/experiments.h"
#include "tests/support/panel_fixture.h"
#include "tests/support/test_program.h"
#include "ui/inspector/gradient_check.h"
#include "ui/inspector/gradient_check_text.h"
#include "ui/inspector/inspector_panel.h"
#include "ui/layout/fold_header.h"
#include "ui/plot/error_plot.h"
#include "ui/style/number_text.h"

#include <QAction>
#include <QLabel>
#include <QRegularExpression>
#include <QSlider>
#include <QSpinBox>

#include <cmath>

using namespace unfold;

class GradientCheckTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { use(test::smallElman(6)); }
    void cleanup();
    void foldedItComputesNothing();
    void theKeyUnfoldsIt();
    void bothNumbersAgree();
    void theSliderShowsBothErrors();
    void theErrorsOnThePlotAreAV();
    void thePlotPicksTheStep();
    void anotherEntryAnotherNumber();
    void aParameterAndAnArrow();
    void theWeightMovesBoth();
    void whichLossIsMeantIsKept();
    void pagesOfValuesHaveNone();
    void aPageThatIsNotSeenIsNotChecked();
    void aLongRunIsCheckedBeside();
    void wordsForEverySide();
    void agreementInWords();
    void nothingIsCut();

private:
    void use(const Experiment &experiment);
    void unfold();
    QString text(const char *name) const;
    double number(const char *name) const;
    int digits() const;
    GradientCheck *check() const { return m_panel->findChild<GradientCheck *>(); }
    QSlider *slider() const { return control<QSlider>(*m_panel, "checkSlider"); }
    int node(const char *name) const { return m_document->result()->circuit().indexOf(name); }

    std::unique_ptr<Document> m_document;
    std::unique_ptr<InspectorPanel> m_panel;
};

void GradientCheckTest::use(const Experiment &experiment)
{
    m_panel.reset();
    m_document = std::make_unique<Document>(experiment);
    m_panel = std::make_unique<InspectorPanel>(m_document.get());
    present(*m_panel, 290);
    m_document->setPass(Pass::Backward);
    m_document->setStep(3);
}

void GradientCheckTest::cleanup()
{
    m_panel.reset();
    m_document.reset();
}

void GradientCheckTest::unfold()
{
    QTest::mouseClick(control<FoldHeader>(*m_panel, "checkHeader"), Qt::LeftButton);
}

/// As it is read: without markup.
QString GradientCheckTest::text(const char *name) const
{
    QString plain = control<QLabel>(*m_panel, name)->text();
    return plain.remove(QRegularExpression(QStringLiteral("<[^>]*>")));
}

double GradientCheckTest::number(const char *name) const
{
    return text(name).replace(QChar(0x2212), u'-').toDouble();
}

int GradientCheckTest::digits() const
{
    const auto match = QRegularExpression(QStringLiteral("(\\d+|no) digits? agree")).match(text("checkAgreement"));
    return match.captured(1).toInt();
}

void GradientCheckTest::foldedItComputesNothing()
{
    QVERIFY(check()->isVisible());
    QVERIFY(!control<QLabel>(*m_panel, "checkDifference")->isVisible());
    QVERIFY(text("checkDifference").isEmpty());
    unfold();
    QVERIFY(control<QLabel>(*m_panel, "checkDifference")->isVisible());
    QVERIFY(!text("checkDifference").isEmpty());
    unfold();
    QVERIFY(!control<QLabel>(*m_panel, "checkDifference")->isVisible());
}

void GradientCheckTest::theKeyUnfoldsIt()
{
    QTest::keyClick(m_panel.get(), Qt::Key_F7);
    QVERIFY(control<QLabel>(*m_panel, "checkDifference")->isVisible());
    QTRY_VERIFY(!control<QLabel>(*m_panel, "checkDifference")->visibleRegion().isEmpty()); // scrolled to
    QTest::keyClick(m_panel.get(), Qt::Key_F7);
    QVERIFY(!control<QLabel>(*m_panel, "checkDifference")->isVisible());
}

/// Its entry may be one that the network of the present has not.
void GradientCheckTest::aPageThatIsNotSeenIsNotChecked()
{
    m_document->setStep(m_document->result()->steps());
    m_document->select(ElementRef::ofNode(node("o")));
    QAction *action = m_panel->actions().last();
    QVERIFY(action->isEnabled());
    m_panel->hide();
    QVERIFY(m_document->change(withCircuit(test::smallElman(), "autonomous"), QStringLiteral("smaller")));
    QVERIFY(m_document->result()->circuit().nodes.size() == 1);
    action->trigger();
    QVERIFY(!check()->busy());
    QVERIFY(text("checkDifference").isEmpty());
    m_panel->show();
    QVERIFY(action->isEnabled() == check()->isVisible());
}

void GradientCheckTest::bothNumbersAgree()
{
    unfold();
    const NodeTrace &h = m_document->result()->trace->nodes[static_cast<size_t>(node("h"))];
    QCOMPARE(text("checkName"), QString("∂L/∂h[1] by the backward pass:"));
    QCOMPARE(number("checkBackward"), h.at(h.gradient, 3)(0, 0)); // every digit
    QVERIFY(std::abs(number("checkDifference") - number("checkBackward")) < 1e-8);
    QVERIFY2(digits() >= 7, qPrintable(text("checkAgreement")));
    QCOMPARE(text("checkEpsilon"), QString("ε = 10−5"));
}

void GradientCheckTest::theSliderShowsBothErrors()
{
    unfold();
    const int best = digits();
    slider()->setFocus(Qt::TabFocusReason);
    QTest::keyClick(slider(), Qt::Key_Home);
    QCOMPARE(text("checkEpsilon"), QString("ε = 10−12"));
    QVERIFY2(text("checkReason").contains("rounding"), qPrintable(text("checkReason")));
    QVERIFY(digits() < best - 2);
    QTest::keyClick(slider(), Qt::Key_End);
    QCOMPARE(text("checkEpsilon"), QString("ε = 0.1"));
    QVERIFY2(text("checkReason").contains("truncation error"), qPrintable(text("checkReason")));
    QVERIFY(digits() < best - 2);
    QTest::keyClick(slider(), Qt::Key_PageDown);
    QCOMPARE(text("checkEpsilon"), QString("ε = 0.01")); // a decade
}

/// What one sees: from the middle the points rise to both sides.
void GradientCheckTest::theErrorsOnThePlotAreAV()
{
    unfold();
    QCoreApplication::processEvents(); // the layout
    const auto *plot = m_panel->findChild<ErrorPlot *>();
    const int last = static_cast<int>(differenceSteps().size()) - 1;
    const int middle = plot->picked();
    QVERIFY(plot->placeOf(0).y() < plot->placeOf(middle).y() - 30);
    QVERIFY(plot->placeOf(last).y() < plot->placeOf(middle).y() - 30);
    QVERIFY(plot->placeOf(last).x() < plot->placeOf(middle).x());
    for (int i = 0; i <= last; ++i)
        QVERIFY(plot->area().adjusted(-1, -1, 1, 1).contains(plot->placeOf(i)));
}

void GradientCheckTest::thePlotPicksTheStep()
{
    unfold();
    QCoreApplication::processEvents();
    auto *plot = m_panel->findChild<ErrorPlot *>();
    QTest::mouseClick(plot, Qt::LeftButton, {}, plot->placeOf(3).toPoint());
    QCOMPARE(text("checkEpsilon"), QString("ε = 0.01"));
    QCOMPARE(plot->picked(), 3);
    QTest::mousePress(plot, Qt::LeftButton, {}, plot->placeOf(3).toPoint());
    QTest::mouseMove(plot, plot->placeOf(6).toPoint());
    QTest::mouseRelease(plot, Qt::LeftButton, {}, plot->placeOf(6).toPoint());
    QCOMPARE(text("checkEpsilon"), QString("ε = 0.001"));
}

void GradientCheckTest::anotherEntryAnotherNumber()
{
    unfold();
    const double first = number("checkDifference");
    auto *entry = control<QSpinBox>(*m_panel, "inspectorEntry");
    entry->setFocus();
    QTest::keyClick(entry, Qt::Key_Up);
    QCOMPARE(text("checkName"), QString("∂L/∂h[2] by the backward pass:"));
    QVERIFY(number("checkDifference") != first);
    QVERIFY(digits() >= 6);
}

void GradientCheckTest::aParameterAndAnArrow()
{
    unfold();
    m_document->select(ElementRef::ofEdge(node("h"), 0, 5));
    QCOMPARE(text("checkName"), QString("contribution[1] by the backward pass:"));
    QVERIFY2(digits() >= 6, qPrintable(text("checkAgreement")));
    m_document->setStep(1);
    m_document->select(ElementRef::ofParameter("W"));
    QCOMPARE(text("checkName"), QString("∂L/∂W[1,1] by the backward pass:"));
    QCOMPARE(number("checkBackward"),
        m_document->result()->trace->gradients[static_cast<size_t>(
            indexOf(m_document->result()->trace->program->parameters, "W"))](0, 0));
    QVERIFY2(digits() >= 6, qPrintable(text("checkAgreement")));
}

void GradientCheckTest::theWeightMovesBoth()
{
    unfold();
    const QString before = text("checkBackward");
    m_document->setGain(1.4);
    QVERIFY(text("checkBackward") != before);
    QVERIFY2(digits() >= 6, qPrintable(text("checkAgreement")));
}

/// With a loss at every step the difference is that of the loss whose gradients are shown.
void GradientCheckTest::whichLossIsMeantIsKept()
{
    Experiment e = test::smallElman(6);
    std::get<NamedCircuit>(e.circuit).spans.clear();
    e.loss->at = {};
    e.loss->classes = {0, 1, 0, 1, 0, 1};
    use(e);
    unfold();
    for (const GradientOf of : {GradientOf::AllSteps, GradientOf::LastStep}) {
        m_document->setGradientOf(of);
        QVERIFY2(digits() >= 6, qPrintable(text("checkAgreement")));
    }
}

void GradientCheckTest::pagesOfValuesHaveNone()
{
    unfold();
    m_document->setPass(Pass::Forward);
    QVERIFY(!check()->isVisible());
    m_document->setPass(Pass::Backward);
    QVERIFY(check()->isVisible());
    m_document->setStep(4);
    m_document->select(ElementRef::ofNode(node("h"), 1)); // not computed yet
    QVERIFY(!check()->isVisible());
    m_document->select(ElementRef::ofLoss());
    QVERIFY(!check()->isVisible());
}

void GradientCheckTest::aLongRunIsCheckedBeside()
{
    Experiment e = withHiddenSize(test::smallElman(300), 64);
    use(e);
    unfold();
    QVERIFY(check()->busy());
    QCOMPARE(text("checkDifference"), QString("being computed …"));
    m_document->setGain(0.5); // what was being computed is of no use any more
    QCOMPARE(text("checkDifference"), QString("being computed …"));
    m_document->setStep(300); // where the gradient is large enough to have digits
    const double gradient = number("checkBackward");
    QTRY_VERIFY_WITH_TIMEOUT(!check()->busy(), 60000);
    QCOMPARE(number("checkBackward"), gradient);
    QVERIFY2(digits() >= 6, qPrintable(text("checkAgreement")));
}

void GradientCheckTest::wordsForEverySide()
{
    QVERIFY(reasonText(DifferenceSide::Truncation).contains("truncation error"));
    QVERIFY(reasonText(DifferenceSide::Rounding).contains("rounding"));
    QVERIFY(reasonText(DifferenceSide::Best).contains("best"));
    QVERIFY(reasonText(DifferenceSide::Kink).contains("relu switches"));
    QVERIFY(reasonText(DifferenceSide::Overflow).contains("overflows"));
    QVERIFY(reasonText(DifferenceSide::Exact).contains("every ε"));
}

void GradientCheckTest::agreementInWords()
{
    const auto says = [](double difference, const char *apart, const char *digits) {
        const QString words = agreementHtml(2, difference);
        return words.contains(QLatin1String(apart)) && words.contains(QLatin1String(digits));
    };
    QVERIFY(says(2, "equal", ""));
    QVERIFY(says(2.5, "0.5", "no digit"));
    QVERIFY(says(2.1, "0.1", "1 digit"));
    QVERIFY(says(2.002, "0.002", "3 digits"));
    QVERIFY(says(std::nan(""), "cannot", ""));
    const QColor grey(0x77, 0x77, 0x77);
    QCOMPARE(comparedHtml(0.125, 0.1255, grey), QString("0.125<span style=\"color:#777777\">5</span>"));
    QCOMPARE(comparedHtml(0.125, 0.125, grey), QString("0.125"));
    QCOMPARE(comparedHtml(0.5e-7, 0.5e-8, grey),
        QString("<span style=\"color:#777777\">%1</span>").arg(numberText(0.5e-8, 17)));
}

void GradientCheckTest::nothingIsCut()
{
    unfold();
    for (const int width : {250, 290, 420}) {
        m_panel->resize(width, 740);
        QCoreApplication::processEvents();
        for (const char *name : {"checkBackward", "checkDifference", "checkAgreement", "checkReason"}) {
            const auto *label = control<QLabel>(*m_panel, name);
            QVERIFY2(label->width() >= label->minimumSizeHint().width(), name);
            QVERIFY2(label->mapTo(m_panel.get(), QPoint(label->width(), 0)).x() <= width, name);
        }
    }
}

UNFOLD_TEST(GradientCheckTest)
#include "gradient_check_test.moc"
