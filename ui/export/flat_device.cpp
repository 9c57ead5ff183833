#include "ui/export/flat_device.h"

#include <QPainter>
#include <QPainterPath>

namespace unfold {

FlatEngine::FlatEngine(QPainter *target)
    : QPaintEngine(AllFeatures)
    , m_target(target)
{
}

bool FlatEngine::begin(QPaintDevice *)
{
    setActive(true);
    return true;
}

bool FlatEngine::end()
{
    setActive(false);
    return true;
}

void FlatEngine::updateState(const QPaintEngineState &changed)
{
    constexpr DirtyFlags place = DirtyTransform | DirtyClipPath | DirtyClipRegion | DirtyClipEnabled;
    m_placeChanged = m_placeChanged || (changed.state() & place);
    m_lookChanged = m_lookChanged || (changed.state() & ~place);
}

/// The target, with the present state.
QPainter &FlatEngine::ready()
{
    if (m_placeChanged) {
        m_target->setTransform(QTransform());
        if (painter()->hasClipping())
            m_target->setClipPath(state->transform().map(painter()->clipPath()));
        else
            m_target->setClipping(false);
        m_target->setTransform(state->transform());
        m_placeChanged = false;
    }
    if (m_lookChanged) {
        m_target->setPen(state->pen());
        m_target->setBrush(state->brush());
        m_target->setBrushOrigin(state->brushOrigin());
        m_target->setOpacity(state->opacity());
        m_target->setRenderHints(m_target->renderHints(), false);
        m_target->setRenderHints(state->renderHints());
        m_lookChanged = false;
    }
    return *m_target;
}

void FlatEngine::drawPath(const QPainterPath &path)
{
    ready().drawPath(path);
}

void FlatEngine::drawPolygon(const QPointF *points, int count, PolygonDrawMode mode)
{
    if (mode == PolylineMode)
        ready().drawPolyline(points, count);
    else
        ready().drawPolygon(points, count, mode == WindingMode ? Qt::WindingFill : Qt::OddEvenFill);
}

void FlatEngine::drawRects(const QRectF *rects, int count)
{
    ready().drawRects(rects, count);
}

void FlatEngine::drawTextItem(const QPointF &position, const QTextItem &item)
{
    ready().drawTextItem(position, item);
}

void FlatEngine::drawPixmap(const QRectF &to, const QPixmap &pixmap, const QRectF &from)
{
    ready().drawPixmap(to, pixmap, from);
}

void FlatEngine::drawImage(const QRectF &to, const QImage &image, const QRectF &from, Qt::ImageConversionFlags flags)
{
    ready().drawImage(to, image, from, flags);
}

FlatDevice::FlatDevice(QPainter *target)
    : m_target(target)
    , m_engine(target)
{
}

int FlatDevice::metric(PaintDeviceMetric metric) const
{
    const QPaintDevice &device = *m_target->device();
    switch (metric) {
    case PdmWidth: return device.width();
    case PdmHeight: return device.height();
    case PdmWidthMM: return device.widthMM();
    case PdmHeightMM: return device.heightMM();
    case PdmNumColors: return device.colorCount();
    case PdmDepth: return device.depth();
    case PdmDpiX: return device.logicalDpiX();
    case PdmDpiY: return device.logicalDpiY();
    case PdmPhysicalDpiX: return device.physicalDpiX();
    case PdmPhysicalDpiY: return device.physicalDpiY();
    case PdmDevicePixelRatio: return 1;
    case PdmDevicePixelRatioScaled: return static_cast<int>(devicePixelRatioFScale());
    }
    return QPaintDevice::metric(metric);
}

} // namespace unfold
