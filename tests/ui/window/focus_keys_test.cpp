// The way of the keys through the window: the order of Tab, the ring, the keys that lead from part to part.
#include "tests/support/test_program.h"
#include "tests/support/window_fixture.h"
#include "ui/window/focus_keys.h"

#include "core/experiment/edit.h"
#include "ui/document/document.h"
#include "ui/scenes/scenes.h"
#include "ui/style/theme.h"
#include "ui/window/main_window.h"
#include "ui/window/text_zoom.h"

#include <QApplication>
#include <QMenu>
#include <QPlainTextEdit>
#include <QSettings>
#include <QTabBar>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <cmath>

using namespace unfold;

namespace {

QString nameOf(const QWidget *widget)
{
    const QString type = QString::fromLatin1(widget->metaObject()->className()).remove(QStringLiteral("unfold::"));
    return widget->objectName().isEmpty() ? type : widget->objectName();
}

double luminance(const QColor &colour)
{
    const auto linear = [](double c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const double x = luminance(a) + 0.05;
    const double y = luminance(b) + 0.05;
    return std::max(x, y) / std::min(x, y);
}

/// Pixels that change by at least 3 : 1.
int strongChanges(const QImage &before, const QImage &after)
{
    int count = 0;
    for (int y = 0; y < before.height(); ++y)
        for (int x = 0; x < before.width(); ++x)
            if (before.pixel(x, y) != after.pixel(x, y))
                count += contrast(before.pixelColor(x, y), after.pixelColor(x, y)) >= 3;
    return count;
}

} // namespace

class FocusKeysTest : public WindowFixture
{
    Q_OBJECT

private slots:
    void initTestCase() { QApplication::setCursorFlashTime(0); }

    void init() { openWindow({1456, 900}); }

    void cleanup() { closeWindow(); }

    void tabGoesThroughTheWindowAsItIsRead()
    {
        QCOMPARE(tabStops(),
            QStringList({"menu", "scenes", "forwardPass", "backwardPass", "finish", "advance", "play", "back", "begin",
                "speed", "export", "projector", "whatIsThis", "unfold", "editCircuit", "FoldedView", "gainEntry",
                "gainReset", "gainSlider", "FlatTabBar", "EquationsView", "UnrolledView", "HeatMapView", "PillButton",
                "PillButton", "GradientView", "lowerView", "PillButton", "fitAxis", "holdCurve", "TimeAxisBar",
                "closeLesson", "inspectorPin", "NumberGrid", "NumberGrid", "NumberGrid", "NumberGrid", "inspectorEntry",
                "inspectorTerms", "checkHeader", "copyText", "copyNumpy"}));
    }

    void tabLeavesEveryControl_data()
    {
        QTest::addColumn<int>("tab");
        QTest::newRow("equations") << 0;
        QTest::newRow("network") << 1;
        QTest::newRow("data") << 2;
    }

    /// Forward and backward the whole way round: no control keeps the keys for itself.
    void tabLeavesEveryControl()
    {
        QFETCH(int, tab);
        DataSource text;
        text.kind = TextSource{"hello", TextSource::Unit::Characters};
        QVERIFY(m_document->change(withData(m_document->experiment(), text), QStringLiteral("text")));
        m_window->findChild<QTabWidget *>()->setCurrentIndex(tab);
        QStringList there = tabStops(Qt::Key_Tab);
        QStringList back = tabStops(Qt::Key_Backtab);
        QVERIFY(there.size() > 25);
        std::reverse(back.begin() + 1, back.end());
        QCOMPARE(back, there);
        QCOMPARE(there.contains(QStringLiteral("circuit")), tab == 1);
        QCOMPARE(there.contains(nameOf(m_window->findChild<QPlainTextEdit *>())), tab == 2);
    }

    void everyStopShowsThatItHasTheFocus_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<int>("tab");
        for (const bool dark : {false, true})
            for (int tab = 0; tab < 3; ++tab)
                QTest::addRow("%s, tab %d", dark ? "dark" : "light", tab) << dark << tab;
    }

    void everyStopShowsThatItHasTheFocus()
    {
        QFETCH(bool, dark);
        QFETCH(int, tab);
        applyTheme(*qApp, dark ? ThemeKind::Dark : ThemeKind::Light);
        DataSource text;
        text.kind = TextSource{"hello", TextSource::Unit::Characters};
        QVERIFY(m_document->change(withData(m_document->experiment(), text), QStringLiteral("text")));
        m_document->setStep(3);
        m_window->findChild<QTabWidget *>()->setCurrentIndex(tab);
        QWidget *stop = m_window->findChild<QWidget *>(QStringLiteral("menu"));
        stop->setFocus(Qt::TabFocusReason);
        for (qsizetype left = stops(Qt::Key_Tab).size(); left > 0; --left) {
            const QImage after = around(stop);
            stop->clearFocus();
            const QImage before = around(stop);
            stop->setFocus(Qt::TabFocusReason);
            const int changed = strongChanges(before, after);
            // At least as much as a line of one pixel along two sides of a small control.
            QVERIFY2(changed >= 40,
                qPrintable(QStringLiteral("%1: %2 pixels change enough").arg(nameOf(stop)).arg(changed)));
            QTest::keyClick(stop, Qt::Key_Tab);
            stop = m_window->focusWidget();
        }
    }

    void f6GoesFromPartToPart()
    {
        const QStringList parts{"menu", "FoldedView", "gainSlider", "FlatTabBar", "UnrolledView", "HeatMapView",
            "GradientView", "TimeAxisBar"};
        m_window->findChild<QWidget *>(QStringLiteral("play"))->setFocus(); // in the first part
        for (const QString &part : parts.mid(1)) {
            QTest::keyClick(m_window.get(), Qt::Key_F6);
            QCOMPARE(nameOf(m_window->focusWidget()), part);
        }
        QTest::keyClick(m_window.get(), Qt::Key_F6);
        QCOMPARE(nameOf(m_window->focusWidget()), QStringLiteral("inspectorPin")); // the inspector
        QTest::keyClick(m_window.get(), Qt::Key_F6);
        QCOMPARE(nameOf(m_window->focusWidget()), parts.first());
        QTest::keyClick(m_window.get(), Qt::Key_F6, Qt::ShiftModifier);
        QTest::keyClick(m_window.get(), Qt::Key_F6, Qt::ShiftModifier);
        QCOMPARE(nameOf(m_window->focusWidget()), parts.last());
    }

    void f6PassesOverWhatIsHidden()
    {
        QTest::keyClick(m_window.get(), Qt::Key_F8); // the left column
        m_window->findChild<QWidget *>(QStringLiteral("menu"))->setFocus();
        QTest::keyClick(m_window.get(), Qt::Key_F6);
        QCOMPARE(nameOf(m_window->focusWidget()), QStringLiteral("UnrolledView"));
    }

    void theMenuOpensByAKey() { QVERIFY(menuOpenedBy(Qt::Key_F10).contains(QStringLiteral("Quit"))); }

    void theScenesOpenByAKey()
    {
        const QStringList shown = menuOpenedBy(Qt::Key_F2);
        for (const Scene &scene : readScenes().scenes)
            QVERIFY(shown.contains(scene.title));
    }

    void tabsOpenByAKey()
    {
        const auto *tabs = m_window->findChild<QTabWidget *>();
        for (const int i : {1, 2, 0}) {
            QTest::keyClick(m_window.get(), Qt::Key(Qt::Key_1 + i), Qt::ControlModifier);
            QCOMPARE(tabs->currentIndex(), i);
            QCOMPARE(nameOf(m_window->focusWidget()), QStringLiteral("FlatTabBar"));
        }
        QTest::keyClick(m_window->focusWidget(), Qt::Key_Right); // and on from there, time standing still
        QCOMPARE(tabs->currentIndex(), 1);
    }

    void theTabThatIsAskedForIsScrolledIntoSight()
    {
        m_window->resize(1280, 480);
        const auto *tabs = m_window->findChild<QTabWidget *>();
        const auto inSight = [tabs] { return tabs->currentWidget()->visibleRegion().boundingRect().height(); };
        QTRY_VERIFY(inSight() < 60);
        QTest::keyClick(m_window.get(), Qt::Key_4, Qt::ControlModifier);
        QTRY_VERIFY(inSight() > 140);
        QVERIFY(tabs->tabBar()->visibleRegion().boundingRect().height() == tabs->tabBar()->height());
    }

    void everyControlHasATooltip_data() { tabLeavesEveryControl_data(); }

    void everyControlHasATooltip()
    {
        QFETCH(int, tab);
        m_window->findChild<QTabWidget *>()->setCurrentIndex(tab);
        for (const QWidget *widget : m_window->findChildren<QWidget *>()) {
            const bool control = widget->inherits("QAbstractButton") || widget->inherits("QComboBox")
                || widget->inherits("QAbstractSpinBox") || widget->inherits("QSlider")
                || widget->inherits("unfold::GainSlider") || widget->inherits("QLineEdit");
            const bool part = widget->parentWidget() && widget->parentWidget()->inherits("QAbstractSpinBox");
            if (control && !part && widget->isVisible())
                QVERIFY2(!widget->toolTip().isEmpty(), qPrintable(nameOf(widget)));
        }
    }

    /// Losing the focus on the way out reaches nobody who is already gone.
    void theWindowGoesWhileAnyOfItsControlsHasTheFocus()
    {
        const qsizetype count = stops(Qt::Key_Tab).size();
        for (qsizetype i = 0; i < count; ++i) {
            stops(Qt::Key_Tab).at(i)->setFocus(Qt::TabFocusReason);
            cleanup();
            init();
        }
    }

private:
    QWidgetList stops(Qt::Key key)
    {
        QWidget *first = m_window->findChild<QWidget *>(QStringLiteral("menu"));
        first->setFocus(Qt::TabFocusReason);
        QWidgetList stops{first};
        for (int i = 0; i < 200; ++i) {
            QTest::keyClick(m_window->focusWidget(), key, key == Qt::Key_Backtab ? Qt::ShiftModifier : Qt::NoModifier);
            if (m_window->focusWidget() == first)
                return stops;
            stops << m_window->focusWidget();
        }
        QTest::qFail("Tab never comes back", __FILE__, __LINE__);
        return stops;
    }

    QStringList tabStops(Qt::Key key = Qt::Key_Tab)
    {
        m_document->setStep(9); // where every button of the transport can be used
        QStringList names;
        for (const QWidget *stop : stops(key))
            names << nameOf(stop);
        return names;
    }

    /// What is seen of a control, with a little of what is around it.
    QImage around(QWidget *widget)
    {
        const QRect box(widget->mapTo(m_window.get(), QPoint()), widget->size());
        return m_window->grab(box.adjusted(-4, -4, 4, 4) & m_window->rect())
            .toImage()
            .convertToFormat(QImage::Format_RGB32);
    }

    /// The entries of the menu that a key opens.
    QStringList menuOpenedBy(Qt::Key key)
    {
        QStringList seen;
        QTimer::singleShot(0, this, [&seen] {
            auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
            if (!menu)
                return;
            for (const QAction *action : menu->actions())
                seen << action->text();
            menu->close();
        });
        QTest::keyClick(m_window.get(), key);
        return seen;
    }
};

UNFOLD_TEST(FocusKeysTest)
#include "focus_keys_test.moc"
