#include "ui/window/file_actions.h"

#include "core/circuit/input_error.h"
#include "ui/document/document.h"
#include "ui/document/network_file.h"
#include "ui/widgets/menu_entry.h"
#include "ui/window/file_name.h"
#include "ui/window/recent_menu.h"
#include "ui/window/unsaved_question.h"

#include <QAction>
#include <QDir>
#include <QFileDialog>
#include <QStandardPaths>

namespace unfold {

FileActions::FileActions(Document *document, QSettings *settings, QMenu *menu, QWidget *window)
    : QObject(window)
    , m_file(document)
    , m_recent(settings)
    , m_window(window)
{
    addEntries(menu);
}

void FileActions::addEntries(QMenu *menu)
{
    const auto add = [&](const MenuEntry &entry, const auto &act) {
        connect(addEntry(menu, m_window, entry), &QAction::triggered, this, act);
    };
    add({tr("Open…"), QKeySequence::Open,
            tr("Opens an experiment file (*.unfold). Dropping one on the window does the same.")},
        [this] { askForFile(); });
    auto *recent = new RecentMenu(&m_recent, menu);
    connect(recent, &RecentMenu::chosen, this, &FileActions::openFile);
    menu->addMenu(recent);
    add({tr("Import a network…"), QKeySequence(Qt::CTRL | Qt::Key_I),
            tr("Takes the weights of an RNN, LSTM or GRU that PyTorch trained (*.npz, *.safetensors). Dropping the "
               "file on "
               "the window does the same.")},
        [this] { askForNetwork(); });
    add({tr("Save"), QKeySequence::Save,
            tr("Saves circuit, data, parameters, gain and view to the present file; asks for a name where there is "
               "none.")},
        [this] { save(); });
    add({tr("Save as…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S),
            tr("Saves to another file, that anybody can open or read.")},
        [this] { askForSave(); });
}

// -- opening
// ------------------------------------------------------------------------------------------------------------

QString FileActions::startFolder() const
{
    if (!m_file.path().isEmpty())
        return QFileInfo(m_file.path()).absolutePath();
    for (const QString &path : m_recent.paths())
        if (const QFileInfo folder(QFileInfo(path).absolutePath()); folder.isDir())
            return folder.filePath();
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    return QFileInfo(documents).isDir() ? documents : QDir::homePath();
}

void FileActions::askForFile()
{
    const QString path = QFileDialog::getOpenFileName(
        m_window, tr("Open experiment"), startFolder(), tr("Unfold experiments (*.unfold);;All files (*)"));
    if (!path.isEmpty())
        openFile(path);
}

void FileActions::askForNetwork()
{
    const QString path = QFileDialog::getOpenFileName(
        m_window, tr("Import a network"), startFolder(), tr("Trained networks (*.npz *.safetensors);;All files (*)"));
    if (!path.isEmpty())
        importFile(path);
}

void FileActions::importFile(const QString &path)
{
    try {
        const ImportedNetwork network = loadNetwork(path);
        // It has no file of its own yet: unsaved, under the name of what it came from.
        if (!mayLeave() || !m_file.restore({network.experiment, {}, {}}, {}))
            return;
        m_recent.add(path);
        emit noted(tr("Imported %1").arg(QString::fromStdString(network.report.sentence())));
    } catch (const InputError &error) {
        sayRefused(path, error);
    }
}

void FileActions::openFile(const QString &path)
{
    if (isNetworkFile(path))
        return importFile(path);
    try {
        StoredExperiment stored = loadExperiment(path); // a broken file is said before anything is asked
        const bool changed = m_file.isModified();
        if (!mayLeave())
            return;
        if (changed)
            stored = loadExperiment(path); // the answer may have saved this very file
        show(stored, path);
    } catch (const InputError &error) {
        sayRefused(path, error);
    }
}

void FileActions::sayRefused(const QString &path, const InputError &error)
{
    const bool forgotten = !QFileInfo::exists(path) && m_recent.paths().contains(QFileInfo(path).absoluteFilePath());
    m_recent.remove(QFileInfo::exists(path) ? QString() : path);
    emit failed(QString::fromUtf8(error.what())
        + (forgotten ? tr(". It is no longer in the list of recent files.") : QString()));
}

void FileActions::show(const StoredExperiment &stored, const QString &path)
{
    if (!m_file.open(stored, path))
        return;
    m_recent.add(path);
    if (stored.warnings.isEmpty())
        emit succeeded();
    else
        emit failed(tr("Opened, but: %1. What is ignored is left out when the file is saved.")
                        .arg(stored.warnings.join(QStringLiteral(" · "))));
}

void FileActions::openScene(const Experiment &scene, const std::optional<TwinExperiment> &twin)
{
    // From a scene, undo leads back; from a file nothing does.
    if (m_file.path().isEmpty() || mayLeave())
        m_file.openScene(scene, twin);
}

// -- saving
// -------------------------------------------------------------------------------------------------------------

bool FileActions::mayLeave()
{
    if (!m_file.isModified())
        return true;
    switch (askAboutUnsaved(m_file.name(), m_window)) {
    case Unsaved::Save: return save();
    case Unsaved::Discard: return true;
    case Unsaved::Stay: break;
    }
    return false;
}

bool FileActions::save()
{
    if (m_file.path().isEmpty())
        return askForSave();
    if (!m_file.changedElsewhere())
        return saveTo(m_file.path());
    switch (askAboutChangedFile(m_file.name(), m_window)) {
    case ChangedFile::Overwrite: return saveTo(m_file.path());
    case ChangedFile::SaveElsewhere: return askForSave();
    case ChangedFile::Stay: break;
    }
    return false;
}

bool FileActions::askForSave()
{
    QFileDialog dialog(m_window, tr("Save experiment"), startFolder(), tr("Unfold experiments (*.unfold)"));
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setDefaultSuffix(QStringLiteral("unfold"));
    dialog.selectFile(m_file.path().isEmpty()
            ? fileNameFor(m_file.name(), QStringLiteral("experiment"), QStringLiteral("unfold"))
            : m_file.name());
    return dialog.exec() == QDialog::Accepted && saveTo(dialog.selectedFiles().value(0));
}

bool FileActions::saveTo(const QString &path)
{
    try {
        m_file.save(path);
    } catch (const InputError &error) {
        emit failed(tr("%1. Nothing is lost: it is still open here, and Save as takes another place.")
                        .arg(QString::fromUtf8(error.what())));
        return false;
    }
    m_recent.add(path);
    emit succeeded();
    return true;
}

} // namespace unfold
