#pragma once
// Where the names of curves stand: directly at their curve, on no other curve and on no other name. Pure geometry,
// pixels.
#include <QPointF>
#include <QRectF>
#include <QSizeF>

#include <optional>
#include <vector>

namespace unfold {

/// For each pixel column the interval that a curve covers.
class CurveShadow
{
public:
    CurveShadow(const std::vector<QPointF> &points, const QRectF &area);

    bool isEmpty() const { return m_first > m_last; }
    double left() const { return m_first; }
    double right() const { return m_last; }
    /// Highest and lowest covered y in columns x0 … x1; nullopt where the curve has none.
    struct Extent {
        double top = 0;
        double bottom = 0;
    };
    std::optional<Extent> over(double x0, double x1) const;
    bool meets(const QRectF &rect) const;

private:
    void cover(double x, double y);

    double m_origin = 0;
    int m_first = 0;
    int m_last = -1;
    std::vector<Extent> m_columns; ///< relative to m_origin; top > bottom: nothing
};

struct LabelRequest {
    QSizeF size;
    int curve = -1; ///< index of the shadow it names
};

struct PlacedLabel {
    QRectF rect;
    int candidate = -1; ///< to keep the place while the curve moves a little
    bool crosses = false; ///< no free place was left: it lies over a curve and needs a ground of its own
};

/// One place per request, in order of importance; nullopt where none is left beside the names before it.
/// `taken` are rectangles to keep clear; `previous` holds the candidates of the last layout (−1: none).
std::vector<std::optional<PlacedLabel>> placeLabels(const std::vector<LabelRequest> &requests,
    const std::vector<CurveShadow> &curves, const QRectF &area, std::vector<QRectF> taken,
    const std::vector<int> &previous);

} // namespace unfold
