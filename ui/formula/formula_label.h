#pragma once
// A line of mathematics as a label, set again when the theme or the application's font changes.
#include "core/formula/formula.h"
#include "ui/formula/typeset.h"

#include <QWidget>

namespace unfold {

class FormulaLabel : public QWidget
{
    Q_OBJECT

public:
    /// `factor` scales the application's font; `colour` paints every symbol that stands for something.
    FormulaLabel(const Formula &formula, double factor, QColor Theme::*colour, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void setType();

    Formula m_formula;
    double m_factor;
    QColor Theme::*m_colour;
    TypesetFormula m_typeset;
};

} // namespace unfold
