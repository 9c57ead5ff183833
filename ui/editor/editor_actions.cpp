#include "ui/editor/editor_actions.h"

#include "ui/document/document.h"
#include "ui/editor/circuit_editor.h"
#include "ui/widgets/menu_entry.h"

#include <QAction>
#include <QMenu>

namespace unfold {

EditorActions::EditorActions(Document *document, QMenu *menu, QWidget *window)
    : QObject(window)
    , m_editor(new CircuitEditor(document, this))
{
    addUndo(document, menu, window);
    m_edit = addEntry(menu, window,
        {tr("Edit circuit"), QKeySequence(Qt::Key_F4),
            tr("Add and remove nodes and arrows, set delays, gates and steps, rename and move. Everything else follows "
               "at once.")});
    m_edit->setCheckable(true);
    connect(m_edit, &QAction::toggled, m_editor, &CircuitEditor::setActive);
    connect(m_editor, &CircuitEditor::activeChanged, m_edit, &QAction::setChecked);
}

void EditorActions::addUndo(Document *document, QMenu *menu, QWidget *window)
{
    QUndoStack *stack = document->undoStack();
    QAction *undo
        = addEntry(menu, window, {tr("Undo"), QKeySequence::Undo, tr("Undoes the last change of the experiment.")});
    QAction *redo = stack->createRedoAction(window, tr("Redo"));
    redo->setShortcuts({QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), QKeySequence(Qt::CTRL | Qt::Key_Y)});
    redo->setToolTip(tr("Repeats the change that was undone."));
    window->addAction(redo);
    menu->addAction(redo);
    const auto refresh = [this, stack, undo] {
        const QString what = m_editor->hasAttempt() ? m_editor->attemptName() : stack->undoText();
        undo->setText(what.isEmpty() ? tr("Undo") : tr("Undo %1").arg(what));
        undo->setEnabled(m_editor->hasAttempt() || stack->canUndo());
    };
    connect(undo, &QAction::triggered, this,
        [this, stack] { m_editor->hasAttempt() ? m_editor->dropAttempt() : stack->undo(); });
    connect(stack, &QUndoStack::indexChanged, undo, refresh);
    connect(stack, &QUndoStack::undoTextChanged, undo, refresh);
    connect(m_editor, &CircuitEditor::changed, undo, refresh);
    refresh();
}

} // namespace unfold
