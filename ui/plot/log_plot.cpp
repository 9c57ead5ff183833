#include "ui/plot/log_plot.h"

#include "ui/plot/log_plot_private.h"
#include "ui/plot/time_axis.h"
#include "ui/style/theme.h"

#include <algorithm>
#include <cmath>

namespace unfold {
namespace {
constexpr double hitDistance = 10;
}

LogPlot::LogPlot(QWidget *parent)
    : QWidget(parent)
    , d(std::make_unique<Private>(this))
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    d->updateGeometry();
}

LogPlot::~LogPlot()
{
    delete d->plot; // its layers call back into d
}

void LogPlot::setCurves(std::vector<PlotCurve> curves)
{
    d->curves = std::move(curves);
    d->updateGraphs();
    d->outdate();
}

void LogPlot::setNote(std::optional<PlotNote> note)
{
    d->note = std::move(note);
    d->outdate();
}

void LogPlot::setWindow(const TimeWindow &window)
{
    d->window = window;
    d->updateGeometry();
    d->updateGraphs();
    d->outdate();
}

void LogPlot::setDecades(const DecadeRange &decades)
{
    if (decades == d->decades)
        return;
    d->decades = decades;
    d->updateGeometry();
    d->outdate();
}

void LogPlot::setCursorStep(int step)
{
    d->cursorStep = step;
    d->outdate();
}

void LogPlot::setHighlightedStep(int step)
{
    if (step == d->highlighted)
        return;
    d->highlighted = step;
    d->outdate();
}

TimeAxis LogPlot::axis() const
{
    return timeAxisOf(this, d->window);
}

QRectF LogPlot::plotArea() const
{
    const QRect r = d->plot->axisRect()->rect();
    return QRectF(r);
}

std::optional<QPointF> LogPlot::positionOf(const QString &key, int step) const
{
    for (const PlotCurve &curve : d->curves)
        if (curve.key == key && step >= 1 && step <= static_cast<int>(curve.values.size())) {
            const double value = curve.values[static_cast<size_t>(step - 1)];
            if (!std::isnan(value))
                return QPointF(d->plot->xAxis->coordToPixel(step) + 0.5, d->yOf(value));
        }
    return std::nullopt;
}

std::vector<QPointF> LogPlot::plotted(const QString &key) const
{
    std::vector<QPointF> points;
    for (size_t i = 0; i < d->curves.size(); ++i) {
        if (d->curves[i].key != key)
            continue;
        const auto stored = d->plot->graph(static_cast<int>(d->curves.size() - 1 - i))->data();
        for (auto it = stored->constBegin(); it != stored->constEnd(); ++it)
            if (!std::isnan(it->value))
                points.emplace_back(it->key, it->value);
    }
    return points;
}

std::vector<std::pair<QString, QRectF>> LogPlot::placedLabels() const
{
    d->layOutNames();
    std::vector<std::pair<QString, QRectF>> labels;
    for (const PlotNames::Name &name : d->names.names())
        if (!name.rect.isEmpty())
            labels.emplace_back(name.text.plain(), name.rect);
    return labels;
}

QString LogPlot::nameAt(QPointF point) const
{
    d->layOutNames();
    for (const PlotNames::Name &name : d->names.names())
        if (name.rect.contains(point))
            return name.key;
    return {};
}

std::optional<LogPlot::Hit> LogPlot::hit(QPointF point) const
{
    const QRectF area = plotArea();
    if (!area.adjusted(-hitDistance, -hitDistance, hitDistance, hitDistance).contains(point))
        return std::nullopt;
    std::optional<Hit> best;
    // Points closer than a pixel apart cannot be told apart: look through all that lie within reach.
    const int first = std::max(1, static_cast<int>(std::floor(axis().stepAt(point.x() - hitDistance))));
    const int last = static_cast<int>(std::ceil(axis().stepAt(point.x() + hitDistance)));
    double bestDistance = hitDistance;
    for (const PlotCurve &curve : d->curves)
        for (int step = first; curve.measured && step <= std::min(last, static_cast<int>(curve.values.size()));
             ++step) {
            const double value = curve.values[static_cast<size_t>(step - 1)];
            if (std::isnan(value))
                continue;
            const QPointF at = d->pointOf(step, value);
            const double distance = std::hypot(at.x() - point.x(), at.y() - point.y());
            if (distance < bestDistance) {
                bestDistance = distance;
                best = Hit{curve.key, step, value};
            }
        }
    return best;
}

QSize LogPlot::minimumSizeHint() const
{
    return {Metrics::timeLeft(this) + 60 + Metrics::timeRight(this),
        5 * QFontMetrics(textFont(Private::tickFactor)).height()};
}

void LogPlot::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    d->updateGeometry();
    d->updateGraphs();
    d->outdate();
}

void LogPlot::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        d->updateColours();
        d->updateGeometry();
        d->updateGraphs();
        d->outdate();
    }
}

} // namespace unfold
