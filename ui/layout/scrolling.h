#pragma once
// Panels that scroll where the window is too low for them.
class QScrollArea;
class QWidget;

namespace unfold {

/// Makes `area` a plain frameless page that scrolls vertically only, and returns the widget for its contents.
QWidget *scrollingContent(QScrollArea *area);

} // namespace unfold
