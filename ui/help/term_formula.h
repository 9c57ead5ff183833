#pragma once
// The formula of a term, set as in a printed book; smaller where it is wider than its column.
#include "ui/formula/typeset.h"

#include <QWidget>

namespace unfold {

class TermFormula : public QWidget
{
    Q_OBJECT

public:
    explicit TermFormula(QWidget *parent = nullptr);

    /// Markup as in formula_markup.h, valid. Hidden while empty.
    void setMarkup(const QString &markup);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void setType();

    Formula m_formula;
    TypesetFormula m_set;
};

} // namespace unfold
