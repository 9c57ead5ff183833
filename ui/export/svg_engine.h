#pragma once
// What a QPainter draws on an SvgDevice, as SVG elements.
//
// Paths, pens with dashes, flat and linear-gradient fills, clips, opacity and text. Pattern brushes and the other
// gradients come as pictures, made by QPainter.
#include "ui/export/font_faces.h"
#include "ui/export/svg_file.h"

#include <QByteArray>
#include <QHash>
#include <QPaintEngine>

namespace unfold {

class SvgEngine : public QPaintEngine
{
public:
    SvgEngine();

    QByteArray body() const { return m_body; }
    const QList<SvgPicture> &pictures() const { return m_pictures; } ///< places in the body
    /// Clips and gradients, for <defs>.
    QByteArray definitions() const { return m_definitions; }
    const UsedCharacters &usedCharacters() const { return m_used; }

    bool begin(QPaintDevice *device) override;
    bool end() override;
    Type type() const override { return SVG; }
    void updateState(const QPaintEngineState &changed) override;
    void drawPath(const QPainterPath &path) override;
    void drawPolygon(const QPointF *points, int count, PolygonDrawMode mode) override;
    void drawRects(const QRectF *rects, int count) override;
    void drawTextItem(const QPointF &position, const QTextItem &item) override;
    void drawPixmap(const QRectF &to, const QPixmap &pixmap, const QRectF &from) override;
    void drawImage(const QRectF &to, const QImage &image, const QRectF &from, Qt::ImageConversionFlags flags) override;

private:
    void openGroups();
    QByteArray clipAttribute();
    QByteArray define(const QByteArray &element, const QByteArray &content);
    QByteArray fill();
    QByteArray stroke() const;
    QByteArray look();

    QByteArray m_body;
    QList<SvgPicture> m_pictures;
    QByteArray m_definitions;
    QHash<QByteArray, QByteArray> m_defined; ///< definition → its id
    UsedCharacters m_used;
    QByteArray m_outer; ///< attributes of the open groups
    QByteArray m_inner;
    bool m_groupsOpen = false;
    bool m_stale = true; ///< transform, clip or opacity may have changed since they were opened
};

} // namespace unfold
