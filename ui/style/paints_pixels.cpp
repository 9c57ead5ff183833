#include "ui/style/paints_pixels.h"

#include <QPaintEngine>
#include <QPainter>

namespace unfold {

bool paintsPixels(const QPainter &painter)
{
    if (painter.paintEngine()->type() != QPaintEngine::Raster)
        return false;
    const QTransform transform = painter.deviceTransform();
    const double ratio = painter.device()->devicePixelRatioF();
    return qFuzzyCompare(transform.m11(), ratio) && qFuzzyCompare(transform.m22(), ratio) && !transform.isRotating();
}

} // namespace unfold
