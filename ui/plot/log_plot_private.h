#pragma once
// What a log plot draws: curves by QCustomPlot; ticks, names, marks at the edges and halos by hand, on its layers.
// Included by log_plot.cpp and log_plot_private.cpp alone, so that QCustomPlot stays behind LogPlot.
#include "ui/plot/log_plot.h"
#include "ui/plot/plot_names.h"

#include <qcustomplot.h>

namespace unfold {

class LogPlot::Private
{
public:
    static constexpr double tickFactor = 0.82; ///< of the text size
    explicit Private(LogPlot *owner);

    void updateColours();
    void updateGeometry();
    void updateTicks();
    void updateGraphs();
    /// Names and picture are made anew when it is painted next.
    void outdate();

    double yOf(double value) const;
    QPointF pointOf(int step, double value) const { return {q->axis().x(step), yOf(value)}; }
    std::vector<int> stepsWhere(bool (*test)(double)) const;
    std::vector<QPointF> visiblePoints(const PlotCurve &curve) const;

    void layOutNames();
    void paintUnder(QPainter &painter) const;
    void paintOver(QPainter &painter) const;
    void paintTicks(QPainter &painter) const;
    void paintEdgeMarks(QPainter &painter) const;

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
