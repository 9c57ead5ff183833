// Editing as a mode of the window: how it begins and ends, and what the menu then says.
#include "tests/support/experiments.h"
#include "tests/support/test_program.h"
#include "tests/ui/editor/edit_fixture.h"
#include "ui/widgets/section_header.h"
#include "ui/window/view_actions.h"

#include <QMenu>
#include <QSplitter>

using namespace unfold;

class EditorActionsTest : public EditFixture
{
    Q_OBJECT

private slots:
    void init() { openEditor(test::elmanOver(5)); }
    void cleanup() { closeWindow(); }

    void theButtonAndTheKeySayTheSame()
    {
        auto *button = field<PillButton>("editCircuit");
        const QAction *action = m_window->menu()->editing()->editAction();
        QVERIFY(button->isChecked() && action->isChecked());
        QTest::mouseClick(button, Qt::LeftButton);
        QVERIFY(!button->isChecked() && !action->isChecked() && !editor()->isActive());
        QTest::keyClick(m_window.get(), Qt::Key_F4);
        QVERIFY(button->isChecked() && action->isChecked() && editor()->isActive());
    }

    void undoNamesWhatItTakesBack()
    {
        QCOMPARE(undoAction()->text(), QStringLiteral("Undo"));
        QVERIFY(!undoAction()->isEnabled());
        QTest::keyClick(canvas(), Qt::Key_S);
        QCOMPARE(undoAction()->text(), QStringLiteral("Undo add node g"));
        editor()->addTerm(1, 2);
        QVERIFY(editor()->hasAttempt());
        QCOMPARE(undoAction()->text(), QStringLiteral("Undo connect o to h"));
        undo();
        QCOMPARE(undoAction()->text(), QStringLiteral("Undo add node g"));
        undo();
        QVERIFY(!undoAction()->isEnabled());
        QTest::keyClick(m_window.get(), Qt::Key_Y, Qt::ControlModifier);
        QCOMPARE(circuit().nodes.size(), size_t(4));
    }

    void aHiddenColumnComesWithIt()
    {
        QTest::keyClick(m_window.get(), Qt::Key_F4);
        m_window->menu()->view()->settingsAction()->setChecked(false);
        m_window->menu()->view()->inspectorAction()->setChecked(false);
        QTest::keyClick(m_window.get(), Qt::Key_F4);
        QVERIFY(canvas()->isVisible());
        QVERIFY(find<EditorPanel>()->isVisible());
    }

    void columnsAreBackWhereTheyWere()
    {
        QTest::keyClick(m_window.get(), Qt::Key_F4);
        const QList<int> before = find<QSplitter>()->sizes();
        QTest::keyClick(m_window.get(), Qt::Key_F4);
        QVERIFY(find<QSplitter>()->sizes()[0] > before[0]);
        QTest::keyClick(m_window.get(), Qt::Key_F4);
        QCOMPARE(find<QSplitter>()->sizes(), before);
    }

    void theProjectorEndsIt()
    {
        m_window->menu()->view()->projectorAction()->trigger();
        QVERIFY(!editor()->isActive());
        m_window->menu()->view()->projectorAction()->trigger();
    }

    void anotherSceneIsEditedOn()
    {
        editor()->select({2, -1});
        QVERIFY(m_document->open(defaultScene()));
        QCOMPARE(editor()->circuit(), circuit());
        QVERIFY(m_document->open(withCircuit(test::elmanOver(5), "autonomous")));
        QCOMPARE(editor()->circuit().nodes.size(), size_t(1));
        QCOMPARE(editor()->selection(), EditSelection());
    }

    void theFieldsSurviveTheEndOfTheWindow()
    {
        editor()->select({1, 0});
        field<QLineEdit>("termParameter")->setFocus();
        QTest::keyClicks(field<QLineEdit>("termParameter"), QStringLiteral("Q"));
        closeWindow(); // says that editing is finished, to nobody
    }

private:
    const QAction *undoAction() const
    {
        for (const QAction *action : m_window->menu()->menu()->actions())
            if (action->text().startsWith(QStringLiteral("Undo")))
                return action;
        return nullptr;
    }
};

UNFOLD_TEST(EditorActionsTest)
#include "editor_actions_test.moc"
