#pragma once
// The whole window, shown and active, with settings of its own.
#include "ui/document/document.h"
#include "ui/scenes/scenes.h"
#include "ui/style/theme.h"
#include "ui/window/help_actions.h"
#include "ui/window/main_window.h"
#include "ui/window/text_zoom.h"
#include "ui/window/window_menu.h"

#include <QApplication>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace unfold {

class WindowFixture : public QObject
{
protected:
    /// Of the size that it takes by itself where `size` is none.
    void openWindow(QSize size = {1280, 720}, const Experiment &experiment = defaultScene())
    {
        loadFonts();
        applyTheme(*qApp, ThemeKind::Light);
        m_document = std::make_unique<Document>(experiment);
        showWindow(size);
    }

    /// A window as after a start, over what the document and the settings hold now.
    void reopenWindow()
    {
        m_window.reset();
        showWindow({});
    }

    void closeWindow()
    {
        m_window.reset();
        m_document.reset();
        setTextPixels(defaultTextPixels);
    }

    template <typename Widget> Widget *find() const { return m_window->findChild<Widget *>(); }
    HelpActions *help() const { return m_window->menu()->help(); }
    QRect inWindow(const QWidget *widget) const { return {widget->mapTo(m_window.get(), QPoint()), widget->size()}; }

    QTemporaryDir m_home;
    QSettings m_settings{m_home.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat};
    std::unique_ptr<Document> m_document;
    std::unique_ptr<MainWindow> m_window;

private:
    void showWindow(QSize size)
    {
        m_window = std::make_unique<MainWindow>(m_document.get(), &m_settings);
        if (size.isValid())
            m_window->resize(size);
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }
};

} // namespace unfold
