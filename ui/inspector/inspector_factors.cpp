#include "ui/inspector/inspector_factors.h"

#include "ui/accessibility/interfaces.h"
#include "ui/style/number_text.h"
#include "ui/style/theme.h"

#include <QEvent>
#include <QFontMetrics>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace unfold {
namespace {

constexpr double farthest = 4; // the bar reaches from ¼ to 4; what lies beyond gets an arrowhead
constexpr int track = 4; // px
constexpr int valueGap = 8;

int textHeight()
{
    return QFontMetrics(textFont(0.9)).height();
}

int barHeight()
{
    return textHeight() + 4 + track + valueGap;
}

QString valueText(const FactorBar &bar)
{
    return bar.factor ? numberText(*bar.factor, 3) : QStringLiteral("–");
}

/// −1 … 1 for ¼ … 4; beyond for more.
double position(double factor)
{
    return std::log(factor) / std::log(farthest);
}

void paintArrowhead(QPainter &painter, double x, double y, double direction)
{
    painter.drawPolygon(QPolygonF({{x + direction * 6, y}, {x, y - 5}, {x, y + 5}}));
}

void paintBar(QPainter &painter, const QRectF &line, const FactorBar &bar, const Theme &theme)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.grid);
    painter.drawRoundedRect(line, 2, 2);
    const double middle = line.center().x();
    if (bar.factor && !std::isnan(*bar.factor)) {
        const double wanted = position(*bar.factor);
        const double end = middle + std::clamp(wanted, -1.0, 1.0) * (line.width() / 2 - 7);
        painter.setBrush(bar.colour);
        painter.drawRect(
            QRectF(QPointF(std::min(middle, end), line.top()), QPointF(std::max(middle, end), line.bottom())));
        if (std::abs(wanted) > 1)
            paintArrowhead(painter, end, line.center().y(), wanted > 0 ? 1 : -1);
    }
    painter.setBrush(theme.text);
    painter.drawRect(QRectF(middle - 0.5, line.top() - 4, 1.5, line.height() + 8));
}

} // namespace

InspectorFactors::InspectorFactors(QWidget *parent)
    : QWidget(parent)
{
    setAccessibleRole(this, QAccessible::StaticText);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setToolTip(
        tr("<p>One step back along an arrow, the gradient passes two factors: the transposed matrix or the gate of the "
           "arrow, and the slope of the activation. Each bar shows what one of them multiplies the norm of the "
           "gradient by: left of the tick less than 1, right of it more. The scale is logarithmic, from ¼ to 4.</p>"));
}

void InspectorFactors::setBars(const std::vector<FactorBar> &bars)
{
    m_bars = bars;
    setAccessibleName(text());
    updateGeometry();
    update();
}

QString InspectorFactors::text() const
{
    QStringList lines;
    for (const FactorBar &bar : m_bars)
        lines << bar.label + QLatin1Char(' ') + valueText(bar);
    return lines.join(QLatin1Char('\n'));
}

QSize InspectorFactors::sizeHint() const
{
    return {240, static_cast<int>(m_bars.size()) * barHeight()};
}

void InspectorFactors::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (size_t i = 0; i < m_bars.size(); ++i) {
        const int top = static_cast<int>(i) * barHeight();
        const QRect line(0, top, width(), textHeight());
        const QString value = valueText(m_bars[i]);
        painter.setFont(textFont(0.9, QFont::DemiBold));
        const int valueWidth = painter.fontMetrics().horizontalAdvance(value);
        painter.setPen(m_bars[i].colour);
        painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, value);
        QFont font = textFont(0.9);
        const int room = width() - valueWidth - valueGap;
        if (const int wide = QFontMetrics(font).horizontalAdvance(m_bars[i].label); wide > room)
            font.setPixelSize(std::max(8, font.pixelSize() * room / wide));
        painter.setFont(font);
        painter.setPen(theme.text);
        painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, m_bars[i].label);
        paintBar(painter, QRectF(0, top + textHeight() + 4, width(), track), m_bars[i], theme);
    }
}

void InspectorFactors::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange) {
        updateGeometry();
        update();
    }
    QWidget::changeEvent(event);
}

} // namespace unfold
