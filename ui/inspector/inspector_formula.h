#pragma once
// Formulas that break into lines where the column is narrow: before an operator outside of brackets.
#include "ui/formula/typeset.h"
#include "ui/layout/flow.h"

#include <QWidget>

namespace unfold {

class InspectorFormula : public QWidget
{
    Q_OBJECT

public:
    explicit InspectorFormula(QWidget *parent = nullptr);

    /// The circuit gives the colours.
    void setFormulas(const std::vector<Formula> &formulas, const Circuit &circuit);
    /// The symbol that gets a halo; Kind::None: none.
    void setLit(const SymbolRef &symbol);

    /// The symbol at a point, and the word or sign there; Kind::None and empty between them.
    struct Hit {
        SymbolRef symbol;
        QString text;
    };
    Hit at(QPointF point) const;

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void touched(const unfold::SymbolRef &symbol); ///< Kind::None when the mouse leaves

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Piece {
        TypesetFormula set;
        FlowItem item;
        size_t formula = 0;
    };
    struct Placed {
        std::vector<QPointF> baselines; ///< by piece
        int height = 0;
        double scale = 1; ///< below 1 where a piece is wider than the column; the numbers above are before it
    };
    void setType();
    double scaleFor(int width) const;
    Placed placedIn(int width) const;

    std::vector<Formula> m_formulas;
    Circuit m_circuit;
    std::vector<Piece> m_pieces;
    SymbolRef m_lit;
};

} // namespace unfold
