#include "ui/window/view_actions.h"

#include "ui/diagram/shared/hand_drawing.h"
#include "ui/document/document.h"
#include "ui/timeline/gradient_view_switcher.h"
#include "ui/widgets/menu_entry.h"
#include "ui/window/notation_choice.h"
#include "ui/window/system_colours.h"
#include "ui/window/text_zoom.h"
#include "ui/window/theme_switch.h"

#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QMenu>

namespace unfold {
namespace {
/// What the desktop gave the application, as long as no theme of ours replaces it.
bool systemIsDark()
{
    return themeOf(QApplication::palette()).kind == ThemeKind::Dark;
}
} // namespace

ViewActions::ViewActions(Document *document, QSettings *settings, QMenu *menu, QWidget *window)
    : QObject(window)
    , m_menu(menu)
    , m_window(window)
    , m_theme(new ThemeSwitch(new SystemColours(systemIsDark(), this), settings, this))
    , m_text(new TextZoom(settings, this))
{
    addProjector(menu, window);
    addUnfolding(menu, window);
    addColumns(menu, window);
    addCells(document, menu, window);
    new NotationChoice(document, settings, menu, window);
    addThemes(menu, window);
    addTextSizes(menu, window);
    m_whole = addEntry(
        menu, window, {tr("Whole sequence"), QKeySequence(Qt::CTRL | Qt::Key_9), tr("Shows every step at once.")});
    connect(m_whole, &QAction::triggered, this,
        [document] { document->setTimeWindow(TimeWindow::all(document->result()->steps())); });
}

void ViewActions::offer(GradientViewSwitcher *views)
{
    views->menu()->addSeparator();
    m_nextView = addEntry(views->menu(), m_window,
        {tr("Next view"), QKeySequence(Qt::Key_V), tr("Shows one of these views after the other.")});
    connect(m_nextView, &QAction::triggered, views, &GradientViewSwitcher::showNext);
    m_menu->insertMenu(m_whole, views->menu());
}

void ViewActions::setColumnsShown(bool shown)
{
    for (QAction *action : {m_settings, m_inspector, m_whole, m_nextView})
        action->setEnabled(shown);
}

void ViewActions::addProjector(QMenu *menu, QWidget *window)
{
    m_projector = addEntry(menu, window,
        {tr("Projector"), QKeySequence(Qt::Key_F5),
            tr("Fills the screen with what the audience needs, in larger type and thicker lines. A presenter remote "
               "works: Next advances the pass, and continues from the forward pass into the backward pass. F5 or "
               "Escape leaves.")});
    // Remotes start a talk with Shift+F5 as well; F11 fills the screen elsewhere.
    m_projector->setShortcuts(
        {QKeySequence(Qt::Key_F5), QKeySequence(Qt::SHIFT | Qt::Key_F5), QKeySequence(Qt::Key_F11)});
    m_projector->setCheckable(true);
}

void ViewActions::addUnfolding(QMenu *menu, QWidget *window)
{
    m_unfold = addEntry(menu, window,
        {tr("Unfold the circuit"), QKeySequence(Qt::Key_U),
            tr("Shows how the circuit becomes the unrolled graph: the loop opens, and copies slide out along the time "
               "axis. Esc closes this.")});
    m_unfold->setIconText(tr("unfold"));
    m_unfold->setCheckable(true);
}

void ViewActions::addColumns(QMenu *menu, QWidget *window)
{
    m_settings = addEntry(
        menu, window, {tr("Circuit and settings"), QKeySequence(Qt::Key_F8), tr("Shows or hides the left column.")});
    m_inspector = addEntry(menu, window,
        {tr("Inspector"), QKeySequence(Qt::Key_F9), tr("Shows or hides the right column, where numbers are opened.")});
    for (QAction *action : {m_settings, m_inspector}) {
        action->setCheckable(true);
        action->setChecked(true);
    }
}

/// There where the circuit has cells.
void ViewActions::addCells(Document *document, QMenu *menu, QWidget *window)
{
    QAction *cells = addEntry(menu, window,
        {tr("Gates of the cell"), QKeySequence(Qt::CTRL | Qt::Key_G),
            tr("Draws a gated cell, such as an LSTM, with its gates or as one block, in both drawings.")});
    cells->setCheckable(true);
    const auto refresh = [document, cells] {
        cells->setEnabled(canClose(document->result()->circuit()));
        cells->setChecked(document->cellsOpened());
    };
    connect(document, &Document::resultChanged, cells, refresh);
    connect(document, &Document::cellsOpenedChanged, cells, refresh);
    connect(cells, &QAction::triggered, document, &Document::openCells);
    refresh();
}

void ViewActions::addThemes(QMenu *menu, QWidget *window)
{
    QMenu *themes = menu->addMenu(tr("Theme"));
    themes->setToolTipsVisible(true);
    auto *group = new QActionGroup(this);
    const auto add = [&](ThemeChoice choice, const QString &text, const QString &toolTip) {
        QAction *action = addEntry(themes, window, {text, {}, toolTip});
        action->setCheckable(true);
        group->addAction(action);
        const auto show = [this, action, choice] { action->setChecked(m_theme->choice() == choice); };
        show();
        connect(m_theme, &ThemeSwitch::choiceChanged, action, show);
        connect(action, &QAction::triggered, this, [this, choice] { m_theme->choose(choice); });
    };
    add(ThemeChoice::System, tr("As the system"), tr("Light or dark as the desktop, and follows it."));
    add(ThemeChoice::Light, tr("Light"), tr("Dark on light, for a bright room."));
    add(ThemeChoice::Dark, tr("Dark"), tr("Light on dark, for a dim room."));
    themes->addSeparator();
    const QAction *other = addEntry(themes, window,
        {tr("Switch theme"), QKeySequence(Qt::CTRL | Qt::Key_D), tr("From light to dark, from dark to light.")});
    connect(other, &QAction::triggered, m_theme, &ThemeSwitch::toggle);
}

void ViewActions::addTextSizes(QMenu *menu, QWidget *window)
{
    const auto add = [&](int steps, const MenuEntry &entry) {
        QAction *action = addEntry(menu, window, entry);
        connect(action, &QAction::triggered, this, [this, steps] { m_text->zoom(steps); });
        return action;
    };
    QAction *larger = add(
        1, {tr("Larger text"), QKeySequence(Qt::CTRL | Qt::Key_Plus), tr("Makes all text larger, for the back row.")});
    // On many keyboards the plus sign needs Shift; its key alone is meant too.
    larger->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_Plus), QKeySequence(Qt::CTRL | Qt::Key_Equal)});
    add(-1, {tr("Smaller text"), QKeySequence(Qt::CTRL | Qt::Key_Minus), tr("Makes all text smaller.")});
    add(0, {tr("Normal text size"), QKeySequence(Qt::CTRL | Qt::Key_0), tr("The size that Unfold starts with.")});
}

} // namespace unfold
