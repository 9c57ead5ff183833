#include "ui/window/window_state.h"

#include <QAction>
#include <QApplication>
#include <QMainWindow>
#include <QSettings>
#include <QSplitter>
#include <QTabWidget>

namespace unfold {
namespace {

constexpr QLatin1String geometryKey("window/geometry");
constexpr QLatin1String leftWidthKey("window/leftWidth");
constexpr QLatin1String rightWidthKey("window/rightWidth");
constexpr QLatin1String leftShownKey("window/leftShown");
constexpr QLatin1String rightShownKey("window/rightShown");
constexpr QLatin1String tabKey("window/tab");

/// Widths are kept in letters, not in pixels: columns hold text, whose size may be another one the next time.
double letter()
{
    return QApplication::font().pixelSize();
}

/// The width in pixels that is remembered under `key`, or `otherwise`.
int width(const QSettings *settings, QLatin1String key, int otherwise)
{
    constexpr double widest = 200;
    bool ok = false;
    const double letters = settings->value(key).toDouble(&ok);
    return ok && letters > 0 && letters < widest ? qRound(letters * letter()) : otherwise;
}

void recallShown(const QSettings *settings, QLatin1String key, QAction *action)
{
    const QString shown = settings->value(key).toString(); // "true" or "false", whatever the kind of settings
    if (shown == QStringLiteral("true") || shown == QStringLiteral("false"))
        action->setChecked(shown == QStringLiteral("true"));
}

} // namespace

QList<int> withSides(const QList<int> &sizes, int left, int right)
{
    const int whole = sizes[0] + sizes[1] + sizes[2];
    return {left, qMax(1, whole - left - right), right};
}

QSize firstSize(QSize wanted, QSize available)
{
    constexpr QSize frame(16, 40); // as most desktops draw it; nobody knows before the window is shown
    return wanted.boundedTo(available - frame);
}

void rememberWindow(const WindowParts &parts, QSettings *settings)
{
    settings->setValue(geometryKey, parts.window->saveGeometry());
    const QList<int> sizes = parts.columns->sizes();
    if (sizes[0] > 0) // 0: hidden
        settings->setValue(leftWidthKey, sizes[0] / letter());
    if (sizes[2] > 0)
        settings->setValue(rightWidthKey, sizes[2] / letter());
    settings->setValue(leftShownKey, parts.leftShown->isChecked());
    settings->setValue(rightShownKey, parts.rightShown->isChecked());
    settings->setValue(tabKey, parts.tabs->currentIndex());
}

void recallWindow(const WindowParts &parts, const QSettings *settings)
{
    const QByteArray geometry = settings->value(geometryKey).toByteArray();
    if (geometry.size() == parts.window->saveGeometry().size()) // Qt reads on where something is cut off
        parts.window->restoreGeometry(geometry);
    parts.window->setWindowState(parts.window->windowState() & ~Qt::WindowFullScreen);
    const QList<int> sizes = parts.columns->sizes();
    parts.columns->setSizes(
        withSides(sizes, width(settings, leftWidthKey, sizes[0]), width(settings, rightWidthKey, sizes[2])));
    recallShown(settings, leftShownKey, parts.leftShown);
    recallShown(settings, rightShownKey, parts.rightShown);
    bool ok = false;
    const int tab = settings->value(tabKey).toInt(&ok);
    if (ok && tab >= 0 && tab < parts.tabs->count())
        parts.tabs->setCurrentIndex(tab);
}

void copyColumns(const WindowParts &from, const WindowParts &to)
{
    to.leftShown->setChecked(from.leftShown->isChecked());
    to.rightShown->setChecked(from.rightShown->isChecked());
    to.tabs->setCurrentIndex(from.tabs->currentIndex());
    const QList<int> sizes = from.columns->sizes();
    to.columns->setSizes(withSides(to.columns->sizes(), sizes[0], sizes[2]));
}

} // namespace unfold
