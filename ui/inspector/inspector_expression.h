#pragma once
// A formula with its numbers: grids in lines, operators between them. Entries open, and lead to where their numbers
// come from.
#include "ui/inspector/inspector_items.h"
#include "ui/layout/flow.h"

#include <QWidget>

#include <optional>

namespace unfold {

class InspectorExpression : public QWidget
{
    Q_OBJECT

public:
    explicit InspectorExpression(QWidget *parent = nullptr);
    ~InspectorExpression() override;

    /// Grids are kept and filled again where there were as many: a dragged slider makes no widgets.
    void setItems(ExpressionItems items, const Circuit &circuit);
    void setHover(const Circuit &circuit, const ElementRef &hover);
    void setOpened(int row, int column); ///< row −1: none
    /// After setItems: the entry under the mouse may be one of another step by now.
    void touchAgain();

    const std::vector<NumberGrid *> &grids() const { return m_grids; }

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {60, 0}; }

signals:
    void opened(int row, int column); ///< an entry of a result
    void visited(const unfold::ElementRef &element); ///< an entry of something else was clicked
    void touched(const unfold::ElementRef &element); ///< Kind::None when the mouse leaves

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void makeGrids(size_t count);
    void touch(size_t grid, int row);
    void fill();
    std::vector<FlowItem> measured(int width) const;
    Flow flowIn(int width) const;
    void place();

    ExpressionItems m_items;
    Circuit m_circuit; ///< for the colours
    std::vector<NumberGrid *> m_grids; ///< as many as ever needed; those beyond the grids of m_items are hidden
    std::vector<size_t> m_itemOf; ///< by grid in use: index of its item
    std::vector<std::pair<QString, QRect>> m_signs;
    struct Touched {
        size_t grid = 0;
        int row = 0;
        ElementRef told; ///< what it was then
    };
    std::optional<Touched> m_touched;
};

} // namespace unfold
