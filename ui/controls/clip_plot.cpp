#include "ui/controls/clip_plot.h"

#include "ui/formula/script_text.h"
#include "ui/plot/decade_range.h"
#include "ui/style/number_text.h"
#include "ui/style/theme.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace unfold {

ClipPlot::ClipPlot(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ClipPlot::setCurve(const ClipCurve &curve)
{
    if (curve == m_curve)
        return;
    m_curve = curve;
    std::vector<double> all = curve.norms;
    all.push_back(curve.norm);
    all.push_back(curve.threshold.value_or(1));
    const DecadeRange range = decadesAround(all, {});
    m_lowest = range.low;
    m_highest = range.high;
    update();
}

QSize ClipPlot::sizeHint() const
{
    const int em = textFont().pixelSize();
    return {14 * em, 9 * em};
}

QRectF ClipPlot::area() const
{
    const double em = textFont().pixelSize();
    return QRectF(rect()).adjusted(2.4 * em, 0.6 * em, -0.6 * em, -1.7 * em);
}

QPointF ClipPlot::at(double gain, double norm) const
{
    const QRectF box = area();
    const double right = std::clamp((gain - m_curve.low) / (m_curve.high - m_curve.low), 0.0, 1.0);
    const double decade = norm > 0 ? std::log10(norm) : m_lowest;
    const double up = std::clamp((decade - m_lowest) / (m_highest - m_lowest), 0.0, 1.0);
    return {box.left() + right * box.width(), box.bottom() - up * box.height()};
}

void ClipPlot::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintAxes(painter);
    paintCurves(painter);
    paintPresent(painter);
}

void ClipPlot::paintAxes(QPainter &painter) const
{
    const Theme &theme = themeOf(this);
    const QRectF box = area();
    const double em = textFont().pixelSize();
    const int every = decadesPerTick({m_lowest, m_highest}, box.height(), 1.4 * em);
    for (int decade = m_lowest; decade <= m_highest; ++decade) {
        if (decade % every != 0)
            continue;
        const double y = at(m_curve.low, std::pow(10.0, decade)).y();
        painter.setPen(QPen(theme.border, 1));
        painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y));
        const ScriptText power = powerOfTen(decade);
        const QSizeF size = power.size(0.75);
        power.paint(painter, {box.left() - size.width() - 0.3 * em, y - size.height() / 2}, 0.75, theme.muted);
    }
    painter.setFont(textFont(0.8));
    painter.setPen(theme.muted);
    const QFontMetricsF metrics(painter.font());
    for (const double gain : {m_curve.low, 1.0, m_curve.high}) {
        const double x = at(gain, 1).x();
        const QString text = numberText(gain, 2);
        const double width = metrics.horizontalAdvance(text);
        painter.drawText(QPointF(std::min(x - width / 2, double(this->width()) - width), height() - 0.3 * em), text);
    }
    const ScriptText name(QStringLiteral("$W_{rec}$"));
    name.paint(painter, {box.left() + 0.78 * box.width(), height() - 1.45 * em}, 0.8, theme.muted);
}

void ClipPlot::paintCurves(QPainter &painter) const
{
    const Theme &theme = themeOf(this);
    const double unit = Metrics::unit();
    QPainterPath raw;
    QPainterPath clipped;
    const size_t last = m_curve.norms.empty() ? 0 : m_curve.norms.size() - 1;
    for (size_t i = 0; i <= last && !m_curve.norms.empty(); ++i) {
        const double gain = m_curve.low + (m_curve.high - m_curve.low) * double(i) / double(std::max<size_t>(last, 1));
        const double norm = m_curve.norms[i];
        const QPointF above = at(gain, norm);
        const QPointF cut = at(gain, std::min(norm, m_curve.threshold.value_or(norm)));
        i == 0 ? raw.moveTo(above) : raw.lineTo(above);
        i == 0 ? clipped.moveTo(cut) : clipped.lineTo(cut);
    }
    painter.setBrush(Qt::NoBrush);
    if (m_curve.threshold) {
        const double y = at(m_curve.low, *m_curve.threshold).y();
        painter.setPen(QPen(theme.muted, 1.2 * unit, Qt::DashLine));
        painter.drawLine(QPointF(area().left(), y), QPointF(area().right(), y));
        painter.setPen(QPen(theme.muted, 1.2 * unit));
        painter.drawPath(raw);
        const ScriptText name(tr("threshold"));
        name.paint(painter, {area().left() + 2, y - name.size(0.9).height() - 1}, 0.9, theme.text);
    }
    painter.setPen(QPen(theme.loss, 2 * unit));
    painter.drawPath(clipped);
}

void ClipPlot::paintPresent(QPainter &painter) const
{
    const Theme &theme = themeOf(this);
    const double radius = 3.5 * Metrics::unit();
    const QPointF raw = at(m_curve.gain, m_curve.norm);
    const QPointF cut = at(m_curve.gain, std::min(m_curve.norm, m_curve.threshold.value_or(m_curve.norm)));
    painter.setPen(QPen(theme.cursorLine, 1));
    painter.drawLine(QPointF(raw.x(), area().top()), QPointF(raw.x(), area().bottom()));
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.muted);
    painter.drawEllipse(raw, radius, radius);
    painter.setBrush(theme.loss);
    painter.drawEllipse(cut, radius, radius);
}

} // namespace unfold
