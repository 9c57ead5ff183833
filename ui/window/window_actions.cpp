#include "ui/window/window_actions.h"

#include "core/circuit/input_error.h"
#include "ui/document/document.h"
#include "ui/document/experiment_store.h"
#include "ui/theme.h"
#include "ui/window/text_zoom.h"

#include <QApplication>
#include <QFileDialog>
#include <QMenu>
#include <QMessageBox>

namespace unfold {

WindowActions::WindowActions(Document *document, QWidget *window)
    : QObject(window)
    , m_document(document)
    , m_window(window)
    , m_menu(new QMenu(window))
{
    m_menu->setToolTipsVisible(true);
    buildFile();
    buildEdit();
    buildView();
    buildHelp();
}

QAction *WindowActions::add(const QString &text, const QKeySequence &key, const QString &toolTip)
{
    auto *action = new QAction(text, m_window);
    action->setShortcut(key);
    action->setToolTip(toolTip);
    m_window->addAction(action);
    m_menu->addAction(action);
    return action;
}

void WindowActions::buildFile()
{
    connect(add(tr("Open experiment…"), QKeySequence::Open, tr("Opens an experiment file (*.unfold).")),
        &QAction::triggered, this, &WindowActions::askForFile);
    connect(add(tr("Save experiment as…"), QKeySequence::Save,
                tr("Saves circuit, data, parameters and gain as one file that anybody can open or read.")),
        &QAction::triggered, this, &WindowActions::askForSave);
    m_menu->addSeparator();
}

void WindowActions::buildEdit()
{
    QUndoStack *stack = m_document->undoStack();
    QAction *undo = stack->createUndoAction(m_window, tr("Undo"));
    undo->setShortcut(QKeySequence::Undo);
    QAction *redo = stack->createRedoAction(m_window, tr("Redo"));
    redo->setShortcut(QKeySequence::Redo);
    for (QAction *action : {undo, redo}) {
        m_window->addAction(action);
        m_menu->addAction(action);
    }
    m_menu->addSeparator();
}

void WindowActions::buildView()
{
    m_settings = add(tr("Circuit and settings"), QKeySequence(Qt::Key_F8), tr("Shows or hides the left column."));
    m_inspector = add(
        tr("Inspector"), QKeySequence(Qt::Key_F9), tr("Shows or hides the right column, where numbers are opened."));
    for (QAction *action : {m_settings, m_inspector}) {
        action->setCheckable(true);
        action->setChecked(true);
    }
    QAction *darkTheme
        = add(tr("Dark theme"), QKeySequence(Qt::CTRL | Qt::Key_D), tr("Light on dark, for a dim room."));
    darkTheme->setCheckable(true);
    darkTheme->setChecked(themeOf(m_window).dark);
    connect(darkTheme, &QAction::toggled, this, [](bool dark) { applyTheme(*qApp, dark); });
    connect(
        add(tr("Larger text"), QKeySequence(Qt::CTRL | Qt::Key_Plus), tr("Makes all text larger, for the back row.")),
        &QAction::triggered, this, [] { zoomText(1); });
    connect(add(tr("Smaller text"), QKeySequence(Qt::CTRL | Qt::Key_Minus), tr("Makes all text smaller.")),
        &QAction::triggered, this, [] { zoomText(-1); });
    connect(
        add(tr("Text at its normal size"), QKeySequence(Qt::CTRL | Qt::Key_0), tr("The size that Unfold starts with.")),
        &QAction::triggered, this, [] { zoomText(0); });
    connect(add(tr("Whole sequence"), QKeySequence(Qt::CTRL | Qt::Key_9), tr("Shows every step at once.")),
        &QAction::triggered, this,
        [this] { m_document->setTimeWindow(TimeWindow::all(m_document->result()->steps())); });
    m_menu->addSeparator();
}

void WindowActions::buildHelp()
{
    connect(add(tr("About Unfold"), {}, tr("Version and licence.")), &QAction::triggered, this, &WindowActions::about);
    connect(add(tr("Quit"), QKeySequence::Quit, tr("Closes Unfold.")), &QAction::triggered, m_window, &QWidget::close);
}

void WindowActions::askForFile()
{
    const QString path = QFileDialog::getOpenFileName(
        m_window, tr("Open experiment"), {}, tr("Unfold experiments (*.unfold);;All files (*)"));
    if (!path.isEmpty())
        openFile(path);
}

void WindowActions::openFile(const QString &path)
{
    try {
        const StoredExperiment stored = loadExperiment(path);
        if (!m_document->open(stored.experiment))
            return;
        if (stored.warnings.isEmpty())
            emit succeeded();
        else
            emit failed(tr("Opened, but: %1").arg(stored.warnings.join(QStringLiteral(" · "))));
    } catch (const InputError &error) {
        emit failed(QString::fromUtf8(error.what()));
    }
}

void WindowActions::askForSave()
{
    QString path = QFileDialog::getSaveFileName(
        m_window, tr("Save experiment"), QStringLiteral("experiment.unfold"), tr("Unfold experiments (*.unfold)"));
    if (path.isEmpty())
        return;
    try {
        saveExperiment(m_document->experiment(), path);
        emit succeeded();
    } catch (const InputError &error) {
        emit failed(QString::fromUtf8(error.what()));
    }
}

void WindowActions::about()
{
    QMessageBox::about(m_window, tr("About Unfold"),
        tr("<b>Unfold %1</b><p>Shows how a recurrent network works, and why its gradients vanish or explode."
           "<p>Free software under the GNU General Public License, version 3 or later.")
            .arg(QApplication::applicationVersion()));
}

} // namespace unfold
