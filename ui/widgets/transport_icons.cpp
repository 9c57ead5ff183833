#include "ui/widgets/transport_icons.h"

#include <QPainterPathStroker>
#include <QTransform>

namespace unfold::icons {
namespace {

QPainterPath triangle(double left, double right, double half)
{
    QPainterPath path({left, 0.5 - half});
    path.lineTo(right, 0.5);
    path.lineTo(left, 0.5 + half);
    path.closeSubpath();
    return path;
}

QPainterPath stroked(const QPainterPath &line, double width)
{
    QPainterPathStroker stroker;
    stroker.setWidth(width);
    stroker.setCapStyle(Qt::RoundCap);
    return stroker.createStroke(line);
}

} // namespace

QPainterPath advance()
{
    QPainterPath stem;
    stem.addRect(0.12, 0.12, 0.13, 0.76);
    return triangle(0.36, 0.94, 0.38).united(stem);
}

QPainterPath toEnd()
{
    QPainterPath bar;
    bar.addRect(0.82, 0.08, 0.14, 0.84);
    return triangle(0.08, 0.76, 0.42).united(bar);
}

QPainterPath play()
{
    return triangle(0.16, 0.96, 0.48);
}

QPainterPath pause()
{
    QPainterPath bars;
    bars.addRect(0.18, 0.06, 0.2, 0.88);
    bars.addRect(0.62, 0.06, 0.2, 0.88);
    return bars;
}

QPainterPath reset()
{
    QPainterPath arc;
    const QRectF circle(0.14, 0.14, 0.72, 0.72);
    arc.arcMoveTo(circle, 130);
    arc.arcTo(circle, 130, 290);
    QPainterPath head({0.02, 0.02});
    head.lineTo(0.46, 0.1);
    head.lineTo(0.14, 0.42);
    head.closeSubpath();
    return stroked(arc, 0.11).united(head);
}

QPainterPath close()
{
    QPainterPath cross({0.18, 0.18});
    cross.lineTo(0.82, 0.82);
    cross.moveTo(0.82, 0.18);
    cross.lineTo(0.18, 0.82);
    return stroked(cross, 0.12);
}

QPainterPath mirrored(const QPainterPath &icon)
{
    return QTransform(-1, 0, 0, 1, 1, 0).map(icon);
}

} // namespace unfold::icons
