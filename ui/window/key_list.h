#pragma once
// All keys of the window: those of its actions as they are, and those that a view takes for itself while it has the
// focus.
#include <QString>
#include <QStringList>

#include <vector>

class QWidget;

namespace unfold {

struct KeyLine {
    QString what;
    QStringList keys; ///< any of them, as they stand on the keyboard
};

struct KeyGroup {
    QString title;
    std::vector<KeyLine> lines;
};

/// Every QAction and QShortcut of the window with a key, grouped; then the keys of the views.
std::vector<KeyGroup> keysOf(const QWidget *window);

/// The keys that work only where the focus is.
std::vector<KeyGroup> keysOfViews();

} // namespace unfold
