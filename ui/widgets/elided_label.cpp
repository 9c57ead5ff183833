#include "ui/widgets/elided_label.h"

#include "ui/accessibility/interfaces.h"
#include "ui/style/theme.h"

#include <QPainter>

namespace unfold {
namespace {
constexpr int fewestLetters = 12; ///< the first word or two: "RN…" tells nobody anything
}

ElidedLabel::ElidedLabel(QWidget *parent)
    : QWidget(parent)
{
    setAccessibleRole(this, QAccessible::StaticText);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
}

void ElidedLabel::setText(const QString &text)
{
    m_text = text;
    setToolTip(text);
    setAccessibleDescription(text);
    updateGeometry();
    update();
}

QSize ElidedLabel::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(m_text) + 2, fontMetrics().height()}; // letters do not end on pixels
}

QSize ElidedLabel::minimumSizeHint() const
{
    return {0, fontMetrics().height()};
}

QString ElidedLabel::shownText() const
{
    const QString shown = fontMetrics().elidedText(m_text, Qt::ElideRight, width());
    return shown == m_text || shown.size() >= fewestLetters ? shown : QString();
}

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(themeOf(this).muted);
    painter.drawText(rect(), Qt::AlignLeft | Qt::AlignVCenter, shownText());
}

} // namespace unfold
