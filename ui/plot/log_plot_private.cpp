#include "ui/plot/log_plot_private.h"

#include "ui/plot/cursor_mark.h"
#include "ui/plot/plot_canvas.h"
#include "ui/style/number_text.h"
#include "ui/style/theme.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace unfold {
namespace {

constexpr double pointSize = 6;
constexpr double edgeMargin
    = 0.1; ///< of the range, beyond its first and last decade: 0 and infinity are marked apart from numbers
constexpr double nan = std::numeric_limits<double>::quiet_NaN();

Qt::PenStyle penStyle(PlotCurve::Line line)
{
    switch (line) {
    case PlotCurve::Line::Dashed: return Qt::DashLine;
    case PlotCurve::Line::Dotted: return Qt::DotLine;
    case PlotCurve::Line::Solid: break;
    }
    return Qt::SolidLine;
}

bool onScale(double value)
{
    return std::isfinite(value) && value > 0;
}

bool isZero(double value)
{
    return value == 0;
}

bool isInfinite(double value)
{
    return std::isinf(value);
}

} // namespace

LogPlot::Private::Private(LogPlot *owner)
    : q(owner)
    , plot(new PlotCanvas(owner, [this] { layOutNames(); }))
{
    plot->setAttribute(Qt::WA_TransparentForMouseEvents);
    plot->setAttribute(Qt::WA_OpaquePaintEvent, false);
    plot->setBackground(QBrush(Qt::NoBrush));
    plot->setFocusPolicy(Qt::NoFocus);
    plot->axisRect()->setAutoMargins(QCP::msNone);
    plot->plotLayout()->setMargins({});
    plot->xAxis->setVisible(false);
    plot->yAxis->setTickLabels(false);
    plot->yAxis->setTickPen(Qt::NoPen);
    plot->yAxis->setSubTickPen(Qt::NoPen);
    plot->yAxis->setBasePen(Qt::NoPen);
    plot->yAxis->setTicker(ticker);
    plot->addLayer(QStringLiteral("under"), plot->layer(QStringLiteral("grid")), QCustomPlot::limAbove);
    // Owned by the plot, as all its layerables are.
    new PaintedLayerable(plot, QStringLiteral("under"), [this](QPainter &painter) { paintUnder(painter); });
    new PaintedLayerable(plot, QStringLiteral("legend"), [this](QPainter &painter) { paintOver(painter); });
    updateColours();
}

void LogPlot::Private::updateColours()
{
    const Theme &theme = themeOf(q);
    plot->yAxis->grid()->setPen(QPen(theme.grid, 1));
    plot->yAxis->grid()->setZeroLinePen(QPen(theme.grid, 1));
}

void LogPlot::Private::updateGeometry()
{
    const int line = static_cast<int>(std::ceil(QFontMetricsF(textFont(tickFactor)).height()));
    if (q->size().isEmpty())
        return; // QCustomPlot cannot paint on nothing
    plot->setGeometry(q->rect());
    plot->setViewport(q->rect()); // a hidden plot would learn its new size only when it is shown
    plot->axisRect()->setMargins({Metrics::timeLeft(q), line / 2 + 2, Metrics::timeRight(q), line / 2 + 2});
    plot->plotLayout()->update(QCPLayoutElement::upMargins);
    plot->plotLayout()->update(QCPLayoutElement::upLayout);
    // QCustomPlot draws antialiased lines half a pixel to the right and below; the range takes that back in x.
    const TimeAxis axis = q->axis();
    plot->xAxis->setRange(axis.stepAt(axis.left + 0.5), axis.stepAt(axis.right + 0.5));
    // The axis is linear in log10: QCustomPlot's own logarithmic axis ends at 1e-280 and 1e250.
    plot->yAxis->setRange(shownDecades().low, shownDecades().high);
    updateTicks();
}

void LogPlot::Private::updateTicks()
{
    const double spacing = 1.7 * QFontMetricsF(textFont(tickFactor)).height();
    tickStride = decadesPerTick(decades, q->plotArea().height(), spacing);
    ticker->clear();
    for (int k = decades.low; k <= decades.high; ++k)
        if (k % tickStride == 0)
            ticker->addTick(k, QString());
}

void LogPlot::Private::updateGraphs()
{
    while (plot->graphCount() > static_cast<int>(curves.size()))
        plot->removeGraph(plot->graphCount() - 1);
    while (plot->graphCount() < static_cast<int>(curves.size()))
        plot->addGraph();
    const bool roomy = q->axis().pitch() >= pointPitch();
    for (int i = 0; i < plot->graphCount(); ++i) {
        // The most important curve is drawn last, on top.
        const PlotCurve &curve = curves[curves.size() - 1 - static_cast<size_t>(i)];
        QVector<QCPGraphData> data;
        int shown = 0;
        for (size_t t = 0; t < curve.values.size(); ++t) {
            const double value = curve.values[t];
            shown += onScale(value);
            data.append({static_cast<double>(t + 1), onScale(value) ? std::log10(value) : nan});
        }
        QCPGraph *graph = plot->graph(i);
        // Wide pens are slow on long curves; one pixel is the painter's fast path.
        const double unit = Metrics::unit();
        const double width = unit * (roomy ? curve.width : std::min(curve.width, curve.width > 1 ? 1.5 : 1.0));
        graph->setPen(QPen(curve.colour, width, penStyle(curve.line), Qt::FlatCap));
        graph->setScatterStyle(curve.measured && ((roomy && curve.dots) || shown == 1)
                ? QCPScatterStyle(QCPScatterStyle::ssCircle,
                    QPen(curve.colour, std::max(1.0, unit * curve.width * 0.8)), themeOf(q).card,
                    unit * (curve.width > 1 ? pointSize : pointSize - 2))
                : QCPScatterStyle::ssNone);
        graph->data()->set(data, true);
    }
}

double LogPlot::Private::yOf(double value) const
{
    const QRectF area = q->plotArea();
    if (value == 0)
        return area.bottom();
    return std::isinf(value) ? area.top() : std::clamp(scaleY(value), area.top(), area.bottom());
}

ShownDecades LogPlot::Private::shownDecades() const
{
    const double margin = edgeMargin * decades.span();
    return {decades.low - margin, decades.high + margin};
}

std::vector<QPointF> LogPlot::Private::visiblePoints(const PlotCurve &curve) const
{
    std::vector<QPointF> points;
    const int first = std::max(1, static_cast<int>(std::floor(window.from)));
    const int last = std::min(static_cast<int>(curve.values.size()), static_cast<int>(std::ceil(window.to)));
    for (int step = first; step <= last; ++step) {
        const double value = curve.values[static_cast<size_t>(step - 1)];
        points.emplace_back(q->axis().x(step), onScale(value) ? scaleY(value) : nan);
    }
    return points;
}

std::vector<int> LogPlot::Private::stepsWhere(bool (*test)(double)) const
{
    std::vector<int> steps;
    for (const PlotCurve &curve : curves)
        for (size_t t = 0; curve.measured && t < curve.values.size(); ++t) {
            const int step = static_cast<int>(t) + 1;
            if (test(curve.values[t]) && step + 0.5 > window.from && step - 0.5 < window.to)
                steps.push_back(step);
        }
    std::sort(steps.begin(), steps.end());
    steps.erase(std::unique(steps.begin(), steps.end()), steps.end());
    return steps;
}

void LogPlot::Private::outdate()
{
    namesLaid = false;
    plot->update();
}

void LogPlot::Private::layOutNames()
{
    if (namesLaid)
        return;
    namesLaid = true;
    const QRectF area = q->plotArea();
    const Theme &theme = themeOf(q);
    names.begin(area);
    for (const PlotCurve &curve : curves) {
        std::vector<QPointF> points = visiblePoints(curve);
        for (QPointF &p : points) // a curve that leaves the axis is named where it is still seen
            if (p.y() < area.top() || p.y() > area.bottom() + 1)
                p.setY(nan);
        names.add(points, curve.label, curve.colour, curve.key);
    }
    const auto addAtEdge = [&](const std::vector<int> &steps, double y, const ScriptText &text, const QColor &colour) {
        std::vector<QPointF> points;
        for (const int step : steps)
            points.emplace_back(q->axis().x(step), y);
        if (!points.empty())
            names.add(points, text, colour);
    };
    addAtEdge(stepsWhere(isZero), area.bottom() - 8, ScriptText(tr("exactly 0")), theme.loss);
    addAtEdge(stepsWhere(isInfinite), area.top() + 8, ScriptText(tr("∞: too large for a double")), theme.loss);
    nameBorderMarks(Border::Bottom);
    nameBorderMarks(Border::Top);
    if (note)
        addAtEdge({note->first, note->last}, area.bottom(), note->text, theme.muted);
    if (cursorStep > 0) { // names keep off the cursor's line where they can
        const double x = cursorX(q->axis(), cursorStep);
        names.add({{x, area.top()}, {x, area.bottom()}});
    }
    names.layOut();
}

/// "↓ 3·10⁻²¹": the farthest value of each curve that leaves the axis.
void LogPlot::Private::nameBorderMarks(Border border)
{
    const QRectF area = q->plotArea();
    for (const PlotCurve &curve : curves) {
        const auto beyond = pointsBeyond(border, curve.values, window, shownDecades());
        const auto far = farthest(border, beyond);
        if (!curve.measured || !far)
            continue;
        const double y = border == Border::Top ? area.top() + markHeight : area.bottom() - markHeight;
        const QString arrow = border == Border::Top ? QStringLiteral("↑ ") : QStringLiteral("↓ ");
        names.add({{q->axis().x(far->step), y}}, ScriptText(arrow + numberMarkup(far->value, 2)), curve.colour);
    }
}

} // namespace unfold
