#pragma once
// Positive quantities over time on a logarithmic axis: the one wrapper of QCustomPlot, which appears in no
// header but log_plot_private.h.
//
// The plotting area's left and right edge are Metrics::timeLeft and timeRight, so that step t lies where it lies in
// every other time view. A value of 0 is marked at the bottom edge and infinity at the top, and so is a measured value
// beyond the axis, the farthest with its number; NaN is not drawn at all.
// The background is transparent. The widget takes no mouse events: its owner asks `hit`.
#include "ui/document/time_window.h"
#include "ui/formula/script_text.h"
#include "ui/plot/decade_range.h"

#include <QColor>
#include <QWidget>

#include <memory>
#include <optional>

namespace unfold {

struct PlotCurve {
    enum class Line { Solid, Dashed, Dotted };
    QString key; ///< what accessors and hits call it
    ScriptText label; ///< stands at the curve; empty: none
    std::vector<double> values; ///< entry t − 1 is that of step t
    QColor colour;
    double width = 1;
    Line line = Line::Solid;
    bool measured = true; ///< points that can be hit, and marks for 0 and ∞; false: a guide
    bool dots
        = true; ///< the points are drawn where there is room; false: they can be hit, and the line is all there is
};

/// A remark that stands at the bottom edge of the plot, somewhere above steps first … last.
struct PlotNote {
    ScriptText text;
    int first = 1;
    int last = 1;
};

class LogPlot : public QWidget
{
    Q_OBJECT

public:
    explicit LogPlot(QWidget *parent = nullptr);
    ~LogPlot() override;

    /// The first curves are the most important: they are drawn last and named first.
    void setCurves(std::vector<PlotCurve> curves);
    void setNote(std::optional<PlotNote> note);
    void setWindow(const TimeWindow &window);
    void setDecades(const DecadeRange &decades);
    void setCursorStep(int step);
    /// The point of `step` on every measured curve gets a halo; 0: none.
    void setHighlightedStep(int step);

    TimeAxis axis() const;
    QRectF plotArea() const;
    /// Where a value is drawn, at the edges what is marked there; nullopt for NaN.
    std::optional<QPointF> positionOf(const QString &key, int step) const;
    /// What QCustomPlot was given for a curve: (step, log₁₀ value), without gaps.
    std::vector<QPointF> plotted(const QString &key) const;
    /// Names as they are placed at present, in plain text, for accessibility and tests.
    std::vector<std::pair<QString, QRectF>> placedLabels() const;

    /// The key of the curve whose name is at `point`, in this widget's coordinates; empty: none.
    QString nameAt(QPointF point) const;

    struct Hit {
        QString key;
        int step = 0;
        double value = 0;
    };
    /// The measured point nearest to `point`, in this widget's coordinates, within a few pixels.
    std::optional<Hit> hit(QPointF point) const;

    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace unfold
