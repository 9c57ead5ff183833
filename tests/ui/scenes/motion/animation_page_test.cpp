#include "tests/support/test_program.h"
#include "ui/scenes/motion/animation_page.h"

#include "ui/controls/gain_slider.h"
#include "ui/style/theme.h"
#include "ui/widgets/scrubber.h"
#include "ui/widgets/soft_button.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QMainWindow>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTest>

using namespace unfold;

class AnimationPageTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        loadFonts();
        applyTheme(*qApp, ThemeKind::Light);
    }

    void init()
    {
        m_window = std::make_unique<QMainWindow>();
        auto *pages = new QStackedWidget;
        m_pages = pages;
        m_field = new QLineEdit;
        pages->addWidget(m_field);
        m_page = makePage(QStringLiteral("first"));
        m_window->setCentralWidget(pages);
        auto *action = new QAction(m_window.get()); // of the same key as the scrubber
        action->setShortcut(Qt::Key_Space);
        m_window->addAction(action);
        m_action = action;
        m_window->resize(800, 500);
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_field->setFocus();
    }

    void cleanup() { m_window.reset(); }

    void itTakesThePlaceOfThePageAndGivesItBack()
    {
        QSignalSpy changed(m_page, &AnimationPage::openChanged);
        QVERIFY(!m_page->isVisible());
        m_page->open();
        QVERIFY(m_page->isVisible());
        QVERIFY(!m_field->isVisible());
        QVERIFY(m_page->scrubber()->hasFocus());
        press(Qt::Key_Escape);
        QVERIFY(!m_page->isVisible());
        QVERIFY(m_field->isVisible());
        QVERIFY(m_field->hasFocus());
        QCOMPARE(changed.count(), 2);
        m_page->open();
        QTest::mouseClick(m_page->findChild<SoftButton *>(QStringLiteral("closeAnimation")), Qt::LeftButton);
        QVERIFY(m_field->hasFocus());
    }

    void withoutAFocusBeforeThereIsNoneAfter()
    {
        m_field->clearFocus();
        m_page->open();
        m_page->close();
        QVERIFY(!m_window->focusWidget());
    }

    void theFocusComesBackAsItCame()
    {
        auto *slider = new GainSlider(m_window.get());
        slider->setGeometry(0, 0, 300, 40);
        slider->show();
        QSignalSpy asked(slider, &GainSlider::gainAsked);
        for (const auto &[reason, takesArrows] : {std::pair(Qt::TabFocusReason, true), {Qt::MouseFocusReason, false}}) {
            slider->setFocus(reason);
            m_page->open();
            press(Qt::Key_Escape);
            QVERIFY(slider->hasFocus());
            asked.clear();
            press(Qt::Key_Right); // stays with time after a click
            QCOMPARE(asked.count(), takesArrows ? 1 : 0);
            slider->clearFocus();
        }
    }

    void itsKeysAreItsOwnWhileItIsOpen()
    {
        QSignalSpy triggered(m_action, &QAction::triggered);
        m_field->clearFocus();
        m_page->open();
        press(Qt::Key_Space);
        QVERIFY(m_page->scrubber()->playing());
        m_page->scrubber()->clearFocus(); // wherever the focus is
        press(Qt::Key_End);
        QCOMPARE(m_page->scrubber()->phase(), 1.0);
        QVERIFY(!m_page->scrubber()->playing());
        QCOMPARE(triggered.count(), 0);
        m_page->close();
        press(Qt::Key_Space);
        QCOMPARE(triggered.count(), 1);
    }

    void aButtonReachedWithTabKeepsItsSpace()
    {
        m_page->open();
        m_page->findChild<SoftButton *>(QStringLiteral("closeAnimation"))->setFocus(Qt::TabFocusReason);
        press(Qt::Key_Space);
        QVERIFY(!m_page->isOpen());
    }

    void closingPauses()
    {
        m_page->open();
        m_page->scrubber()->play();
        m_page->close();
        QVERIFY(!m_page->scrubber()->playing());
    }

    void onePageReplacesAnotherAndLeadsBackBehindBoth()
    {
        AnimationPage *second = makePage(QStringLiteral("second"));
        m_page->open();
        second->open();
        QVERIFY(!m_page->isOpen());
        QVERIFY(second->isVisible());
        press(Qt::Key_Escape);
        QVERIFY(m_field->isVisible());
        QVERIFY(m_field->hasFocus());
    }

    void theSentenceCanChange()
    {
        m_page->open();
        m_page->setCaption(QStringLiteral("Another one."));
        QCOMPARE(
            m_page->findChild<QLabel *>(QStringLiteral("animationCaption"))->text(), QStringLiteral("Another one."));
    }

private:
    AnimationPage *makePage(const QString &title)
    {
        return new AnimationPage({title, QStringLiteral("A sentence."), new QLabel(title),
                                     new QLabel(QStringLiteral("side")), new Scrubber(title, 1000)},
            m_pages);
    }
    void press(int key)
    {
        QWidget *focused = m_window->focusWidget();
        QTest::keyClick(focused ? focused : m_window.get(), Qt::Key(key));
    }

    std::unique_ptr<QMainWindow> m_window;
    QStackedWidget *m_pages = nullptr;
    QLineEdit *m_field = nullptr;
    QAction *m_action = nullptr;
    AnimationPage *m_page = nullptr;
};

UNFOLD_TEST(AnimationPageTest)
#include "animation_page_test.moc"
