#include "ui/formula/formula_label.h"

#include "ui/accessibility/interfaces.h"

#include <QEvent>
#include <QFontInfo>
#include <QPainter>

#include <cmath>

namespace unfold {

FormulaLabel::FormulaLabel(const Formula &formula, double factor, QColor Theme::*colour, QWidget *parent)
    : QWidget(parent)
    , m_formula(formula)
    , m_factor(factor)
    , m_colour(colour)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleRole(this, QAccessible::Equation);
    setAccessibleName(QString::fromStdString(plainText(formula)));
    setType();
}

void FormulaLabel::setType()
{
    const Theme &theme = themeOf(this);
    FormulaStyle style;
    style.pixelSize = QFontInfo(textFont(m_factor)).pixelSize();
    style.text = isEnabled() ? theme.text : theme.notComputed;
    const QColor special = isEnabled() ? theme.*m_colour : theme.notComputed;
    style.colour = [special](const SymbolRef &) { return special; };
    m_typeset = typeset(m_formula, style);
    updateGeometry();
    update();
}

QSize FormulaLabel::sizeHint() const
{
    const QRectF b = m_typeset.bounds();
    return {static_cast<int>(std::ceil(b.width())) + 2, static_cast<int>(std::ceil(b.height())) + 2};
}

void FormulaLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF b = m_typeset.bounds();
    m_typeset.paint(painter, {1 - b.left(), (height() - b.height()) / 2 - b.top()});
}

void FormulaLabel::changeEvent(QEvent *event)
{
    const auto type = event->type();
    if (type == QEvent::PaletteChange || type == QEvent::FontChange || type == QEvent::EnabledChange)
        setType();
    QWidget::changeEvent(event);
}

} // namespace unfold
