#include "ui/controls/sequence_preview.h"

#include "ui/accessibility/interfaces.h"
#include "ui/style/theme.h"

#include <QFontMetrics>
#include <QPainter>
#include <QPolygonF>

#include <algorithm>

namespace unfold {
namespace {
constexpr Eigen::Index drawnInputs = 3;
}

SequencePreview::SequencePreview(QWidget *parent)
    : QWidget(parent)
{
    setAccessibleRole(this, QAccessible::Graphic);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void SequencePreview::setSequence(const Matrix &sequence)
{
    m_sequence = sequence.topRows(std::min(drawnInputs, sequence.rows()));
    update();
}

QSize SequencePreview::sizeHint() const
{
    return {200, 3 * QFontMetrics(textFont()).height()};
}

void SequencePreview::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(rect()).adjusted(1, 4, -1, -4);
    if (m_sequence.size() == 0)
        return;
    const double low = std::min(0.0, m_sequence.minCoeff());
    const double high = std::max(0.0, m_sequence.maxCoeff());
    const double span = high > low ? high - low : 1;
    const auto y = [&](double value) { return box.bottom() - (value - low) / span * box.height(); };
    painter.setPen(QPen(theme.grid, 1));
    painter.drawLine(QPointF(box.left(), y(0)), QPointF(box.right(), y(0)));
    const double pitch = box.width() / static_cast<double>(std::max<Eigen::Index>(1, m_sequence.cols() - 1));
    QColor ink = theme.inputParameter;
    for (Eigen::Index row = 0; row < m_sequence.rows(); ++row) {
        QPolygonF line;
        for (Eigen::Index step = 0; step < m_sequence.cols(); ++step)
            line << QPointF(box.left() + pitch * static_cast<double>(step), y(m_sequence(row, step)));
        ink.setAlphaF(row == 0 ? 1.0f : 0.45f);
        painter.setPen(QPen(ink, 1.4));
        painter.drawPolyline(line);
    }
}

} // namespace unfold
