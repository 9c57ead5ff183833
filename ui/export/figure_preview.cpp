#include "ui/export/figure_preview.h"

#include "ui/style/theme.h"

#include <QPainter>

#include <algorithm>

namespace unfold {

FigurePreview::FigurePreview(QWidget *parent)
    : QWidget(parent)
{
    setAccessibleName(tr("Preview"));
    setToolTip(tr("<p>The figure as it will be written. The colours of the window stay as they are.</p>"));
    setMinimumSize(240, 160);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void FigurePreview::setImage(const QImage &image)
{
    m_image = image;
    update();
}

double FigurePreview::scaleFor(QSize figure) const
{
    return devicePixelRatioF()
        * std::min(static_cast<double>(width()) / figure.width(), static_cast<double>(height()) / figure.height());
}

QSize FigurePreview::sizeHint() const
{
    return {600, 380};
}

void FigurePreview::paintEvent(QPaintEvent *)
{
    if (m_image.isNull())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    QRectF place(QPointF(), QSizeF(m_image.size()).scaled(size(), Qt::KeepAspectRatio));
    place.moveCenter(QRectF(rect()).center());
    painter.drawImage(place, m_image);
    painter.setPen(themeOf(this).border);
    painter.drawRect(place.adjusted(0.5, 0.5, -0.5, -0.5));
}

} // namespace unfold
