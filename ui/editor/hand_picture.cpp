#include "ui/editor/hand_picture.h"

#include "core/circuit/edit_circuit.h"
#include "ui/editor/canvas_things.h"
#include "ui/editor/place_map.h"
#include "ui/style/theme.h"

#include <QPainter>

#include <algorithm>

namespace unfold {

Place droppedAt(const Circuit &circuit, const FoldedLayout &layout, const Hand &hand, QSize size)
{
    const QPointF inSight(
        std::clamp(hand.point.x(), 0.0, double(size.width())), std::clamp(hand.point.y(), 0.0, double(size.height())));
    const QPointF centre = inSight - hand.pressed + shapeOf(layout, hand.held).disc.centre;
    const Place wanted = PlaceMap(circuit, layout).at(centre);
    return *withPlace(circuit, hand.held, wanted, drawnPlacesOf(circuit)).nodes[static_cast<size_t>(hand.held)].place;
}

void paintHand(QPainter &painter, const Theme &theme, const Circuit &circuit, const FoldedLayout &layout,
    const Hand &hand, QSize size)
{
    painter.setPen(QPen(theme.cursorLine, 2 * Metrics::unit(), Qt::DashLine));
    painter.setBrush(Qt::NoBrush);
    const double r = layout.radius;
    if (hand.does == Hand::Does::Moving)
        painter.drawEllipse(PlaceMap(circuit, layout).at(droppedAt(circuit, layout, hand, size)), r, r);
    if (hand.does != Hand::Does::Connecting)
        return;
    const QPointF from = shapeOf(layout, hand.held).disc.centre;
    const QPointF to = hand.aim >= 0 ? shapeOf(layout, hand.aim).disc.centre : hand.point;
    for (const int node : {hand.held, hand.aim})
        if (node >= 0)
            painter.drawEllipse(shapeOf(layout, node).disc.centre, r + 4, r + 4);
    const double length = distance(from, to);
    if (length > r)
        painter.drawLine(from + (to - from) * (r / length), hand.aim >= 0 ? to - (to - from) * (r / length) : to);
}

} // namespace unfold
