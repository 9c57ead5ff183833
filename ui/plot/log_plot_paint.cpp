#include "ui/plot/log_plot_private.h"

#include "ui/plot/cursor_mark.h"

#include <cmath>

namespace unfold {
namespace {

/// A triangle that points at the edge beyond which the value lies.
QPolygonF edgeMark(QPointF tip, double height, bool up)
{
    const double base = up ? height : -height;
    return QPolygonF({tip, tip + QPointF(-4.5, base), tip + QPointF(4.5, base)});
}

} // namespace

void LogPlot::Private::paintUnder(QPainter &painter) const
{
    const QRectF area = q->plotArea();
    const Theme &theme = themeOf(q);
    if (cursorStep > 0)
        paintCursorLine(painter, q->axis(), cursorStep, 0, q->height(), theme);
    if (highlighted < 1)
        return;
    painter.setClipRect(area.adjusted(-8, -8, 8, 8));
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.highlight);
    for (const PlotCurve &curve : curves)
        if (const auto at = curve.measured ? q->positionOf(curve.key, highlighted) : std::nullopt)
            painter.drawEllipse(*at, 8 * Metrics::unit(), 8 * Metrics::unit());
}

void LogPlot::Private::paintOver(QPainter &painter) const
{
    paintTicks(painter);
    paintEdgeMarks(painter);
    names.paint(painter, themeOf(q).card);
}

void LogPlot::Private::paintTicks(QPainter &painter) const
{
    for (int k = decades.low; k <= decades.high; ++k) {
        if (k % tickStride != 0)
            continue;
        const ScriptText text = powerOfTen(k);
        const QSizeF size = text.size(tickFactor);
        const double y = plot->yAxis->coordToPixel(k) + 0.5;
        text.paint(painter, {q->axis().left - 8 - size.width(), y - size.height() / 2}, tickFactor, themeOf(q).muted);
    }
}

void LogPlot::Private::paintEdgeMarks(QPainter &painter) const
{
    const QRectF area = q->plotArea();
    for (const PlotCurve &curve : curves) {
        if (!curve.measured)
            continue;
        paintBorderMarks(painter, curve);
        painter.setBrush(curve.colour);
        painter.setPen(Qt::NoPen);
        double last = -1e9;
        for (size_t t = 0; t < curve.values.size(); ++t) {
            const double value = curve.values[t];
            const double x = q->axis().x(static_cast<double>(t + 1));
            if ((value != 0 && !std::isinf(value)) || x < area.left() || x > area.right() || x < last + pointPitch())
                continue;
            painter.drawPolygon(edgeMark(pointOf(static_cast<int>(t) + 1, value), markHeight, std::isinf(value)));
            last = x;
        }
    }
}

/// Hollow, as the points of a curve are: these are numbers, not 0 and infinity.
void LogPlot::Private::paintBorderMarks(QPainter &painter, const PlotCurve &curve) const
{
    painter.setPen(QPen(curve.colour, Metrics::unit()));
    painter.setBrush(themeOf(q).card);
    for (const Border border : {Border::Top, Border::Bottom}) {
        double last = -1e9;
        for (const BeyondPoint &point : pointsBeyond(border, curve.values, window, shownDecades())) {
            const QPointF tip = pointOf(point.step, point.value);
            if (tip.x() < last + pointPitch())
                continue;
            painter.drawPolygon(edgeMark(tip, markHeight, border == Border::Top));
            last = tip.x();
        }
    }
}

} // namespace unfold
