// What the window's keys and lists do while an animation page covers the columns: what is chosen is seen, and nothing that is
// covered is changed behind it.
#include "tests/support/test_program.h"
#include "tests/support/window_fixture.h"
#include "tests/ui/window/modal.h"
#include "ui/diagram/folded/folded_view.h"
#include "ui/editor/circuit_editor.h"
#include "ui/editor/editor_actions.h"
#include "ui/scenes/cures.h"
#include "ui/scenes/motion/animation_page.h"
#include "ui/timeline/gradient_view_switcher.h"
#include "ui/window/file_actions.h"
#include "ui/window/view_actions.h"

#include <QAction>
#include <QMenu>
#include <QMessageBox>

#include <algorithm>

using namespace unfold;

class WindowPagesTest : public WindowFixture
{
    Q_OBJECT

private slots:
    void init() { openWindow(); }
    void cleanup() { closeWindow(); }

    void aSceneThatIsChosenIsSeen_data() { pages(); }
    void aSceneThatIsChosenIsSeen()
    {
        for (const int row : {2, 2}) { // the second time it is the present one
            openPage();
            auto *scenes = find<ScenesMenu>();
            QMetaObject::invokeMethod(scenes->menu(), "aboutToShow"); // as a click on the button does
            scenes->menu()->actions()[row]->trigger();
            QVERIFY(!pageIsOpen());
            QVERIFY(find<FoldedView>()->isVisible());
            QVERIFY(m_document->experiment() == readScenes().scenes[size_t(row)].experiment);
        }
    }

    void aFileThatIsOpenedIsSeen_data() { pages(); }
    void aFileThatIsOpenedIsSeen()
    {
        const QString path = m_home.filePath(QStringLiteral("lesson.unfold"));
        m_window->menu()->files()->file()->save(path);
        openPage();
        m_window->menu()->files()->openFile(path);
        QVERIFY(!pageIsOpen());
        openPage();
        m_window->menu()->files()->openFile(QStringLiteral("/nowhere.unfold"));
        QVERIFY(pageIsOpen()); // nothing was opened
    }

    void thePageStaysWhereTheUserStays()
    {
        m_window->menu()->files()->file()->save(m_home.filePath(QStringLiteral("lesson.unfold")));
        m_document->setGain(0.5);
        press(Qt::Key_U);
        const Experiment before = m_document->experiment();
        const auto question = answering(QMessageBox::Cancel);
        m_window->menu()->files()->openScene(readScenes().scenes[2].experiment);
        QVERIFY(pageIsOpen());
        QCOMPARE(question.count(), 1);
        QVERIFY(m_document->experiment() == before);
    }

    void theCuresKeySleepsBehindIt_data() { pages(); }
    void theCuresKeySleepsBehindIt()
    {
        m_document->open(readCures().cures.front().before);
        const Experiment before = m_document->experiment();
        openPage();
        press(Qt::Key_A);
        QVERIFY(m_document->experiment() == before);
        press(Qt::Key_Escape);
        press(Qt::Key_A);
        QVERIFY(!(m_document->experiment() == before));
    }

    void theKeysOfTheColumnsSleepBehindIt_data() { pages(); }
    void theKeysOfTheColumnsSleepBehindIt()
    {
        const auto view = [this] { return find<GradientViewSwitcher>()->currentWidget(); };
        const auto former = view();
        const TimeWindow window{2.5, 6.5};
        m_document->setTimeWindow(window);
        openPage();
        press(Qt::Key_V);
        press(Qt::Key_F8);
        press(Qt::Key_F9);
        press(Qt::Key_9, Qt::ControlModifier);
        QCOMPARE(view(), former);
        QVERIFY(m_window->menu()->view()->settingsAction()->isChecked());
        QVERIFY(m_window->menu()->view()->inspectorAction()->isChecked());
        QVERIFY(m_document->timeWindow() == window);
        press(Qt::Key_Escape);
        press(Qt::Key_V);
        QVERIFY(view() != former);
    }

    void editingTheCircuitLeadsToIt_data() { pages(); }
    void editingTheCircuitLeadsToIt()
    {
        openPage();
        press(Qt::Key_F4);
        QVERIFY(!pageIsOpen());
        QVERIFY(m_window->menu()->editing()->editor()->isActive());
    }

private:
    static void pages()
    {
        QTest::addColumn<bool>("transition");
        QTest::newRow("the motion") << false;
        QTest::newRow("to the recurrent network") << true;
    }

    void openPage()
    {
        QFETCH(bool, transition);
        transition ? press(Qt::Key_L, Qt::ControlModifier) : press(Qt::Key_U);
        QVERIFY(pageIsOpen());
        QVERIFY(!find<FoldedView>()->isVisible());
    }

    bool pageIsOpen() const
    {
        const auto pages = m_window->findChildren<AnimationPage *>();
        return std::any_of(pages.begin(), pages.end(), [](const AnimationPage *page) { return page->isOpen(); });
    }

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(m_window->focusWidget() ? m_window->focusWidget() : m_window.get(), key, modifiers);
    }
};

UNFOLD_TEST(WindowPagesTest)
#include "window_pages_test.moc"
