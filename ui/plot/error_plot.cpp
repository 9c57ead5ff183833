#include "ui/plot/error_plot.h"

#include "ui/formula/script_text.h"
#include "ui/style/theme.h"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace unfold {
namespace {

constexpr double labelFactor = 0.8;
constexpr int lowestStep = -12; ///< decades of ε
constexpr int highestStep = -1;
constexpr int tickDecades = 3;
constexpr int farDecade = 1000; ///< beyond every double

void paintCentred(QPainter &painter, const ScriptText &text, QPointF middle, const QColor &colour)
{
    const QSizeF size = text.size(labelFactor);
    text.paint(painter, middle - QPointF(size.width() / 2, size.height() / 2), labelFactor, colour);
}

/// All of them are shown, but 0 and infinity.
DecadeRange wholeDecades(const std::vector<double> &errors)
{
    DecadeRange range{farDecade, -farDecade};
    for (const double error : errors)
        if (error > 0 && std::isfinite(error)) {
            range.low = std::min(range.low, static_cast<int>(std::floor(std::log10(error))));
            range.high = std::max(range.high, static_cast<int>(std::ceil(std::log10(error))));
        }
    if (range.span() < 0)
        return {-16, 0};
    return {range.low, std::max(range.high, range.low + 2)};
}

} // namespace

ErrorPlot::ErrorPlot(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("errorPlot"));
    setCursor(Qt::PointingHandCursor);
    setAccessibleName(tr("Error of the finite difference against its step"));
    setToolTip(
        tr("<p>Both axes are logarithmic. From the right the error falls as ε²: the less of the curve is left out, "
           "the better. Further left it rises as 1/ε: two almost equal losses, rounded to 16 digits, are "
           "subtracted. A press picks the step.</p>"));
}

QSize ErrorPlot::sizeHint() const
{
    return QSizeF(240 * Metrics::unit(), 150 * Metrics::unit()).toSize();
}

QSize ErrorPlot::minimumSizeHint() const
{
    return QSizeF(150 * Metrics::unit(), 150 * Metrics::unit()).toSize();
}

void ErrorPlot::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateGeometry();
}

void ErrorPlot::show(const std::vector<DifferencePoint> &points, const DifferenceErrors &errors)
{
    m_points = points;
    m_errors = errors;
    m_range = wholeDecades(errors.errors);
    update();
}

void ErrorPlot::setPicked(int index)
{
    m_picked = index;
    update();
}

QRectF ErrorPlot::area() const
{
    const QSizeF label = powerOfTen(-10).size(labelFactor);
    const double unit = Metrics::unit();
    return QRectF(rect()).adjusted(
        label.width() + 6 * unit, label.height() + 4 * unit, -label.width() / 2, -label.height() - 6 * unit);
}

double ErrorPlot::x(double epsilon) const
{
    const QRectF plot = area();
    return plot.left() + plot.width() * (std::log10(epsilon) - lowestStep) / (highestStep - lowestStep);
}

/// 0 stands on the lower edge, infinity on the upper one.
double ErrorPlot::y(double error) const
{
    const QRectF plot = area();
    const double place = (std::log10(error) - m_range.low) / m_range.span();
    return plot.bottom() - plot.height() * std::clamp(place, 0.0, 1.0);
}

QPointF ErrorPlot::placeOf(int index) const
{
    const auto i = static_cast<size_t>(index);
    const double error = std::isnan(m_errors.errors[i]) ? HUGE_VAL : m_errors.errors[i];
    return {x(m_points[i].epsilon), y(error)};
}

void ErrorPlot::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintAxes(painter);
    if (m_points.empty())
        return;
    paintGuides(painter);
    paintPoints(painter);
}

void ErrorPlot::paintAxes(QPainter &painter) const
{
    const Theme &theme = themeOf(this);
    const double unit = Metrics::unit();
    const QRectF plot = area();
    const QSizeF label = powerOfTen(-10).size(labelFactor);
    const QPen line(theme.grid, unit);
    for (int decade = lowestStep; decade <= highestStep; decade += tickDecades) {
        const double at = x(std::pow(10, decade));
        painter.setPen(line);
        painter.drawLine(QPointF(at, plot.top()), QPointF(at, plot.bottom()));
        paintCentred(painter, powerOfTen(decade), {at, plot.bottom() + 3 * unit + label.height() / 2}, theme.muted);
    }
    const int every = decadesPerTick(m_range, plot.height(), 1.6 * label.height());
    for (int decade = m_range.low; decade <= m_range.high; decade += every) {
        const double at = y(std::pow(10, decade));
        painter.setPen(line);
        painter.drawLine(QPointF(plot.left(), at), QPointF(plot.right(), at));
        const ScriptText text = powerOfTen(decade);
        text.paint(painter, {plot.left() - 5 * unit - text.size(labelFactor).width(), at - label.height() / 2},
            labelFactor, theme.muted);
    }
    ScriptText(tr("error")).paint(painter, {0, 0}, labelFactor, theme.muted);
    const ScriptText step(QStringLiteral("$ε$"));
    step.paint(painter, {plot.right() + 3 * unit, plot.bottom() - label.height()}, labelFactor, theme.muted);
}

/// The lines of both errors, each from the best step outward.
void ErrorPlot::paintGuides(QPainter &painter) const
{
    const Theme &theme = themeOf(this);
    const QRectF plot = area();
    painter.save();
    painter.setClipRect(plot);
    painter.setPen(QPen(theme.muted, 1.2 * Metrics::unit(), Qt::DashLine));
    // Where a line leaves the range it is cut by the clip: its own heights are not clamped.
    const auto line = [&](double from, double to, auto errorAt) {
        const auto height = [&](double epsilon) {
            return plot.bottom() - plot.height() * (std::log10(errorAt(epsilon)) - m_range.low) / m_range.span();
        };
        painter.drawLine(QPointF(x(from), height(from)), QPointF(x(to), height(to)));
    };
    if (m_errors.truncation)
        line(m_errors.best, 0.1, [c = *m_errors.truncation](double epsilon) { return c * epsilon * epsilon; });
    if (m_errors.rounding)
        line(1e-12, m_errors.best, [c = *m_errors.rounding](double epsilon) { return c / epsilon; });
    painter.restore();
    const double top = plot.top() - powerOfTen(0).size(labelFactor).height() / 2 - 2 * Metrics::unit();
    if (m_errors.truncation)
        paintCentred(painter, ScriptText(tr("$∝ ε^{2}$")), {x(1e-2), top}, theme.muted);
    if (m_errors.rounding)
        paintCentred(painter, ScriptText(tr("$∝ 1/ε$")), {x(1e-10), top}, theme.muted);
}

/// A point that tells nothing of a slope, at a kink or with an error of 0 or infinity, is hollow.
void ErrorPlot::paintPoints(QPainter &painter) const
{
    const Theme &theme = themeOf(this);
    const double unit = Metrics::unit();
    for (int i = 0; i < static_cast<int>(m_points.size()); ++i) {
        const auto at = static_cast<size_t>(i);
        const double error = m_errors.errors[at];
        painter.setPen(QPen(theme.text, unit));
        painter.setBrush(m_points[at].kink || error == 0 || !std::isfinite(error) ? theme.card : theme.text);
        painter.drawEllipse(placeOf(i), 2 * unit, 2 * unit);
    }
    if (m_picked < 0 || m_picked >= static_cast<int>(m_points.size()))
        return;
    const QPointF picked = placeOf(m_picked);
    painter.setPen(QPen(theme.cursorLine, 1.5 * unit));
    painter.drawLine(QPointF(picked.x(), area().top()), QPointF(picked.x(), area().bottom()));
    painter.setPen(QPen(theme.card, unit));
    painter.setBrush(theme.cursorLine);
    painter.drawEllipse(picked, 4.5 * unit, 4.5 * unit);
}

void ErrorPlot::mousePressEvent(QMouseEvent *event)
{
    askAt(event->position().x());
}

void ErrorPlot::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons() & Qt::LeftButton)
        askAt(event->position().x());
}

void ErrorPlot::askAt(double at)
{
    if (m_points.empty())
        return;
    const auto nearest = std::min_element(m_points.begin(), m_points.end(),
        [&](const auto &a, const auto &b) { return std::abs(x(a.epsilon) - at) < std::abs(x(b.epsilon) - at); });
    emit asked(static_cast<int>(nearest - m_points.begin()));
}

} // namespace unfold
