#include "ui/plot/log_plot_private.h"

#include "ui/plot/cursor_mark.h"
#include "ui/plot/plot_canvas.h"
#include "ui/style/theme.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace unfold {
namespace {

/// px per step from which points are drawn; they grow with the text.
double pointPitch()
{
    return 9 * Metrics::unit();
}
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

/// A triangle that points at the edge beyond which the value lies.
QPolygonF edgeMark(QPointF tip, bool up)
{
    const double base = up ? 7 : -7;
    return QPolygonF({tip, tip + QPointF(-4.5, base), tip + QPointF(4.5, base)});
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
    const double margin = edgeMargin * decades.span();
    plot->yAxis->setRange(decades.low - margin, decades.high + margin);
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
    return std::isinf(value) ? area.top() : plot->yAxis->coordToPixel(std::log10(value)) + 0.5;
}

std::vector<QPointF> LogPlot::Private::visiblePoints(const PlotCurve &curve) const
{
    std::vector<QPointF> points;
    const int first = std::max(1, static_cast<int>(std::floor(window.from)));
    const int last = std::min(static_cast<int>(curve.values.size()), static_cast<int>(std::ceil(window.to)));
    for (int step = first; step <= last; ++step) {
        const double value = curve.values[static_cast<size_t>(step - 1)];
        points.push_back(onScale(value) ? pointOf(step, value) : QPointF(q->axis().x(step), nan));
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
        for (QPointF &p : points) // a guide that leaves the axis is named where it is still seen
            if (p.y() < area.top() || p.y() > area.bottom() + 1)
                p.setY(nan);
        names.add(points, curve.label, curve.colour);
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
    if (note)
        addAtEdge({note->first, note->last}, area.bottom(), note->text, theme.muted);
    if (cursorStep > 0) { // names keep off the cursor's line where they can
        const double x = cursorX(q->axis(), cursorStep);
        names.add({{x, area.top()}, {x, area.bottom()}});
    }
    names.layOut();
}

void LogPlot::Private::paintUnder(QPainter &painter) const
{
    const QRectF area = q->plotArea();
    const Theme &theme = themeOf(q);
    if (cursorStep > 0)
        paintCursorLine(painter, q->axis(), cursorStep, 0, q->height(), theme);
    if (highlighted < 1)
        return;
    painter.setClipRect(area.adjusted(-8, -8, 8, 8));
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.highlight);
    for (const PlotCurve &curve : curves)
        if (const auto at = curve.measured ? q->positionOf(curve.key, highlighted) : std::nullopt)
            painter.drawEllipse(*at, 8 * Metrics::unit(), 8 * Metrics::unit());
}

void LogPlot::Private::paintOver(QPainter &painter) const
{
    paintTicks(painter);
    paintEdgeMarks(painter);
    names.paint(painter, themeOf(q).card);
}

void LogPlot::Private::paintTicks(QPainter &painter) const
{
    for (int k = decades.low; k <= decades.high; ++k) {
        if (k % tickStride != 0)
            continue;
        const ScriptText text = powerOfTen(k);
        const QSizeF size = text.size(tickFactor);
        const double y = plot->yAxis->coordToPixel(k) + 0.5;
        text.paint(painter, {q->axis().left - 8 - size.width(), y - size.height() / 2}, tickFactor, themeOf(q).muted);
    }
}

void LogPlot::Private::paintEdgeMarks(QPainter &painter) const
{
    const QRectF area = q->plotArea();
    painter.setPen(Qt::NoPen);
    for (const PlotCurve &curve : curves) {
        if (!curve.measured)
            continue;
        painter.setBrush(curve.colour);
        double last = -1e9;
        for (size_t t = 0; t < curve.values.size(); ++t) {
            const double value = curve.values[t];
            const double x = q->axis().x(static_cast<double>(t + 1));
            if ((value != 0 && !std::isinf(value)) || x < area.left() || x > area.right() || x < last + pointPitch())
                continue;
            painter.drawPolygon(edgeMark(pointOf(static_cast<int>(t) + 1, value), std::isinf(value)));
            last = x;
        }
    }
}

} // namespace unfold
