#include "ui/plot/plot_names.h"

#include <QPainter>

namespace unfold {
namespace {
constexpr double factor = 0.88; ///< of the application's font
constexpr int groundAlpha = 215;
} // namespace

void PlotNames::begin(const QRectF &area)
{
    m_area = area;
    m_shadows.clear();
    m_requests.clear();
    m_names.clear();
}

void PlotNames::add(
    const std::vector<QPointF> &points, const ScriptText &text, const QColor &colour, const QString &key)
{
    m_shadows.emplace_back(points, m_area);
    if (text.isEmpty())
        return;
    m_requests.push_back({text.size(factor), static_cast<int>(m_shadows.size()) - 1});
    m_names.push_back({key, text, colour, {}, false});
}

void PlotNames::layOut()
{
    const auto placed = placeLabels(m_requests, m_shadows, m_area, {}, m_candidates);
    m_candidates.assign(placed.size(), -1);
    for (size_t i = 0; i < placed.size(); ++i) {
        if (!placed[i])
            continue;
        m_names[i].rect = placed[i]->rect;
        m_names[i].grounded = placed[i]->crosses;
        m_candidates[i] = placed[i]->candidate;
    }
}

void PlotNames::paint(QPainter &painter, QColor ground) const
{
    ground.setAlpha(groundAlpha);
    for (const Name &name : m_names) {
        if (name.rect.isEmpty())
            continue;
        if (name.grounded)
            painter.fillRect(name.rect, ground);
        name.text.paint(painter, name.rect.topLeft(), factor, name.colour);
    }
}

} // namespace unfold
