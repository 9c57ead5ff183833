#pragma once
// A matrix or a vector as a grid: with its numbers written where there is room, as a heat map where there is not. The
// value of an entry appears under the mouse; with the keyboard, arrows move the entry and Enter activates it.
#include "core/linalg/matrix.h"
#include "ui/formula/typeset.h"

#include <QImage>
#include <QWidget>

#include <functional>

namespace unfold {

/// What a grid shows. A value.
struct GridContent {
    Matrix numbers;
    Formula label; ///< stands below it
    double limit = 1; ///< of the diverging colours
    QString name; ///< for screen readers: "h at step 9"
    QString teaching; ///< what a click does
    std::function<QString(int row, int column)> entryName;
    std::function<QColor(const SymbolRef &)> colour; ///< of the label's symbols
};

class NumberGrid : public QWidget
{
    Q_OBJECT

public:
    explicit NumberGrid(QWidget *parent = nullptr);

    void setContent(const GridContent &content);
    /// Size of a cell in pixels, below 1 where there are more cells than pixels; `written`: with its number.
    void setCells(QSizeF cell, bool written);
    void setLit(bool lit, int row);
    void setOpened(int row, int column); ///< row −1: none

    const GridContent &content() const { return m_content; }
    bool written() const { return m_written; }
    /// Height of the cells' centre, from the top of the widget.
    int axis() const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }
    QRect cellRect(int row, int column) const;

    /// The size that a written cell needs in the present font; `roomy`: for three digits of any ordinary number.
    static QSizeF writtenCell(bool roomy);

signals:
    void entered(int row, int column);
    void left();
    void activated(int row, int column);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QRectF cellsRect() const;
    std::optional<QPoint> entryAt(const QPointF &point) const; ///< x: column, y: row
    QString sentence(int row, int column) const;
    void setCurrent(int row, int column);
    void speak();
    void setLabel();
    void makeImage();
    void paintCells(QPainter &painter) const;
    void paintWritten(QPainter &painter) const;
    void paintMarks(QPainter &painter) const;

    GridContent m_content;
    QSizeF m_cell{14, 14};
    bool m_written = false;
    bool m_lit = false;
    int m_litRow = -1;
    QPoint m_opened{-1, -1}; ///< x: column, y: row
    QPoint m_current{0, 0}; ///< x: column, y: row
    bool m_byKeyboard = false; ///< focus came with Tab
    TypesetFormula m_label;
    QImage m_image; ///< one pixel per entry
};

} // namespace unfold
