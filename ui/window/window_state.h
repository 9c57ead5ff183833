#pragma once
// What the window remembers from one start to the next: its place, its columns, the tab of the left one. Keys
// "window/…" of the settings. What stands there and makes no sense is passed over.
class QAction;
class QMainWindow;
class QSettings;
class QSplitter;
class QTabWidget;

namespace unfold {

struct WindowParts {
    QMainWindow *window;
    QSplitter *columns; ///< left, middle, right
    QAction *leftShown; ///< checkable
    QAction *rightShown; ///< checkable
    QTabWidget *tabs;
};

void rememberWindow(const WindowParts &parts, QSettings *settings);
void recallWindow(const WindowParts &parts, const QSettings *settings);

} // namespace unfold
