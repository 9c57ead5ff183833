#pragma once
// QCustomPlot as LogPlot needs it: drawn whenever it is painted, with layers that other code paints.
#include <qcustomplot.h>

#include <functional>

namespace unfold {

/// Draws straight on the window: the pixels that QCustomPlot would keep are drawn at every size on the way, and in a
/// figure they are as many as the figure's.
class PlotCanvas final : public QCustomPlot
{
public:
    /// Calls `prepare` before each drawing.
    PlotCanvas(QWidget *parent, std::function<void()> prepare);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    std::function<void()> m_prepare;
};

/// Lets a function paint on a layer of the plot, in widget pixels.
class PaintedLayerable final : public QCPLayerable
{
public:
    PaintedLayerable(QCustomPlot *plot, const QString &layer, std::function<void(QPainter &)> paint);

protected:
    void applyDefaultAntialiasingHint(QCPPainter *painter) const override;
    void draw(QCPPainter *painter) override;

private:
    std::function<void(QPainter &)> m_paint;
};

} // namespace unfold
