#include "ui/plot/curve_name.h"

#include "ui/style/theme.h"

#include <QPainter>

namespace unfold {
namespace {
constexpr int sample = 26; ///< px of line
constexpr int gap = 6;
} // namespace

CurveName::CurveName(Qt::PenStyle line, QWidget *parent)
    : QWidget(parent)
    , m_line(line)
{
}

void CurveName::setText(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    setAccessibleName(text);
    updateGeometry();
    update();
}

QSize CurveName::sizeHint() const
{
    const QFontMetrics metrics(textFont(1, QFont::Medium));
    return {sample + gap + metrics.horizontalAdvance(m_text) + gap, metrics.height()};
}

void CurveName::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.loss, 2, m_line, Qt::FlatCap));
    const double y = height() / 2.0;
    painter.drawLine(QPointF(0, y), QPointF(sample, y));
    painter.setFont(textFont(1, QFont::Medium));
    painter.setPen(theme.text);
    painter.drawText(rect().adjusted(sample + gap, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, m_text);
}

} // namespace unfold
