#pragma once
// The menu's entries that the circuit editor has a part in: to begin and end editing, and undo and redo, where an
// attempt that was refused is the first thing to be taken back.
#include <QObject>

class QAction;
class QMenu;
class QWidget;

namespace unfold {

class CircuitEditor;
class Document;

class EditorActions : public QObject
{
    Q_OBJECT

public:
    /// Adds its entries to `menu`; their keys work in all of `window`. document, menu and window outlive it.
    EditorActions(Document *document, QMenu *menu, QWidget *window);

    CircuitEditor *editor() const { return m_editor; }
    QAction *editAction() const { return m_edit; } ///< checkable

private:
    void addUndo(Document *document, QMenu *menu, QWidget *window);

    CircuitEditor *m_editor;
    QAction *m_edit;
};

} // namespace unfold
