#include "ui/window/window_menu.h"

#include "ui/document/document.h"
#include "ui/editor/editor_actions.h"
#include "ui/widgets/menu_entry.h"
#include "ui/window/curve_actions.h"
#include "ui/window/figure_actions.h"
#include "ui/window/file_actions.h"
#include "ui/window/help_actions.h"
#include "ui/window/lesson_actions.h"
#include "ui/window/twin_actions.h"
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
    m_editing = new EditorActions(document, m_menu, window);
    m_menu->addSeparator();
    m_twin = new TwinActions(document->twin(), m_menu, window);
    m_menu->addSeparator();
    m_curves = new CurveActions(document, m_menu, window);
    m_menu->addSeparator();
    m_view = new ViewActions(document, settings, m_menu, window);
    m_menu->addSeparator();
    m_lessons = new LessonActions(document, m_menu, window);
    connect(m_lessons, &LessonActions::chosen, m_files, [this](const Experiment &scene) { m_files->openScene(scene); });
    m_help = new HelpActions(document, m_menu, window);
    const QAction *quit = addEntry(m_menu, window, {tr("Quit"), QKeySequence::Quit, tr("Closes Unfold.")});
    connect(quit, &QAction::triggered, window, &QWidget::close);
}

} // namespace unfold
