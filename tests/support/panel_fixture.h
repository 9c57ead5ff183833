#pragma once
// What the tests of the panels share: a shown window, and finding a control by its name.
#include "ui/style/theme.h"

#include <QTest>
#include <QWidget>

namespace unfold {

/// Shown, active, as wide as the left column.
inline void present(QWidget &widget, int width = 280)
{
    loadFonts();
    widget.resize(width, std::max(widget.sizeHint().height(), 400));
    widget.show();
    widget.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&widget));
}

/// The control of this name; the test ends where there is none.
template <typename T> T *control(const QWidget &panel, const char *name)
{
    T *found = panel.findChild<T *>(QLatin1String(name));
    if (!found)
        qFatal("no control called %s", name);
    return found;
}

} // namespace unfold
