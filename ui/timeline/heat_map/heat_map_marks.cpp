#include "ui/timeline/heat_map/heat_map_marks.h"

#include "ui/formula/script_text.h"
#include "ui/style/number_text.h"
#include "ui/style/theme.h"

#include <QCoreApplication>
#include <QFontMetrics>
#include <QLinearGradient>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace unfold {
namespace {

constexpr double markTextFactor = 0.78;
constexpr int scaleWidth = 8;
constexpr int scaleLeft = 6;
constexpr int scaleStops = 16;
constexpr double stateNameFactor = 0.95;
constexpr int stateNameLeft = 24; ///< between the scale and the names of units
constexpr double hatchPitch = 6; ///< px

struct HeatMapMarksText {
    Q_DECLARE_TR_FUNCTIONS(HeatMapView)
};

/// A frame filled with lines from the lower left to the upper right. Qt's pattern brush would be a picture in a figure.
void paintHatch(QPainter &painter, const QRectF &box)
{
    painter.drawRect(box);
    painter.save();
    painter.setClipRect(box, Qt::IntersectClip);
    painter.setRenderHint(QPainter::Antialiasing);
    for (double x = box.left() - box.height(); x < box.right(); x += hatchPitch)
        painter.drawLine(QPointF(x, box.bottom()), QPointF(x + box.height(), box.top()));
    painter.restore();
}

} // namespace

int heatMapLineHeight()
{
    return QFontMetrics(textFont(markTextFactor)).height();
}

QString rangeName(const StepRange &range, const QString &one, const QString &many)
{
    return range.count() == 1 ? one.arg(range.first) : many.arg(range.first).arg(range.last);
}

void paintNotComputed(QPainter &painter, const HeatMapLayout &layout, const StepRange &computed, const Theme &theme)
{
    const StepRange &span = layout.span;
    QColor pale = theme.notComputed;
    pale.setAlpha(110);
    painter.setPen(QPen(pale, 1));
    painter.setBrush(Qt::NoBrush);
    const auto hatch = [&](int first, int last) {
        const double left = std::max(layout.axis.left, layout.axis.x(first - 0.5));
        const double right = std::min(layout.axis.right, layout.axis.x(last + 0.5));
        if (first <= last && left < right)
            paintHatch(painter, {left + 0.5, layout.top + 0.5, right - left - 1, layout.bottom - layout.top - 1});
    };
    if (computed.count() == 0) {
        hatch(span.first, span.last);
        return;
    }
    hatch(span.first, computed.first - 1);
    hatch(computed.last + 1, span.last);
}

void paintOdd(QPainter &painter, const HeatMapLayout &layout, const std::vector<HeatMapImage::Odd> &cells,
    const StepRange &computed, const Theme &theme)
{
    painter.setFont(textFont(markTextFactor, QFont::DemiBold));
    const QFontMetrics metrics = painter.fontMetrics();
    for (const HeatMapImage::Odd &odd : cells) {
        if (layout.stepsOf(odd.column).last < computed.first || layout.stepsOf(odd.column).first > computed.last)
            continue;
        const QRectF cell = layout.cell(odd.row, odd.column);
        const QString text = std::isnan(odd.value) ? HeatMapMarksText::tr("NaN")
            : odd.value > 0                        ? QStringLiteral("∞")
                                                   : QStringLiteral("−∞");
        painter.setPen(inkOn(std::isnan(odd.value) ? theme.nodeLine : theme.signedValue(odd.value, 1)));
        if (cell.height() >= metrics.height() && cell.width() >= metrics.horizontalAdvance(text))
            painter.drawText(cell, Qt::AlignCenter, text);
        else if (!std::isnan(odd.value)) // too small for a word; NaN has a colour of its own
            painter.drawLine(cell.bottomLeft(), cell.topRight());
    }
}

void paintHeatMapScale(QPainter &painter, const HeatMapLayout &layout, double limit, const Theme &theme)
{
    const ScriptText upper(QStringLiteral("$%1$").arg(numberMarkup(limit)));
    const ScriptText lower(QStringLiteral("$−%1$").arg(numberMarkup(limit)));
    const double height = upper.size(markTextFactor).height();
    const double top = layout.top + height * 0.7;
    const double bottom = layout.bottom - height * 0.7;
    QLinearGradient colours(0, top, 0, bottom);
    for (int i = 0; i <= scaleStops; ++i)
        colours.setColorAt(static_cast<double>(i) / scaleStops, theme.signedValue(scaleStops - 2 * i, scaleStops));
    painter.fillRect(QRectF(scaleLeft, top, scaleWidth, bottom - top), colours);
    upper.paint(painter, {scaleLeft - 1.0, top - height}, markTextFactor, theme.muted);
    lower.paint(painter, {scaleLeft - 1.0, bottom}, markTextFactor, theme.muted);
}

void paintUnitNames(QPainter &painter, const HeatMapLayout &layout, bool alone, const Theme &theme)
{
    painter.setFont(textFont(markTextFactor));
    painter.setPen(theme.muted);
    const int line = heatMapLineHeight();
    const double right = layout.axis.left - 6;
    int stride = 1;
    while (stride * layout.rowHeight() < line && stride < layout.rows())
        stride *= 2;
    for (int row = 0; row < layout.rows(); row += stride) {
        const StepRange units = layout.unitsOf(row);
        const QString one = alone ? QStringLiteral("%1") : HeatMapMarksText::tr("unit %1");
        const QString text = rangeName({units.first + 1, units.last + 1}, one, QStringLiteral("%1–%2"));
        const double middle = layout.rowTop(row) + layout.rowHeight() / 2;
        painter.drawText(QRectF(0, middle - line / 2.0, right, line), Qt::AlignRight | Qt::AlignVCenter, text);
    }
}

void paintStateName(QPainter &painter, const HeatMapBand &band, const QString &markup, const Theme &theme)
{
    const HeatMapLayout &layout = band.layout;
    const ScriptText name(QStringLiteral("$%1$").arg(markup));
    const QSizeF size = name.size(stateNameFactor);
    if (!band.named) {
        name.paint(
            painter, {stateNameLeft, (layout.top + layout.bottom - size.height()) / 2}, stateNameFactor, theme.text);
        return;
    }
    const StepRange columns = layout.visibleColumns();
    const double left = std::max(layout.axis.left, layout.left(columns.first));
    if (columns.count() > 0 && left + size.width() <= layout.axis.right)
        name.paint(painter, {left, layout.top - size.height()}, stateNameFactor, theme.text);
}

void outlineCells(QPainter &painter, const HeatMapLayout &layout, const ElementRef &element, const QColor &colour)
{
    QRectF box = layout.area();
    if (element.step > 0) {
        if (!layout.span.contains(element.step))
            return;
        const int column = layout.columnOf(element.step);
        box.setLeft(std::max(box.left(), layout.left(column)));
        box.setRight(std::min(box.right(), layout.right(column)));
    }
    if (element.unit >= 0) {
        const int row = std::min(element.unit / layout.unitsPerRow, layout.rows() - 1);
        box.setTop(layout.rowTop(row));
        box.setHeight(layout.rowHeight());
    }
    if (box.width() <= 0)
        return;
    painter.setPen(QPen(colour, 2.5));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(box.adjusted(-1, -1, 0, 0), 2, 2);
}

} // namespace unfold
