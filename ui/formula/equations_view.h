#pragma once
// The formulas of the present circuit, its loss and its gradients, that of the plotted node first, in the colours of
// the diagram.
//
// Pointing at a symbol lights up what is the same thing in every view, and what is touched elsewhere lights up here. In
// the forward pass the gradient steps back, in the backward pass everything else does.
#include "ui/document/document.h"
#include "ui/formula/equations_content.h"
#include "ui/formula/symbol_map.h"
#include "ui/layout/when_seen.h"

#include <QAbstractScrollArea>

#include <map>

namespace unfold {

class EquationsView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit EquationsView(Document *document, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

    /// Where the n-th symbol in reading order is, in pixels of the viewport, and what it is.
    int symbolCount() const { return m_symbols.size(); }
    QRectF symbolBox(int symbol) const;
    const SymbolRef &symbol(int symbol) const { return m_symbols[symbol].ref; }
    /// The symbol at a point of the viewport; −1: none.
    int symbolAt(QPointF viewportPoint) const { return spotAt(viewportPoint); }
    /// The word or sign there: "tanh", "diag"; empty: none.
    QString textAt(QPointF viewportPoint) const;
    int currentSymbol() const { return m_current; } ///< where the keys are

protected:
    bool event(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void buildView();
    void connectDocument();
    EquationsAsked asked() const;
    void updateFormulas();
    void updatePass();
    void updateLayout();
    void layOut(int width);
    QSize contentSize() const;
    void updateScrollBars(QSize page);
    EquationStyles styles() const;

    QPointF origin() const; ///< of the content, in the viewport
    int spotAt(QPointF viewportPoint) const;
    void touch(int spot);
    void moveTo(int spot);
    void paintHalos(QPainter &painter) const;

    Document *m_document;
    EquationsAsked m_asked;
    Pass m_pass = Pass::Forward; ///< that m_layout is coloured for
    EquationsContent m_content;
    EquationsLayout m_layout;
    WhenSeen m_otherRoom{this, [this] { updateLayout(); }}; ///< of another size, or for other text
    std::map<int, EquationsLayout> m_known; ///< by width: on the way to a new size the same comes again
    SymbolMap m_symbols;
    int m_touched = -1; ///< under the mouse or the keys
    int m_current = 0; ///< where the keys are
};

} // namespace unfold
