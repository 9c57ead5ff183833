// Holding curves and fitting the axis in the whole window, by keys; and that nothing that is held goes without a word.
#include "tests/support/experiments.h"
#include "tests/support/test_program.h"
#include "tests/support/window_fixture.h"
#include "ui/document/held_curves.h"
#include "ui/timeline/gradient/gradient_view.h"
#include "ui/window/file_actions.h"
#include "ui/window/message_bar.h"

using namespace unfold;

class CurveActionsTest : public WindowFixture
{
    Q_OBJECT

private slots:
    void init() { openWindow(); }
    void cleanup() { closeWindow(); }

    void keysHoldAndRelease()
    {
        for (const double gain : {0.5, 1.05}) {
            m_document->setGain(gain);
            press(Qt::Key_H);
        }
        QCOMPARE(heldCount(m_document->references()), 2);
        QVERIFY(named(QStringLiteral("held: 0.5")));
        QVERIFY(named(QStringLiteral("held: 1.05")));
        m_document->setGain(0.8);
        QVERIFY(named(QStringLiteral("held: 0.5")));
        press(Qt::Key_H, Qt::ShiftModifier);
        QCOMPARE(heldCount(m_document->references()), 0);
        QVERIFY(!named(QStringLiteral("held: 0.5")));
    }

    void whyNothingIsHeldIsSaid()
    {
        press(Qt::Key_F);
        press(Qt::Key_H);
        QVERIFY(m_document->references().empty());
        QVERIFY2(said().contains(QStringLiteral("backward pass")), qPrintable(said()));
    }

    void aKeyFitsTheAxisAndBack()
    {
        const auto *view = find<GradientView>();
        const DecadeRange fixed = view->decades();
        press(Qt::Key_Y);
        QVERIFY(m_document->axisFitted());
        QVERIFY(view->decades() != fixed);
        press(Qt::Key_Y);
        QCOMPARE(view->decades(), fixed);
    }

    void anotherSceneReleasesThemAndSaysSo()
    {
        press(Qt::Key_H);
        m_window->menu()->files()->openScene(readScenes().scenes.at(1).experiment);
        QTRY_VERIFY2(said().contains(QStringLiteral("released")), qPrintable(said()));
        QVERIFY(m_document->references().empty());
    }

    void anotherLengthHidesThemAndSaysSo()
    {
        QVERIFY(m_document->open(test::scalar(20, 1)));
        press(Qt::Key_H);
        QVERIFY(m_document->change(test::scalar(12, 1), QStringLiteral("12 steps")));
        QTRY_VERIFY2(said().contains(QStringLiteral("not drawn")), qPrintable(said()));
        QVERIFY(!named(QStringLiteral("held: 1")));
        m_document->undoStack()->undo();
        QVERIFY(named(QStringLiteral("held: 1")));
    }

private:
    void press(Qt::Key key, Qt::KeyboardModifiers with = Qt::NoModifier) { QTest::keyClick(m_window.get(), key, with); }

    QString said() const { return find<MessageBar>()->text(); }

    bool named(const QString &text) const
    {
        for (const auto &[name, rect] : find<GradientView>()->plot()->placedLabels())
            if (name == text)
                return true;
        return false;
    }
};

UNFOLD_TEST(CurveActionsTest)
#include "curve_actions_test.moc"
