// What the inspector puts on the clipboard: the page that one sees, as text and as code that gives its number.
#include "core/inspect/exact_number.h"
#include "core/inspect/numpy_script.h"
#include "tests/support/panel_fixture.h"
#include "tests/support/run_numpy.h"
#include "tests/support/test_program.h"
#include "tests/ui/inspector/inspected_experiments.h"
#include "ui/inspector/inspector_copy.h"
#include "ui/inspector/inspector_panel.h"
#include "ui/inspector/inspector_terms.h"
#include "ui/inspector/number_grid.h"
#include "ui/widgets/soft_button.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QMenu>
#include <QSpinBox>

#include <cmath>

using namespace unfold;
using test::catalogueExperiment;
using test::everyStep;

namespace {

QString clipboard()
{
    return QApplication::clipboard()->text();
}

} // namespace

class InspectorCopyTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void theTextIsTheOpenedEntry();
    void theCodeGivesTheNumberShown();
    void thePageOfAnOutputHasTwoCalculations();
    void everyPageOfEveryCircuit();
    void whatHasNoNumberIsNotCopied();
    void aPageThatIsNotSeenIsNotCopied();
    void theContextMenuOffersIt();
    void aClickedEntryIsCopied();
    void aSpinBoxKeepsItsOwnText();

private:
    InspectorTerms *terms() const { return control<InspectorTerms>(*m_panel, "inspectorTerms"); }
    SoftButton *button(const char *name) const { return control<SoftButton>(*m_panel, name); }
    int node(const char *name) const { return m_document->result()->circuit().indexOf(name); }
    double valueOfH(int step, int unit) const;

    std::unique_ptr<Document> m_document;
    std::unique_ptr<InspectorPanel> m_panel;
};

void InspectorCopyTest::init()
{
    m_document = std::make_unique<Document>(everyStep());
    m_panel = std::make_unique<InspectorPanel>(m_document.get());
    present(*m_panel, 290);
    m_document->setPass(Pass::Forward);
    m_document->setStep(4);
    QApplication::clipboard()->clear();
}

void InspectorCopyTest::cleanup()
{
    m_panel.reset();
    m_document.reset();
}

double InspectorCopyTest::valueOfH(int step, int unit) const
{
    const NodeTrace &h = m_document->result()->trace->nodes[static_cast<size_t>(node("h"))];
    return h.at(h.value, step)(unit, 0);
}

void InspectorCopyTest::theTextIsTheOpenedEntry()
{
    control<QSpinBox>(*m_panel, "inspectorEntry")->setValue(2);
    terms()->setFocus(Qt::TabFocusReason);
    QTest::keyClick(terms(), Qt::Key_C, Qt::ControlModifier);
    const QStringList lines = clipboard().split('\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 2 + 1 + 4 + 3 + 2); // formulas; b, W h and U x; a and h
    QCOMPARE(lines[0], QString("a(4) = b + W h(3) + U x(4)"));
    QVERIFY2(lines[3].startsWith("+ W[2,1] · h[1] at step 3 = "), qPrintable(lines[3]));
    QVERIFY2(lines.last().startsWith("h[2] at step 4 = tanh(a[2]) = "), qPrintable(lines.last()));
    const double copied = lines.last().section(' ', -1).toDouble();
    QVERIFY(std::abs(copied - valueOfH(4, 1)) < 1e-15);
    const QString byKey = clipboard();
    QApplication::clipboard()->clear();
    QTest::mouseClick(button("copyText"), Qt::LeftButton);
    QCOMPARE(clipboard(), byKey);
}

void InspectorCopyTest::theCodeGivesTheNumberShown()
{
    control<QSpinBox>(*m_panel, "inspectorEntry")->setValue(3);
    terms()->setFocus(Qt::TabFocusReason);
    QTest::keyClick(terms(), Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(clipboard().startsWith("import numpy as np\n"));
    QString problem;
    const QStringList printed = runNumpy({clipboard().toStdString()}, problem);
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    QVERIFY2(
        std::abs(printed[0].toDouble() - valueOfH(4, 2)) < 1e-12 * std::abs(valueOfH(4, 2)), qPrintable(printed[0]));
    const QString byKey = clipboard();
    QApplication::clipboard()->clear();
    QTest::mouseClick(button("copyNumpy"), Qt::LeftButton);
    QCOMPARE(clipboard(), byKey);
}

void InspectorCopyTest::thePageOfAnOutputHasTwoCalculations()
{
    m_document->select(ElementRef::ofNode(node("o"), 4));
    terms()->setFocus(Qt::TabFocusReason);
    QTest::keyClick(terms(), Qt::Key_C, Qt::ControlModifier);
    QVERIFY2(clipboard().contains("o[1] at step 4 = "), qPrintable(clipboard()));
    auto *loss = control<InspectorTerms>(*m_panel, "inspectorExtraTerms");
    loss->setFocus(Qt::TabFocusReason);
    QTest::keyClick(loss, Qt::Key_C, Qt::ControlModifier);
    QVERIFY2(clipboard().contains("L(4) = -log ŷ[2] = "
                 + QString::fromStdString(exactNumber(*m_document->result()->trace->stepLoss[3]))),
        qPrintable(clipboard()));
}

/// From the page that the inspector shows to the number that Python prints.
void InspectorCopyTest::everyPageOfEveryCircuit()
{
    std::vector<std::string> scripts;
    std::vector<double> expected;
    std::vector<double> scales;
    for (const CatalogueEntry &entry : catalogue()) {
        const Document document(catalogueExperiment(entry.name));
        const auto result = document.result();
        const InspectedRun run = inspected(*result);
        const auto add = [&](const ElementRef &element, Pass pass, std::optional<double> number = {}) {
            Cursor cursor{pass == Pass::Forward ? 4 : 1, pass, element};
            const InspectorPage page = inspectorPage(*result, cursor);
            const auto calculation = calculationOf(run, page);
            for (const ExpressionItem &item : page.items)
                if (item.opens)
                    number = item.numbers(0, 0);
            if (!calculation || !number)
                return;
            scripts.push_back(numpyScript(run, *calculation, 0, 0));
            expected.push_back(*number);
            const Matrix all = page.items.empty() ? Matrix::Constant(1, 1, *number) : page.items.back().numbers;
            scales.push_back(std::max(std::abs(*number), all.cwiseAbs().maxCoeff()));
        };
        for (const Pass pass : {Pass::Forward, Pass::Backward}) {
            for (int n = 0; n < static_cast<int>(result->circuit().nodes.size()); ++n)
                for (int step = 1; step <= 4; ++step) {
                    add(ElementRef::ofNode(n, step), pass);
                    for (int k = 0; k < static_cast<int>(result->circuit().nodes[static_cast<size_t>(n)].terms.size());
                         ++k)
                        for (const bool gate : {false, true})
                            if (!gate || !result->circuit().nodes[static_cast<size_t>(n)].terms[size_t(k)].gate.empty())
                                add(ElementRef::ofEdge(n, k, step, gate), pass);
                }
            for (const ParameterInfo &parameter : result->trace->program->parameters)
                add(ElementRef::ofParameter(parameter.name), pass);
        }
        for (int step = 1; step <= 4; ++step)
            if (const auto loss = result->trace->stepLoss[static_cast<size_t>(step - 1)])
                add(ElementRef::ofLoss(step), Pass::Backward, *loss);
        double total = 0;
        for (const auto &loss : result->trace->stepLoss)
            total += loss.value_or(0);
        add(ElementRef::ofLoss(), Pass::Backward, total);
    }
    QVERIFY(scripts.size() > 800);
    QString problem;
    const QStringList printed = runNumpy(scripts, problem);
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    QCOMPARE(printed.size(), static_cast<qsizetype>(scripts.size()));
    for (size_t i = 0; i < scripts.size(); ++i) {
        bool isNumber = false;
        const double number = printed[static_cast<qsizetype>(i)].toDouble(&isNumber);
        QVERIFY2(isNumber && std::abs(number - expected[i]) <= 1e-12 * scales[i],
            qPrintable(QString("%1 instead of %2 from\n%3")
                           .arg(printed[static_cast<qsizetype>(i)])
                           .arg(expected[i], 0, 'g', 17)
                           .arg(QString::fromStdString(scripts[i]))));
    }
}

/// It is renewed when it is seen again; until then it is one of another network.
void InspectorCopyTest::aPageThatIsNotSeenIsNotCopied()
{
    m_document->select(ElementRef::ofParameter("W"));
    m_panel->hide();
    QVERIFY(m_document->open(catalogueExperiment("autonomous")));
    QApplication::clipboard()->setText("before");
    for (QAction *action : m_panel->actions())
        if (action->text().startsWith("Copy"))
            action->trigger();
    QCOMPARE(clipboard(), QString("before"));
    m_panel->show();
    for (QAction *action : m_panel->actions())
        if (action->text() == "Copy as NumPy")
            action->trigger();
    QVERIFY(clipboard().contains("import numpy"));
}

void InspectorCopyTest::whatHasNoNumberIsNotCopied()
{
    m_document->select(ElementRef::ofNode(node("h"), 6)); // not computed yet
    QVERIFY(!button("copyText")->isVisible());
    QTest::keyClick(m_panel.get(), Qt::Key_C, Qt::ControlModifier);
    QVERIFY(clipboard().isEmpty());
    m_document->setStep(6);
    QVERIFY(button("copyText")->isVisible());
}

void InspectorCopyTest::theContextMenuOffersIt()
{
    QCOMPARE(m_panel->contextMenuPolicy(), Qt::ActionsContextMenu);
    QStringList names;
    for (const QAction *action : m_panel->actions())
        names << action->text();
    QCOMPARE(names, (QStringList{"Pin to this step", "Copy calculation", "Copy as NumPy", "Check the gradient"}));
    QVERIFY(!m_panel->actions().last()->isEnabled()); // a value has no gradient to check
    m_document->setPass(Pass::Backward);
    QVERIFY(m_panel->actions().last()->isEnabled());
}

/// A click opens an entry and leaves the focus with another part of the window.
void InspectorCopyTest::aClickedEntryIsCopied()
{
    QWidget window;
    auto *elsewhere = new QWidget(&window);
    elsewhere->setFocusPolicy(Qt::StrongFocus);
    m_panel->setParent(&window);
    m_panel->show();
    m_panel->move(0, 20);
    window.resize(300, 800);
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    elsewhere->setFocus();
    NumberGrid *result = nullptr;
    for (NumberGrid *grid : m_panel->findChildren<NumberGrid *>())
        if (grid->isVisible() && grid->content().name.startsWith("h at step 4"))
            result = grid;
    if (!result)
        QFAIL("the result is not shown");
    QTest::mouseClick(result, Qt::LeftButton, {}, result->cellRect(3, 0).center());
    QTest::keyClick(elsewhere, Qt::Key_C, Qt::ControlModifier);
    QVERIFY2(clipboard().contains("\nh[4] at step 4 = tanh(a[4]) = "), qPrintable(clipboard()));
    m_panel->setParent(nullptr);
}

void InspectorCopyTest::aSpinBoxKeepsItsOwnText()
{
    auto *entry = control<QSpinBox>(*m_panel, "inspectorEntry");
    entry->setFocus();
    entry->selectAll();
    QTest::keyClick(entry, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(clipboard(), QString("1"));
}

UNFOLD_TEST(InspectorCopyTest)
#include "inspector_copy_test.moc"
