#include "ui/diagram/shared/curve.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace unfold {
namespace {

double cross(QPointF a, QPointF b)
{
    return a.x() * b.y() - a.y() * b.x();
}

bool segmentsCross(QPointF a, QPointF b, QPointF c, QPointF d)
{
    const double c1 = cross(b - a, c - a);
    const double c2 = cross(b - a, d - a);
    const double d1 = cross(d - c, a - c);
    const double d2 = cross(d - c, b - c);
    return c1 * c2 < 0 && d1 * d2 < 0;
}

/// Whether the piece from a to b lies on one side of the whole box; a box, from corner to corner, as well.
bool isBeside(QPointF a, QPointF b, const QRectF &box)
{
    return std::max(a.x(), b.x()) < box.left() || std::min(a.x(), b.x()) > box.right()
        || std::max(a.y(), b.y()) < box.top() || std::min(a.y(), b.y()) > box.bottom();
}

QPointF nearestOnSegment(QPointF point, QPointF a, QPointF b)
{
    const QPointF along = b - a;
    const double squared = QPointF::dotProduct(along, along);
    const double t = squared > 0 ? std::clamp(QPointF::dotProduct(point - a, along) / squared, 0.0, 1.0) : 0.0;
    return a + t * along;
}

/// The square of the distance from `point` to the piece from a to b: what is only compared needs no root.
double squareTo(QPointF point, QPointF a, QPointF b)
{
    const QPointF apart = point - nearestOnSegment(point, a, b);
    return QPointF::dotProduct(apart, apart);
}

QPointF unitVector(double angle)
{
    return {std::cos(angle), std::sin(angle)};
}

} // namespace

double distance(QPointF a, QPointF b)
{
    return std::hypot(a.x() - b.x(), a.y() - b.y());
}

double distanceToSegment(QPointF point, QPointF a, QPointF b)
{
    return distance(point, nearestOnSegment(point, a, b));
}

Curve Curve::line(QPointF from, QPointF to)
{
    return {from, from + (to - from) / 3, from + (to - from) * 2 / 3, to};
}

Curve Curve::between(const Disc &from, double leave, const Disc &to, double arrive, double handle)
{
    const QPointF out = unitVector(leave);
    const QPointF in = unitVector(arrive);
    const QPointF start = from.centre + from.radius * out;
    const QPointF end = to.centre - to.radius * in;
    return {start, start + handle * out, end - handle * in, end};
}

QPointF Curve::at(double t) const
{
    const double s = 1 - t;
    return s * s * s * start + 3 * s * s * t * control0 + 3 * s * t * t * control1 + t * t * t * end;
}

QPointF Curve::direction(double t) const
{
    const double s = 1 - t;
    QPointF d = s * s * (control0 - start) + 2 * s * t * (control1 - control0) + t * t * (end - control1);
    if (d.isNull())
        d = end - start;
    const double length = std::hypot(d.x(), d.y());
    return length > 0 ? d / length : QPointF(1, 0);
}

Curve Curve::moved(QPointF by) const
{
    return {start + by, control0 + by, control1 + by, end + by};
}

Curve Curve::upTo(double t) const
{
    const auto mix = [t](QPointF a, QPointF b) { return a + t * (b - a); };
    const QPointF a = mix(start, control0);
    const QPointF b = mix(control0, control1);
    return {start, a, mix(a, b), at(t)};
}

Curve Curve::from(double t) const
{
    const Curve back = Curve{end, control1, control0, start}.upTo(1 - t);
    return {back.end, back.control1, back.control0, end};
}

QPainterPath Curve::path() const
{
    QPainterPath path(start);
    if (isStraight())
        path.lineTo(end);
    else
        path.cubicTo(control0, control1, end);
    return path;
}

bool Curve::isStraight() const
{
    return distanceToSegment(control0, start, end) < 0.01 && distanceToSegment(control1, start, end) < 0.01;
}

double Curve::length() const
{
    double sum = 0;
    for (int i = 0; i < Polyline::pieces; ++i)
        sum += distance(at(double(i) / Polyline::pieces), at(double(i + 1) / Polyline::pieces));
    return sum;
}

Polyline::Polyline(const Curve &curve)
{
    double left = 1e9, top = 1e9, right = -1e9, bottom = -1e9;
    for (int i = 0; i <= pieces; ++i) {
        const QPointF p = curve.at(double(i) / pieces);
        points[static_cast<size_t>(i)] = p;
        left = std::min(left, p.x());
        right = std::max(right, p.x());
        top = std::min(top, p.y());
        bottom = std::max(bottom, p.y());
    }
    box = QRectF(QPointF(left, top), QPointF(right, bottom));
}

double Polyline::distanceTo(QPointF point) const
{
    double best = std::numeric_limits<double>::infinity();
    for (size_t i = 0; i < pieces; ++i) {
        best = std::min(best, squareTo(point, points[i], points[i + 1]));
    }
    return std::sqrt(best);
}

bool Polyline::comesWithin(double limit, QPointF point) const
{
    const QRectF reach(point.x() - limit, point.y() - limit, 2 * limit, 2 * limit);
    if (isBeside(box.topLeft(), box.bottomRight(), reach))
        return false;
    for (size_t i = 0; i < pieces; ++i) {
        if (!isBeside(points[i], points[i + 1], reach) && squareTo(point, points[i], points[i + 1]) < limit * limit)
            return true;
    }
    return false;
}

bool Polyline::touches(const QRectF &rect) const
{
    if (isBeside(box.topLeft(), box.bottomRight(), rect))
        return false;
    for (size_t i = 0; i < pieces; ++i) {
        const QPointF a = points[i];
        const QPointF b = points[i + 1];
        if (rect.contains(a) || rect.contains(b) || segmentsCross(a, b, rect.topLeft(), rect.bottomRight())
            || segmentsCross(a, b, rect.bottomLeft(), rect.topRight()))
            return true;
    }
    return false;
}

int crossings(const Polyline &a, const Polyline &b)
{
    if (isBeside(a.box.topLeft(), a.box.bottomRight(), b.box))
        return 0;
    int count = 0;
    for (size_t i = 0; i < Polyline::pieces; ++i) {
        if (isBeside(a.points[i], a.points[i + 1], b.box))
            continue;
        for (size_t j = 0; j < Polyline::pieces; ++j)
            count += segmentsCross(a.points[i], a.points[i + 1], b.points[j], b.points[j + 1]) ? 1 : 0;
    }
    return count;
}

} // namespace unfold
