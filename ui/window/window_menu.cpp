#include "ui/window/window_menu.h"

#include "ui/document/document.h"
#include "ui/window/figure_actions.h"
#include "ui/window/file_actions.h"
#include "ui/window/help_actions.h"
#include "ui/window/lesson_actions.h"
#include "ui/window/menu_entry.h"
#include "ui/window/view_actions.h"

#include <QAction>
#include <QMenu>
#include <QWidget>

namespace unfold {

WindowMenu::WindowMenu(Document *document, QSettings *settings, QWidget *window)
    : QObject(window)
    , m_menu(new QMenu(window))
{
    m_menu->setToolTipsVisible(true);
    m_files = new FileActions(document, settings, m_menu, window);
    m_menu->addSeparator();
    m_figures = new FigureActions(document, settings, m_menu, window);
    m_menu->addSeparator();
    addUndo(document, window);
    m_menu->addSeparator();
    m_view = new ViewActions(document, settings, m_menu, window);
    m_menu->addSeparator();
    m_lessons = new LessonActions(document, m_menu, window);
    connect(m_lessons, &LessonActions::chosen, m_files, &FileActions::openScene);
    m_help = new HelpActions(document, m_menu, window);
    const QAction *quit = addEntry(m_menu, window, {tr("Quit"), QKeySequence::Quit, tr("Closes Unfold.")});
    connect(quit, &QAction::triggered, window, &QWidget::close);
}

void WindowMenu::addUndo(Document *document, QWidget *window)
{
    QUndoStack *stack = document->undoStack();
    QAction *undo = stack->createUndoAction(window, tr("Undo"));
    undo->setShortcut(QKeySequence::Undo);
    QAction *redo = stack->createRedoAction(window, tr("Redo"));
    redo->setShortcuts({QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), QKeySequence(Qt::CTRL | Qt::Key_Y)});
    undo->setToolTip(tr("Takes the last change of the experiment back."));
    redo->setToolTip(tr("Makes the change that was taken back once more."));
    for (QAction *action : {undo, redo}) {
        window->addAction(action);
        m_menu->addAction(action);
    }
}

} // namespace unfold
