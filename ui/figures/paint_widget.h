#pragma once
// A widget on any paint device, clipped as on the screen.

class QPainter;
class QWidget;

namespace unfold {

/// Paints the widget and its children, each clipped to its own rectangle by the painter itself: QWidget::render alone
/// clips by a region that neither SVG nor PDF knows. A window with its background.
void paintWidget(QPainter &painter, QWidget &widget);

} // namespace unfold
