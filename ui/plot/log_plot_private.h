#pragma once
// What a log plot draws: curves by QCustomPlot; ticks, names, marks at the edges and halos by hand, on its layers.
// Included by log_plot.cpp, log_plot_private.cpp and log_plot_paint.cpp alone, so that QCustomPlot stays behind
// LogPlot.
#include "ui/plot/border_marks.h"
#include "ui/plot/log_plot.h"
#include "ui/plot/plot_names.h"
#include "ui/style/theme.h"

#include <qcustomplot.h>

#include <cmath>

namespace unfold {

class LogPlot::Private
{
public:
    static constexpr double tickFactor = 0.82; ///< of the text size
    static constexpr double markHeight = 7; ///< px of a mark at an edge
    /// px per step from which points are drawn; they grow with the text.
    static double pointPitch() { return 9 * Metrics::unit(); }
    explicit Private(LogPlot *owner);

    void updateColours();
    void updateGeometry();
    void updateTicks();
    void updateGraphs();
    /// Names and picture are made anew when it is painted next.
    void outdate();

    ShownDecades shownDecades() const;
    /// On the scale, wherever that is; the value is finite and positive.
    double scaleY(double value) const { return plot->yAxis->coordToPixel(std::log10(value)) + 0.5; }
    /// In the plotting area: 0, infinity and what lies beyond the axis at its edges.
    double yOf(double value) const;
    QPointF pointOf(int step, double value) const { return {q->axis().x(step), yOf(value)}; }
    std::vector<int> stepsWhere(bool (*test)(double)) const;
    std::vector<QPointF> visiblePoints(const PlotCurve &curve) const;

    void layOutNames();
    void paintUnder(QPainter &painter) const;
    void paintOver(QPainter &painter) const;
    void paintTicks(QPainter &painter) const;
    void paintEdgeMarks(QPainter &painter) const;
    void paintBorderMarks(QPainter &painter, const PlotCurve &curve) const;
    void nameBorderMarks(Border border);

    LogPlot *q;
    QCustomPlot *plot;
    QSharedPointer<QCPAxisTickerText> ticker{new QCPAxisTickerText};
    std::vector<PlotCurve> curves;
    std::optional<PlotNote> note;
    TimeWindow window;
    DecadeRange decades;
    int cursorStep = 0;
    int highlighted = 0;
    int tickStride = 1;
    PlotNames names;
    bool namesLaid = false;
};

} // namespace unfold
