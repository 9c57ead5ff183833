#pragma once
// A widget on any paint device, clipped as on the screen.

class QPainter;
class QRect;
class QWidget;

namespace unfold {

/// Paints the widget and its children, each clipped to its own rectangle by the painter itself: QWidget::render alone
/// clips by a region that neither SVG nor PDF knows. A window with its background. What lies outside of `part`, in its
/// own coordinates, is left out.
void paintWidget(QPainter &painter, QWidget &widget, const QRect &part);

/// For a window that is there to be painted by paintWidget() alone: it is laid out as if it were shown, on no screen,
/// and nothing of it is painted for one.
void keepOffScreen(QWidget &window);

} // namespace unfold
