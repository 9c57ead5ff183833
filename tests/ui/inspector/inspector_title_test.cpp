// The inspector in time: it follows, it is pinned and released, and it keeps what was opened in it.
#include "tests/support/panel_fixture.h"
#include "tests/support/test_program.h"
#include "tests/ui/inspector/inspected_experiments.h"
#include "ui/inspector/inspector_formula.h"
#include "ui/inspector/inspector_panel.h"
#include "ui/inspector/inspector_terms.h"
#include "ui/inspector/number_grid.h"

#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QSpinBox>
#include <QToolButton>

using namespace unfold;
using test::everyStep;

class InspectorTitleTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_document = std::make_unique<Document>(everyStep());
        m_document->setGradientOf(GradientOf::AllSteps);
        m_document->setPass(Pass::Forward);
        m_document->setStep(4);
        m_panel = std::make_unique<InspectorPanel>(m_document.get());
        present(*m_panel, 290);
    }
    void cleanup()
    {
        m_panel.reset();
        m_document.reset();
    }

    void whatIsOpenFollowsTheTime()
    {
        m_document->select(ElementRef::ofNode(h(), 4));
        QCOMPARE(title(), QString("Step 4 · hidden state h"));
        for (const int step : {5, 6, 1, 2}) {
            m_document->setStep(step);
            QCOMPARE(title(), QString("Step %1 · hidden state h").arg(step));
            QVERIFY(gridNamed(QString("h at step %1").arg(step)));
        }
        m_document->setPass(Pass::Backward);
        QCOMPARE(title(), QString("Step 2 · gradient at h"));
        m_document->setStep(1);
        QCOMPARE(title(), QString("Step 1 · gradient at h"));
    }

    /// The entry that was opened, by the field or by a click, and the groups that were unfolded.
    void theOpenedEntryStaysOpen()
    {
        m_document->select(ElementRef::ofNode(h(), 4, 1));
        QCOMPARE(entry()->value(), 2);
        entry()->setFocus();
        QTest::keyClick(entry(), Qt::Key_Up);
        QCOMPARE(entry()->value(), 3);
        m_document->setStep(5);
        QCOMPARE(entry()->value(), 3);
        QVERIFY2(terms().contains("h[3] = tanh("), qPrintable(terms()));
        NumberGrid *before = gridNamed("h at step 4");
        QTest::mouseClick(before, Qt::LeftButton, {}, before->cellRect(0, 0).center());
        QCOMPARE(entry()->value(), 1); // the number that was clicked
        m_document->setStep(6);
        QCOMPARE(title(), QString("Step 6 · hidden state h"));
        QCOMPARE(entry()->value(), 1);
    }

    void aPinKeepsItsStep()
    {
        m_document->select(ElementRef::ofNode(h(), 3));
        QTest::mouseClick(pin(), Qt::LeftButton);
        QVERIFY(pin()->isChecked());
        QVERIFY(!where()->isVisible() || where()->text().contains("step 3"));
        m_document->setStep(6);
        QCOMPARE(title(), QString("Step 3 · hidden state h"));
        QVERIFY(gridNamed("h at step 3"));
        QVERIFY(where()->isVisible());
        QVERIFY2(where()->text().contains("step 3") && where()->text().contains("step 6"), qPrintable(where()->text()));
        m_document->setStep(3);
        QVERIFY(!where()->isVisible());
        m_document->setStep(5);
        QTest::mouseClick(pin(), Qt::LeftButton);
        QVERIFY(!pin()->isChecked());
        QVERIFY(!where()->isVisible());
        QCOMPARE(title(), QString("Step 5 · hidden state h"));
    }

    /// What is shown without a selection becomes one when it is pinned.
    void whatNobodySelectedCanBePinned()
    {
        QTest::keyClick(m_panel.get(), Qt::Key_P);
        QVERIFY(pin()->isChecked());
        m_document->setStep(6);
        QCOMPARE(title(), QString("Step 4 · hidden state h"));
        QTest::keyClick(m_panel.get(), Qt::Key_P);
        QVERIFY(!pin()->isChecked());
        QCOMPARE(title(), QString("Step 6 · hidden state h"));
    }

    void escapeReleasesThePinAndThenTheSelection()
    {
        m_document->select(ElementRef::ofNode(m_document->result()->circuit().indexOf("o"), 3));
        QTest::keyClick(m_panel.get(), Qt::Key_P);
        m_document->setStep(5);
        QTest::keyClick(entry(), Qt::Key_Escape); // wherever in the window the keys are
        QVERIFY(!pin()->isChecked());
        QCOMPARE(title(), QString("Step 5 · output o"));
        QTest::keyClick(entry(), Qt::Key_Escape);
        QCOMPARE(m_document->cursor().selection, ElementRef());
        QCOMPARE(title(), QString("Step 5 · hidden state h"));
        QTest::keyClick(entry(), Qt::Key_Escape); // nothing is left to release
        QCOMPARE(title(), QString("Step 5 · hidden state h"));
    }

    void theButtonTeaches()
    {
        QVERIFY(!pin()->accessibleName().isEmpty());
        QVERIFY2(pin()->toolTip().contains("step 4") && pin()->toolTip().contains("(P)"), qPrintable(pin()->toolTip()));
        const QString released = pin()->toolTip();
        QTest::mouseClick(pin(), Qt::LeftButton);
        QVERIFY(pin()->toolTip() != released);
        QVERIFY2(pin()->toolTip().contains("Escape"), qPrintable(pin()->toolTip()));
    }

    /// A matrix is the same at every step.
    void whatIsAtNoStepCannotBePinned()
    {
        QTest::mouseClick(pin(), Qt::LeftButton);
        m_document->select(ElementRef::ofParameter("W"));
        QVERIFY(!pin()->isChecked());
        QVERIFY(!pin()->isEnabled());
        QTest::keyClick(m_panel.get(), Qt::Key_P);
        QVERIFY(!m_document->cursor().pinned);
    }

    void aLetterThatIsTypedIsNoPin()
    {
        auto *field = new QLineEdit(m_panel.get());
        field->show();
        field->setFocus();
        QTest::keyClick(field, Qt::Key_P);
        QCOMPARE(field->text(), QString("p"));
        QVERIFY(!pin()->isChecked());
    }

    /// While the time moves it stays where it was scrolled to; another page begins at its top.
    void itScrollsToTheTopForAnotherPageOnly()
    {
        m_panel->resize(290, 200);
        m_document->select(ElementRef::ofNode(h(), 4));
        QTRY_VERIFY(bar()->maximum() > 60);
        const auto scroll = [&] { bar()->setValue(50); };
        scroll();
        m_document->setStep(5);
        m_document->setStep(3);
        QCOMPARE(bar()->value(), 50);
        m_document->setGain(0.7);
        QCOMPARE(bar()->value(), 50);
        m_document->setPass(Pass::Backward);
        QCOMPARE(bar()->value(), 0);
        scroll();
        m_document->select(ElementRef::ofParameter("W"));
        QCOMPARE(bar()->value(), 0);
        m_document->select({});
        QTRY_VERIFY(bar()->maximum() > 60);
        scroll();
        QVERIFY(m_document->open(everyStep())); // the same kind of page
        QCOMPARE(bar()->value(), 0);
        QTRY_VERIFY(bar()->maximum() > 60);
        scroll();
        QVERIFY(m_document->exchange(test::smallElman(7), "scene"));
        QCOMPARE(bar()->value(), 0);
    }

    /// The number under the mouse is one of another step by then, and so is what lights up elsewhere.
    void whatIsUnderTheMouseFollowsToo()
    {
        NumberGrid *before = gridNamed("h at step 3");
        QTest::mouseMove(before, {0, 0});
        QTest::mouseMove(before, before->cellRect(1, 0).center());
        QCOMPARE(m_document->hover(), ElementRef::ofNode(h(), 3, 1));
        m_document->setStep(5);
        QCOMPARE(m_document->hover(), ElementRef::ofNode(h(), 4, 1));
        m_document->setHover(ElementRef::ofParameter("U")); // by another view
        m_document->setStep(6);
        QCOMPARE(m_document->hover(), ElementRef::ofParameter("U"));
    }

    void theSymbolUnderTheMouseFollowsToo()
    {
        auto *formula = m_panel->findChild<InspectorFormula *>();
        emit formula->touched({SymbolRef::Kind::Node, "h", 1});
        QCOMPARE(m_document->hover(), ElementRef::ofNode(h(), 3));
        m_document->setStep(5);
        QCOMPARE(m_document->hover(), ElementRef::ofNode(h(), 4));
        m_document->setPass(Pass::Backward); // another formula
        QCOMPARE(m_document->hover(), ElementRef());
    }

    /// It is brought up to date when it is seen again.
    void hiddenItFollowsAllTheSame()
    {
        m_document->select(ElementRef::ofNode(h(), 4, 2));
        m_panel->hide();
        m_document->setStep(6);
        m_panel->show();
        QCOMPARE(title(), QString("Step 6 · hidden state h"));
        QCOMPARE(entry()->value(), 3);
    }

private:
    int h() const { return m_document->result()->circuit().indexOf("h"); }
    QString title() const { return control<QLabel>(*m_panel, "inspectorTitle")->text(); }
    QLabel *where() const { return control<QLabel>(*m_panel, "inspectorPinned"); }
    QToolButton *pin() const { return control<QToolButton>(*m_panel, "inspectorPin"); }
    QSpinBox *entry() const { return control<QSpinBox>(*m_panel, "inspectorEntry"); }
    QString terms() const { return control<InspectorTerms>(*m_panel, "inspectorTerms")->text(); }
    QScrollBar *bar() const { return m_panel->findChild<QScrollArea *>()->verticalScrollBar(); }
    NumberGrid *gridNamed(const QString &start) const
    {
        for (NumberGrid *grid : m_panel->findChildren<NumberGrid *>())
            if (grid->isVisible() && grid->content().name.startsWith(start))
                return grid;
        return nullptr;
    }

    std::unique_ptr<Document> m_document;
    std::unique_ptr<InspectorPanel> m_panel;
};

UNFOLD_TEST(InspectorTitleTest)
#include "inspector_title_test.moc"
