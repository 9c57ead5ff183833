#include "ui/timeline/map/sweep_overlay.h"

#include "ui/style/number_text.h"
#include "ui/style/paints_pixels.h"
#include "ui/style/theme.h"
#include "ui/timeline/map/norm_map.h"

#include <QEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace unfold {
namespace {

constexpr double overlayTextFactor = 0.78;
constexpr double lineWidth = 1.6; ///< px at the default size of text
constexpr double presentWidth = 3;
constexpr double halo = 1.5; ///< on either side, in the colour of the card
constexpr double nearby = 0.005; ///< guides closer than this are one line

/// A line that is seen on every colour of the map: over a wider one in the colour of the card. Square ends: thousands
/// of round ones take four times as long, and one path of them all forty times.
void paintSeen(QPainter &painter, const QVector<QLineF> &lines, const QPen &pen, const QColor &ground)
{
    painter.setPen(QPen(ground, pen.widthF() + 2 * halo * Metrics::unit(), Qt::SolidLine, Qt::SquareCap));
    painter.drawLines(lines);
    painter.setPen(pen);
    painter.drawLines(lines);
}

double yIn(const HeatMapLayout &layout, const std::vector<double> &gains, double gain)
{
    const double row = (gains.back() - gain) / (gains[1] - gains[0]);
    return layout.top + (row + 0.5) * (layout.bottom - layout.top) / static_cast<double>(gains.size());
}

QString guideName(const SweepGuides &guides, bool both)
{
    return SweepOverlay::tr("$1/(γσ_{max})$%1 = %2")
        .arg(both ? QStringLiteral("$ = 1/ρ$") : QString(), numberMarkup(*guides.sigma, 3));
}

} // namespace

SweepOverlay::SweepOverlay(NormMap *map)
    : QWidget(map)
    , m_map(map)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    map->installEventFilter(this);
}

bool SweepOverlay::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        setGeometry(m_map->rect());
    return QWidget::eventFilter(watched, event);
}

void SweepOverlay::setLines(SweepLines lines)
{
    m_lines = std::move(lines);
    m_border = {};
    update();
}

void SweepOverlay::setGain(double gain)
{
    m_gain = gain;
    update();
}

void SweepOverlay::setDone(double done)
{
    m_done = done;
    update();
}

void SweepOverlay::setFocused(bool focused)
{
    m_focused = focused;
    update();
}

// -- geometry

double SweepOverlay::y(double gain) const
{
    return yIn(m_map->cells(), m_lines.gains, gain);
}

double SweepOverlay::gainAt(double y) const
{
    const HeatMapLayout layout = m_map->cells();
    const auto count = static_cast<int>(m_lines.gains.size());
    const int row = static_cast<int>(std::floor((y - layout.top) / (layout.bottom - layout.top) * count));
    return m_lines.gains[static_cast<size_t>(count - 1 - std::clamp(row, 0, count - 1))];
}

bool SweepOverlay::inside(double gain) const
{
    return m_lines.gains.front() <= gain && gain <= m_lines.gains.back();
}

// -- painting

void SweepOverlay::paintEvent(QPaintEvent *)
{
    if (m_lines.gains.size() < 2)
        return;
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintAxis(painter);
    paintProgress(painter);
    painter.setClipRect(m_map->cells().area().adjusted(-1, -2, 1, 2));
    paintBorder(painter);
    for (const auto &guide : {m_lines.guides.sigma, m_lines.guides.radius})
        if (guide)
            paintLevel(painter, *guide, QPen(theme.muted, lineWidth * Metrics::unit(), Qt::DashLine, Qt::FlatCap));
    paintLevel(painter, m_gain, QPen(theme.recurrentParameter, presentWidth * Metrics::unit()));
    paintNames(painter);
    painter.setClipping(false);
    if (m_focused) {
        painter.setPen(QPen(theme.highlight, 2));
        painter.drawRect(m_map->cells().area());
    }
}

/// The gains at round numbers, as close as the letters allow.
void SweepOverlay::paintAxis(QPainter &painter) const
{
    const HeatMapLayout layout = m_map->cells();
    painter.setFont(textFont(overlayTextFactor));
    painter.setPen(themeOf(this).muted);
    const double line = QFontMetricsF(painter.font()).height();
    const double perUnit = std::abs(y(1) - y(0));
    double stride = 0.1;
    for (const double wider : {0.2, 0.5, 1.0, 2.0})
        if (stride * perUnit < 1.5 * line)
            stride = wider;
    for (double i = std::ceil(m_lines.gains.front() / stride - 1e-9); i * stride <= m_lines.gains.back() + 1e-9; ++i)
        painter.drawText(QRectF(0, y(i * stride) - line / 2, layout.axis.left - 6, line),
            Qt::AlignRight | Qt::AlignVCenter, numberText(i * stride, 3));
}

void SweepOverlay::paintProgress(QPainter &painter) const
{
    if (m_done >= 1)
        return;
    const QRectF area = m_map->cells().area();
    const double height = 3 * Metrics::unit();
    const QRectF bar(area.left(), area.top() - height - 1, area.width(), height);
    painter.fillRect(bar, themeOf(this).grid);
    painter.fillRect(QRectF(bar.topLeft(), QSizeF(bar.width() * m_done, height)), themeOf(this).text);
}

void SweepOverlay::strokeBorder(QPainter &painter, const HeatMapLayout &layout) const
{
    QVector<QLineF> lines;
    for (const SweepSegment &piece : m_lines.border)
        lines << QLineF(layout.axis.x(piece.from.step), yIn(layout, m_lines.gains, piece.from.gain),
            layout.axis.x(piece.to.step), yIn(layout, m_lines.gains, piece.to.gain));
    const QPen pen(themeOf(this).text, lineWidth * Metrics::unit(), Qt::SolidLine, Qt::SquareCap);
    paintSeen(painter, lines, pen, themeOf(this).card);
}

void SweepOverlay::paintBorder(QPainter &painter)
{
    const HeatMapLayout layout = m_map->cells();
    if (!paintsPixels(painter))
        return strokeBorder(painter, layout);
    const double ratio = devicePixelRatioF();
    const std::array now{layout.axis.window.from, layout.axis.window.to, layout.axis.left, layout.axis.right,
        layout.top, layout.bottom, ratio, static_cast<double>(themeOf(this).text.rgb())};
    if (m_border.isNull() || now != m_borderFor) {
        m_border = QPixmap(size() * ratio);
        m_border.setDevicePixelRatio(ratio);
        m_border.fill(Qt::transparent);
        QPainter strokes(&m_border);
        strokes.setRenderHint(QPainter::Antialiasing);
        strokeBorder(strokes, layout);
        m_borderFor = now;
    }
    painter.drawPixmap(0, 0, m_border);
}

void SweepOverlay::paintLevel(QPainter &painter, double gain, const QPen &pen) const
{
    if (!inside(gain))
        return;
    const QRectF area = m_map->cells().area();
    paintSeen(painter, {QLineF(area.left(), y(gain), area.right(), y(gain))}, pen, themeOf(this).card);
}

void SweepOverlay::paintNames(QPainter &painter)
{
    const Theme &theme = themeOf(this);
    const HeatMapLayout layout = m_map->cells();
    m_names.begin(layout.area());
    const auto level = [&](double gain, const QString &name, const QColor &colour) {
        // Beyond the map the name alone stands at its edge.
        const double at = std::clamp(y(gain), layout.top, layout.bottom);
        m_names.add({{layout.axis.left, at}, {layout.axis.right, at}}, ScriptText(name), colour);
    };
    level(m_gain,
        (m_gain > m_lines.gains.back()      ? QStringLiteral("↑ ")
                : m_gain < m_lines.gains[0] ? QStringLiteral("↓ ")
                                            : QString())
            + tr("$*W*_{rec}$ = %1").arg(numberMarkup(m_gain)),
        theme.recurrentParameter);
    const SweepGuides &guides = m_lines.guides;
    const bool one = guides.sigma && guides.radius && std::abs(*guides.sigma - *guides.radius) < nearby;
    if (guides.sigma && inside(*guides.sigma))
        level(*guides.sigma, guideName(guides, one), theme.muted);
    if (guides.radius && inside(*guides.radius) && !one)
        level(*guides.radius, tr("$1/ρ$ = %1").arg(numberMarkup(*guides.radius, 3)), theme.muted);
    std::vector<QPointF> border;
    for (const SweepSegment &piece : m_lines.border)
        border.emplace_back(layout.axis.x(piece.from.step), y(piece.from.gain));
    if (!border.empty())
        m_names.add(border, ScriptText(tr("neither vanishes nor explodes")), theme.text);
    m_names.layOut();
    painter.setPen(QPen(theme.border, 1)); // neighbours are told apart
    painter.setBrush(theme.card);
    for (const PlotNames::Name &name : m_names.names())
        if (!name.rect.isEmpty())
            painter.drawRoundedRect(name.rect.adjusted(-2, 0, 2, 0), 2, 2);
    painter.setBrush(Qt::NoBrush);
    m_names.paint(painter, theme.card);
}

} // namespace unfold
