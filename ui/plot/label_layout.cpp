#include "ui/plot/label_layout.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace unfold {
namespace {

constexpr double nameGap = 4; ///< px between a curve and a name
constexpr double apart = 10; ///< px between two names beside each other, which would read as one
constexpr double crossing = 1000; ///< cost of lying over a curve, above that of any free place
constexpr double keepBonus = 40; ///< how much worse the last place may be and still be kept

// Along the curve, in order of preference; each above and below.
constexpr std::array<double, 13> places{0.25, 0.35, 0.15, 0.45, 0.55, 0.65, 0.05, 0.75, 0.85, 0.0, 0.95, 1.0, 0.5};

} // namespace

CurveShadow::CurveShadow(const std::vector<QPointF> &points, const QRectF &area)
    : m_origin(std::floor(area.left()))
    , m_columns(
          static_cast<size_t>(std::ceil(std::max(area.width(), 0.0)) + 2), // a plot not laid out yet has less than none
          {std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity()})
{
    m_first = std::numeric_limits<int>::max();
    m_last = std::numeric_limits<int>::min();
    for (size_t i = 0; i < points.size(); ++i) {
        cover(points[i].x(), points[i].y());
        if (i + 1 == points.size() || std::isnan(points[i].y()) || std::isnan(points[i + 1].y()))
            continue;
        const QPointF a = points[i];
        const QPointF b = points[i + 1];
        const double last = std::min(b.x(), area.right() + 1);
        for (double x = std::max(a.x(), m_origin); x < last; ++x)
            cover(x, a.y() + (x - a.x()) / (b.x() - a.x()) * (b.y() - a.y()));
    }
}

void CurveShadow::cover(double x, double y)
{
    const int column = static_cast<int>(std::floor(x - m_origin));
    if (std::isnan(y) || column < 0 || column >= static_cast<int>(m_columns.size()))
        return;
    Extent &extent = m_columns[static_cast<size_t>(column)];
    extent.top = std::min(extent.top, y);
    extent.bottom = std::max(extent.bottom, y);
    m_first = std::min(m_first, static_cast<int>(m_origin) + column);
    m_last = std::max(m_last, static_cast<int>(m_origin) + column);
}

std::optional<CurveShadow::Extent> CurveShadow::over(double x0, double x1) const
{
    const int last = static_cast<int>(m_columns.size()) - 1;
    const int from = std::clamp(static_cast<int>(std::floor(x0 - m_origin)), 0, last);
    const int to = std::clamp(static_cast<int>(std::ceil(x1 - m_origin)), 0, last);
    Extent whole{std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity()};
    for (int i = from; i <= to; ++i) {
        whole.top = std::min(whole.top, m_columns[static_cast<size_t>(i)].top);
        whole.bottom = std::max(whole.bottom, m_columns[static_cast<size_t>(i)].bottom);
    }
    if (whole.top > whole.bottom)
        return std::nullopt;
    return whole;
}

bool CurveShadow::meets(const QRectF &rect) const
{
    const int from = std::max(0, static_cast<int>(std::floor(rect.left() - m_origin)));
    const int to
        = std::min(static_cast<int>(m_columns.size()) - 1, static_cast<int>(std::ceil(rect.right() - m_origin)));
    for (int i = from; i <= to; ++i) {
        const Extent &extent = m_columns[static_cast<size_t>(i)];
        if (extent.top <= rect.bottom() && extent.bottom >= rect.top())
            return true;
    }
    return false;
}

namespace {

/// The rectangle of a candidate: beside the curve over the label's whole width. nullopt where it leaves the area.
std::optional<QRectF> candidateRect(int candidate, const QSizeF &size, const CurveShadow &curve, const QRectF &area)
{
    const double along = places[static_cast<size_t>(candidate / 2)];
    const bool above = candidate % 2 == 0;
    double left = curve.left() + along * (curve.right() - curve.left()) - size.width() / 2;
    left = std::clamp(
        left, area.left() + nameGap, std::max(area.left() + nameGap, area.right() - nameGap - size.width()));
    const auto extent = curve.over(left, left + size.width());
    if (!extent)
        return std::nullopt;
    const double top = above ? extent->top - nameGap - size.height() : extent->bottom + nameGap;
    const QRectF rect(QPointF(left, top), size);
    return area.contains(rect) ? std::optional(rect) : std::nullopt;
}

bool hitsAny(const std::vector<QRectF> &taken, const QRectF &rect)
{
    const QRectF room = rect.adjusted(-apart, 0, apart, 0);
    return std::any_of(taken.begin(), taken.end(), [&](const QRectF &t) { return t.intersects(room); });
}

std::optional<PlacedLabel> bestPlace(const LabelRequest &request, const std::vector<CurveShadow> &curves,
    const QRectF &area, const std::vector<QRectF> &taken, int previous)
{
    const CurveShadow &own = curves[static_cast<size_t>(request.curve)];
    std::optional<PlacedLabel> best;
    double bestCost = std::numeric_limits<double>::infinity();
    if (own.isEmpty())
        return best;
    for (int c = 0; c < static_cast<int>(2 * places.size()); ++c) {
        const auto rect = candidateRect(c, request.size, own, area);
        if (!rect || hitsAny(taken, *rect))
            continue;
        const bool crosses
            = std::any_of(curves.begin(), curves.end(), [&](const CurveShadow &s) { return s.meets(*rect); });
        const auto extent = own.over(rect->left(), rect->right());
        const double cost
            = 2.0 * c + (extent->bottom - extent->top) + (crosses ? crossing : 0) - (c == previous ? keepBonus : 0);
        if (cost < bestCost) {
            bestCost = cost;
            best = PlacedLabel{*rect, c, crosses};
        }
    }
    return best;
}

} // namespace

std::vector<std::optional<PlacedLabel>> placeLabels(const std::vector<LabelRequest> &requests,
    const std::vector<CurveShadow> &curves, const QRectF &area, std::vector<QRectF> taken,
    const std::vector<int> &previous)
{
    std::vector<std::optional<PlacedLabel>> placed;
    for (size_t i = 0; i < requests.size(); ++i) {
        placed.push_back(bestPlace(requests[i], curves, area, taken, i < previous.size() ? previous[i] : -1));
        if (placed.back())
            taken.push_back(placed.back()->rect);
    }
    return placed;
}

} // namespace unfold
