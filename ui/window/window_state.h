#pragma once
// What the window remembers from one start to the next: its place, its columns, the tab of the left one. Keys
// "window/…" of the settings. What stands there and makes no sense is passed over.
#include <QList>
#include <QSize>

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

/// The sizes of three columns with other outer ones: the middle gives and takes, down to 1 px.
QList<int> withSides(const QList<int> &sizes, int left, int right);

/// Of the first window: `wanted`, cut to what the screen has beside its panels, less the frame of a window.
QSize firstSize(QSize wanted, QSize available);

void rememberWindow(const WindowParts &parts, QSettings *settings);
void recallWindow(const WindowParts &parts, const QSettings *settings);
/// The columns and the tab; not the place.
void copyColumns(const WindowParts &from, const WindowParts &to);

} // namespace unfold
