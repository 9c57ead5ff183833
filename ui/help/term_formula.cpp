#include "ui/help/term_formula.h"

#include "ui/help/formula_markup.h"

#include <QEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace unfold {
namespace {

constexpr double factor = 1.2; ///< of the application's font
constexpr int margin = 2;

QColor colourOf(const Theme &theme, const SymbolRef &ref)
{
    if (ref.kind == SymbolRef::Kind::Loss)
        return theme.loss;
    if (ref.kind != SymbolRef::Kind::Parameter)
        return {};
    if (ref.name == "W")
        return theme.recurrentParameter;
    if (ref.name == "U")
        return theme.inputParameter;
    return ref.name == "V" ? theme.outputParameter : theme.bias;
}

} // namespace

TermFormula::TermFormula(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
}

void TermFormula::setMarkup(const QString &markup)
{
    m_formula = formulaFrom(markup);
    setAccessibleName(QString::fromStdString(plainText(m_formula)));
    setVisible(!markup.isEmpty());
    setType();
}

void TermFormula::setType()
{
    FormulaStyle style;
    style.pixelSize = mathFont(factor).pixelSize();
    style.text = themeOf(this).text;
    style.colour = [theme = themeOf(this)](const SymbolRef &ref) { return colourOf(theme, ref); };
    m_set = typeset(m_formula, style);
    updateGeometry();
    update();
}

QSize TermFormula::sizeHint() const
{
    return {static_cast<int>(std::ceil(m_set.bounds().width())) + 2 * margin,
        static_cast<int>(std::ceil(m_set.bounds().height())) + 2 * margin};
}

QSize TermFormula::minimumSizeHint() const
{
    return {40, sizeHint().height()};
}

void TermFormula::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF bounds = m_set.bounds();
    const double scale = std::min(1.0, width() / (bounds.width() + 2.0 * margin));
    painter.scale(scale, scale);
    const double middle = height() / scale / 2;
    m_set.paint(painter, {margin - bounds.left(), middle - bounds.center().y()});
}

void TermFormula::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        setType();
}

} // namespace unfold
