#pragma once
// The folded circuit to take hold of: drag a node to move it, drag from its rim to another node to connect them, click
// or walk with the keys to select, Delete to remove. A loop that is refused is drawn in red.
#include "ui/diagram/shared/diagram_labels.h"
#include "ui/editor/circuit_editor.h"
#include "ui/editor/hand_picture.h"

#include <QWidget>

#include <optional>

namespace unfold {

class EditorCanvas : public QWidget
{
    Q_OBJECT

public:
    /// editor: outlives the canvas.
    explicit EditorCanvas(CircuitEditor *editor, QWidget *parent = nullptr);

    /// The shapes as drawn.
    const FoldedLayout &layoutShapes() const;
    /// Whether a target for a new arrow is being chosen.
    bool isConnecting() const { return m_hand.does == Hand::Does::Connecting; }
    /// Chooses a target for an arrow from the selected node.
    void startConnecting();
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void fieldsWanted(); ///< Enter: to the fields of what is selected

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void showEditor();
    void rebuild();
    void showSelection();
    bool handleKey(int key, Qt::KeyboardModifiers modifiers, bool act);
    void letGo();
    void walk(int by);
    void moveTo(int node, Place place, int mergeId);
    void moveSelected(double lanes, double columns);
    void connectTo(int node);
    ElementRef selected() const;

    CircuitEditor *m_editor;
    DiagramLabels m_labels;
    FoldedInput m_drawn;
    mutable std::optional<FoldedLayout> m_layout; ///< made when somebody looks
    Hand m_hand;
};

} // namespace unfold
