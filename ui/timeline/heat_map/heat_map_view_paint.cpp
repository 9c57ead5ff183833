// How the heat map is painted: band after band, then what is touched, then the cursor's line.
#include "ui/formula/node_text.h"
#include "ui/plot/cursor_mark.h"
#include "ui/style/theme.h"
#include "ui/timeline/heat_map/heat_map_marks.h"
#include "ui/timeline/heat_map/heat_map_view.h"

#include <QPainter>

#include <algorithm>

namespace unfold {

void HeatMapView::paintEvent(QPaintEvent *)
{
    const std::vector<HeatMapBand> all = bands();
    QPainter painter(this);
    for (const HeatMapBand &band : all)
        paintBand(painter, band);
    paintTouched(painter, all);
    paintCursorLine(painter, all.front().layout.axis, m_document->cursor().step, 0, height(), themeOf(this));
}

void HeatMapView::paintBand(QPainter &painter, const HeatMapBand &band)
{
    const bool several = m_ownScales.size() > 1;
    if (band.leads) {
        paintHeatMapScale(painter, band.layout, limit(band.node), themeOf(this));
        paintUnitNames(painter, band.layout, several && !band.named, themeOf(this));
    }
    if (several)
        paintStateName(painter, band, nodeMarkup(m_document->result()->circuit(), band.node), themeOf(this));
    paintNotComputed(painter, band.layout, computedSteps(band.node), themeOf(this));
    paintCells(painter, band);
}

void HeatMapView::paintCells(QPainter &painter, const HeatMapBand &band)
{
    const HeatMapLayout &layout = band.layout;
    const StepRange computed = computedSteps(band.node);
    if (computed.count() == 0)
        return;
    painter.save();
    const QRectF area = layout.area();
    const double left = std::max(area.left(), layout.axis.x(computed.first - 0.5));
    const double right = std::min(area.right(), layout.axis.x(computed.last + 0.5));
    painter.setClipRect(QRectF(left, area.top(), std::max(0.0, right - left), area.height()));
    const auto odd = m_cells[band.node].paint(
        painter, layout, traceOf(band.node), valuesOf(band.node), limit(band.node), themeOf(this), devicePixelRatioF());
    paintOdd(painter, layout, odd, computed, themeOf(this));
    painter.restore();
}

void HeatMapView::paintTouched(QPainter &painter, const std::vector<HeatMapBand> &bands) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const Cursor &cursor = m_document->cursor();
    const auto outline = [&](const ElementRef &element, const QColor &colour) {
        for (const HeatMapBand &band : bands)
            if (element.kind == ElementRef::Kind::Node && element.node == band.node)
                outlineCells(painter, band.layout, element, colour);
    };
    if (cursor.selection.unit >= 0)
        outline(cursor.selection, themeOf(this).cursorLine);
    outline(m_document->hover(), themeOf(this).highlight);
    painter.restore();
}

} // namespace unfold
