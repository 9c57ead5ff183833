#pragma once
// A cubic Bézier curve as a value: the one shape of every arrow.
#include <QPainterPath>
#include <QPointF>
#include <QRectF>

#include <array>

namespace unfold {

struct Disc {
    QPointF centre;
    double radius = 0;
};

struct Curve {
    QPointF start;
    QPointF control0;
    QPointF control1;
    QPointF end;

    static Curve line(QPointF from, QPointF to);
    /// Leaves the border of `from` in direction `leave` and meets the border of `to` in direction `arrive` (radians, y
    /// down).
    static Curve between(const Disc &from, double leave, const Disc &to, double arrive, double handle);

    QPointF at(double t) const;
    /// Direction of travel at t, of length 1.
    QPointF direction(double t) const;
    Curve moved(QPointF by) const;
    /// The piece from the start to t.
    Curve upTo(double t) const;
    /// The piece from t to the end.
    Curve from(double t) const;
    QPainterPath path() const;
    bool isStraight() const;
    double length() const;
};

/// A curve as straight pieces, with the box around them: what distances and crossings are measured on.
struct Polyline {
    static constexpr int pieces = 16;
    std::array<QPointF, pieces + 1> points;
    QRectF box;

    explicit Polyline(const Curve &curve);
    double distanceTo(QPointF point) const;
    /// Whether it comes nearer to `point` than `limit`; cheap where it is far away.
    bool comesWithin(double limit, QPointF point) const;
    /// Whether a piece lies inside or crosses `rect`.
    bool touches(const QRectF &rect) const;
};

/// How often two curves cross.
int crossings(const Polyline &a, const Polyline &b);

double distance(QPointF a, QPointF b);
double distanceToSegment(QPointF point, QPointF a, QPointF b);

} // namespace unfold
