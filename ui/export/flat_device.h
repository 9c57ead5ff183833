#pragma once
// A paint device that hands everything on to another painter, with clips and transforms said anew instead of saved and
// restored: the PDF engine of Qt 6.4 does not find its way back from an inner clip, and leaves out what follows.
#include <QPaintDevice>
#include <QPaintEngine>

namespace unfold {

class FlatEngine : public QPaintEngine
{
public:
    explicit FlatEngine(QPainter *target);

    bool begin(QPaintDevice *device) override;
    bool end() override;
    Type type() const override { return User; }
    void updateState(const QPaintEngineState &changed) override;
    void drawPath(const QPainterPath &path) override;
    void drawPolygon(const QPointF *points, int count, PolygonDrawMode mode) override;
    void drawRects(const QRectF *rects, int count) override;
    void drawTextItem(const QPointF &position, const QTextItem &item) override;
    void drawPixmap(const QRectF &to, const QPixmap &pixmap, const QRectF &from) override;
    void drawImage(const QRectF &to, const QImage &image, const QRectF &from, Qt::ImageConversionFlags flags) override;

private:
    QPainter &ready();

    QPainter *m_target;
    bool m_placeChanged = true; ///< transform or clip
    bool m_lookChanged = true;
};

class FlatDevice : public QPaintDevice
{
public:
    /// `target` paints on a device and outlives this one.
    explicit FlatDevice(QPainter *target);
    QPaintEngine *paintEngine() const override { return &m_engine; }

protected:
    int metric(PaintDeviceMetric metric) const override;

private:
    QPainter *m_target;
    mutable FlatEngine m_engine; // QPaintDevice asks for it through a const function
};

} // namespace unfold
