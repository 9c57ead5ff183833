#pragma once
// Two paths of the same arrow, cut into the same number of pieces, so that one can become the other. Pure geometry.
#include "ui/diagram/shared/curve.h"

#include <vector>

namespace unfold {

/// Pieces one after the other: 3n + 1 points, as Bézier curves share their ends.
struct MotionPath {
    std::vector<QPointF> points;
    std::vector<double> along; ///< 0 … 1, the share of the length up to each point

    static MotionPath of(const std::vector<Curve> &pieces);
    std::vector<Curve> pieces() const;
    /// Every point moved, by `atStart` at the start, by `atEnd` at the end, and in between by what lies between.
    MotionPath dragged(QPointF atStart, QPointF atEnd) const;
};

/// (1 − share) a + share b. Both have the same number of points; `along` is that of a.
MotionPath mixed(const MotionPath &a, const MotionPath &b, double share);

/// Cuts the pieces of both where either is cut, by their shares of the length.
void cutAlike(std::vector<Curve> &a, std::vector<Curve> &b);

/// Cuts the piece nearest to `point` there. Returns the index of the piece that begins there.
size_t cutNear(std::vector<Curve> &pieces, QPointF point);

} // namespace unfold
