#pragma once
// The circuit card: the folded circuit with its name above it, and in its place the canvas while it is edited.
#include <QWidget>

class QAction;

namespace unfold {

class CircuitEditor;
class Document;
class EditorCanvas;

class CircuitPane : public QWidget
{
    Q_OBJECT

public:
    /// view, the folded circuit, and unfolding, a button for its title: owned from now on. toggle: the checkable action
    /// that begins and ends editing. editor and toggle outlive the pane.
    CircuitPane(QWidget *view, CircuitEditor *editor, QAction *toggle, QWidget *unfolding, QWidget *parent = nullptr);

    EditorCanvas *canvas() const { return m_canvas; }

private:
    EditorCanvas *m_canvas;
};

} // namespace unfold
