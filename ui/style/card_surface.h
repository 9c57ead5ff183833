#pragma once
// The quiet rounded surface that holds one thing: what every card paints behind itself.
class QPainter;
class QWidget;

namespace unfold {

/// Fills `widget` with the colour of cards in its theme, a hairline around it.
void paintCardSurface(QPainter &painter, const QWidget *widget);

} // namespace unfold
