#pragma once
// A paint device that writes SVG for print and the web: text stays text, its fonts are embedded as subsets, clips are
// clips. QSvgGenerator of Qt 6.4 writes no clip and embeds no font, and so is not used.
#include "ui/export/svg_engine.h"

#include <QByteArray>
#include <QPaintDevice>
#include <QSize>
#include <QString>

namespace unfold {

class SvgDevice : public QPaintDevice
{
public:
    /// `size`: px of 1/96 inch, the picture's size and the extent of its coordinates.
    explicit SvgDevice(QSize size);

    /// Call after the painter has ended.
    SvgFile file(const QString &title, const QString &description) const;

    QPaintEngine *paintEngine() const override { return &m_engine; }

protected:
    int metric(PaintDeviceMetric metric) const override;

private:
    QSize m_size;
    mutable SvgEngine m_engine; // QPaintDevice asks for it through a const function
};

} // namespace unfold
