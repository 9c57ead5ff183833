#include "ui/plot/plot_canvas.h"

#include "ui/style/paints_pixels.h"

#include <utility>

namespace unfold {
namespace {
constexpr double halfPixel = 0.5; ///< by which QCustomPlot moves what it draws on pixels
}

PlotCanvas::PlotCanvas(QWidget *parent, std::function<void()> prepare)
    : QCustomPlot(parent)
    , m_prepare(std::move(prepare))
{
    mReplotting = true; // and so it never begins to: what its constructor has asked for would keep pixels
}

/// In a figure no line is moved to the next pixel, and everything lies where it lies on the screen.
void PlotCanvas::paintEvent(QPaintEvent *)
{
    m_prepare();
    QCPPainter painter(this);
    if (!paintsPixels(painter)) {
        painter.setMode(QCPPainter::pmVectorized);
        painter.translate(halfPixel, halfPixel);
    }
    toPainter(&painter, width(), height());
}

void PlotCanvas::resizeEvent(QResizeEvent *)
{
    setViewport(rect());
}

PaintedLayerable::PaintedLayerable(QCustomPlot *plot, const QString &layer, std::function<void(QPainter &)> paint)
    : QCPLayerable(plot, layer)
    , m_paint(std::move(paint))
{
}

/// QCustomPlot's own antialiasing moves everything; ours is set on the plain painter instead.
void PaintedLayerable::applyDefaultAntialiasingHint(QCPPainter *painter) const
{
    painter->setAntialiasing(false);
}

void PaintedLayerable::draw(QCPPainter *painter)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (painter->modes().testFlag(QCPPainter::pmVectorized))
        painter->translate(-halfPixel, -halfPixel);
    m_paint(*painter);
    painter->restore();
}

} // namespace unfold
