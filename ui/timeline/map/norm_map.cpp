#include "ui/timeline/map/norm_map.h"

#include "ui/formula/script_text.h"
#include "ui/plot/cursor_mark.h"
#include "ui/plot/time_axis.h"
#include "ui/style/paints_pixels.h"
#include "ui/style/theme.h"

#include <QEvent>
#include <QLinearGradient>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <limits>

namespace unfold {
namespace {

constexpr double mapTextFactor = 0.78;
constexpr int mapScaleWidth = 8;
constexpr int mapScaleLeft = 6;
constexpr int mapScaleStops = 8;
constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();

std::vector<double> listed(const Matrix &norms)
{
    return {norms.data(), norms.data() + norms.size()};
}

} // namespace

NormMap::NormMap(QWidget *parent)
    : QWidget(parent)
{
    setAttribute(Qt::WA_TransparentForMouseEvents); // its owner asks `at`
}

void NormMap::setContent(NormMapContent content)
{
    m_content = std::move(content);
    m_decades = m_content.decades ? *m_content.decades : decadesAround(listed(m_content.norms), {});
    const auto norms = m_content.norms.array();
    m_largerThere = (norms > std::pow(10.0, m_decades.high)).any();
    m_smallerThere = (norms > 0 && norms < std::pow(10.0, m_decades.low)).any();
    m_touched.reset();
    repaintCells();
}

void NormMap::repaintCells()
{
    m_cells.outdate();
    update();
}

void NormMap::setWindow(const TimeWindow &window)
{
    m_window = window;
    repaintCells();
}

void NormMap::setCursorStep(int step)
{
    m_cursor = step;
    update();
}

void NormMap::setShownFrom(int step)
{
    if (step == m_shownFrom)
        return;
    m_shownFrom = step;
    m_touched.reset();
    repaintCells();
}

void NormMap::setTouched(const std::optional<Place> &place)
{
    m_touched = place;
    update();
}

// -- geometry

HeatMapLayout NormMap::cells() const
{
    const double line = QFontMetricsF(textFont(mapTextFactor)).height();
    return layOutHeatMap(timeAxisOf(this, m_window), line / 2, height() - line / 2,
        static_cast<int>(m_content.norms.rows()), {1, static_cast<int>(m_content.norms.cols())}, m_content.thinnest);
}

std::optional<NormMap::Place> NormMap::at(QPointF point) const
{
    if (m_content.norms.size() == 0)
        return std::nullopt;
    const HeatMapLayout layout = cells();
    const auto hit = layout.at(point);
    if (!hit || hit->step < m_shownFrom)
        return std::nullopt;
    const double share = (point.y() - layout.top) / (layout.bottom - layout.top);
    const Place place{std::clamp(static_cast<int>(share * layout.units), 0, layout.units - 1), hit->step};
    return std::isnan(m_content.norms(place.row, place.step - 1)) ? std::nullopt : std::optional(place);
}

QRectF NormMap::cell(Place place) const
{
    const HeatMapLayout layout = cells();
    return layout.cell(place.row / layout.unitsPerRow, layout.columnOf(place.step));
}

double NormMap::largestIn(const HeatMapLayout &layout, int row, int column) const
{
    const StepRange rows = layout.unitsOf(row);
    const StepRange steps = layout.stepsOf(column);
    double largest = -1; // less than any norm; what is not a number is not above it
    for (int step = std::max(steps.first, m_shownFrom); step <= steps.last; ++step)
        for (int r = rows.first; r <= rows.last; ++r)
            if (const double norm = m_content.norms(r, step - 1); norm > largest)
                largest = norm;
    return largest < 0 ? notANumber : largest;
}

QColor NormMap::colourOf(double norm) const
{
    const Theme &theme = themeOf(this);
    if (norm == 0)
        return theme.grid;
    return theme.magnitude(std::clamp((std::log10(norm) - m_decades.low) / std::max(1, m_decades.span()), 0.0, 1.0));
}

QSize NormMap::minimumSizeHint() const
{
    return {Metrics::timeLeft(this) + 60 + Metrics::timeRight(this), 60};
}

// -- painting

void NormMap::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const HeatMapLayout layout = cells();
    if (m_content.norms.size() > 0) {
        paintScale(painter, layout);
        paintRowNames(painter, layout);
        const double ratio = paintsPixels(painter) ? devicePixelRatioF() : figureRatio;
        painter.drawImage(
            layout.area().topLeft(), m_cells.at(ratio, [&](double wanted) { return picture(layout, wanted); }));
    }
    if (m_touched) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(themeOf(this).highlight, 2.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(cell(*m_touched).adjusted(-1, -1, 0, 0), 2, 2);
    }
    paintCursorLine(painter, layout.axis, m_cursor, 0, height(), themeOf(this));
    if (m_content.norms.size() > 0)
        paintStepNames(painter, layout);
}

QImage NormMap::picture(const HeatMapLayout &layout, double ratio) const
{
    return paintCells(layout, ratio, [&](int row, int column) {
        const double norm = largestIn(layout, row, column);
        return std::isnan(norm) ? qRgba(0, 0, 0, 0) : colourOf(norm).rgba();
    });
}

/// Over the cursor's line, which would cross the letters.
void NormMap::paintStepNames(QPainter &painter, const HeatMapLayout &layout) const
{
    painter.setFont(textFont(1.2, QFont::DemiBold));
    const QFontMetricsF metrics(painter.font());
    const StepRange columns = layout.visibleColumns();
    if (m_content.stepNames.isEmpty() || layout.stepsPerColumn > 1 || metrics.height() > layout.rowHeight())
        return;
    for (int row = 0; row < layout.rows(); ++row)
        for (int column = columns.first; column <= columns.last; ++column) {
            const double norm = largestIn(layout, row, column);
            const QString name = m_content.stepNames.value(layout.stepsOf(column).first - 1);
            if (std::isnan(norm) || metrics.horizontalAdvance(name) > layout.cell(row, column).width() - 1)
                continue;
            painter.setPen(inkOn(colourOf(norm)));
            painter.drawText(layout.cell(row, column), Qt::AlignCenter, name);
        }
}

void NormMap::paintScale(QPainter &painter, const HeatMapLayout &layout) const
{
    const ScriptText upper = powerOfTen(m_decades.high, m_largerThere ? QStringLiteral("≥") : QString());
    const ScriptText lower = powerOfTen(m_decades.low, m_smallerThere ? QStringLiteral("≤") : QString());
    const double height = upper.size(mapTextFactor).height();
    const double top = layout.top + height * 0.7;
    const double bottom = layout.bottom - height * 0.7;
    QLinearGradient colours(0, bottom, 0, top);
    for (int i = 0; i <= mapScaleStops; ++i)
        colours.setColorAt(double(i) / mapScaleStops, themeOf(this).magnitude(double(i) / mapScaleStops));
    painter.fillRect(QRectF(mapScaleLeft, top, mapScaleWidth, bottom - top), colours);
    upper.paint(painter, {mapScaleLeft - 1.0, top - height}, mapTextFactor, themeOf(this).muted);
    lower.paint(painter, {mapScaleLeft - 1.0, bottom}, mapTextFactor, themeOf(this).muted);
}

void NormMap::paintRowNames(QPainter &painter, const HeatMapLayout &layout) const
{
    painter.setFont(textFont(mapTextFactor));
    painter.setPen(themeOf(this).muted);
    const double line = QFontMetricsF(painter.font()).height();
    int stride = 1;
    while (stride * layout.rowHeight() < line && stride < layout.rows())
        stride *= 2;
    for (int row = 0; row < layout.rows(); row += stride) {
        const QString name = m_content.rowNames.value(layout.unitsOf(row).first);
        const double middle = layout.rowTop(row) + layout.rowHeight() / 2;
        painter.drawText(
            QRectF(0, middle - line / 2, layout.axis.left - 6, line), Qt::AlignRight | Qt::AlignVCenter, name);
    }
}

void NormMap::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange)
        repaintCells();
}

void NormMap::resizeEvent(QResizeEvent *)
{
    repaintCells();
}

} // namespace unfold
