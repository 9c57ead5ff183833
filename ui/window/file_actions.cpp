#include "ui/window/file_actions.h"

#include "core/circuit/input_error.h"
#include "ui/document/document.h"
#include "ui/document/experiment_store.h"
#include "ui/window/menu_entry.h"

#include <QAction>
#include <QFileDialog>

namespace unfold {

FileActions::FileActions(Document *document, QMenu *menu, QWidget *window)
    : QObject(window)
    , m_document(document)
    , m_window(window)
{
    const QAction *open = addEntry(
        menu, window, {tr("Open experiment…"), QKeySequence::Open, tr("Opens an experiment file (*.unfold).")});
    connect(open, &QAction::triggered, this, &FileActions::askForFile);
    const QAction *save = addEntry(menu, window,
        {tr("Save experiment as…"), QKeySequence::Save,
            tr("Saves circuit, data, parameters and gain as one file that anybody can open or read.")});
    connect(save, &QAction::triggered, this, &FileActions::askForSave);
}

void FileActions::askForFile()
{
    const QString path = QFileDialog::getOpenFileName(
        m_window, tr("Open experiment"), {}, tr("Unfold experiments (*.unfold);;All files (*)"));
    if (!path.isEmpty())
        openFile(path);
}

void FileActions::openFile(const QString &path)
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

void FileActions::askForSave()
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

} // namespace unfold
