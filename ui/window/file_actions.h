#pragma once
// The menu's file entries: open, recent files, save; and the question before unsaved changes would be lost.
#include "ui/document/open_file.h"
#include "ui/document/recent_files.h"

#include <QObject>

class QMenu;
class QSettings;
class QWidget;

namespace unfold {

class InputError;

class FileActions : public QObject
{
    Q_OBJECT

public:
    /// Adds its entries to `menu`. document, settings (the recent files) and window outlive it.
    FileActions(Document *document, QSettings *settings, QMenu *menu, QWidget *window);

    OpenFile *file() { return &m_file; }

    /// Opens the file, or imports it where it is a network trained elsewhere, or says why not. Unsaved changes are
    /// asked about first.
    void openFile(const QString &path);
    /// Shows a scene. A file with unsaved changes is asked about first.
    void openScene(const Experiment &scene, const std::optional<TwinExperiment> &twin = std::nullopt);
    /// false: there is unsaved work and the user, asked whether to save it, chose to stay, or saving failed.
    bool mayLeave();

signals:
    void failed(const QString &sentence);
    void noted(const QString &sentence); ///< what was imported, and what was not
    void succeeded();

private:
    void addEntries(QMenu *menu);
    void askForFile();
    void askForNetwork();
    void importFile(const QString &path);
    void sayRefused(const QString &path, const InputError &error);
    bool save(); ///< false: not saved; where it failed, why was said
    bool askForSave();
    bool saveTo(const QString &path);
    void show(const StoredExperiment &stored, const QString &path);
    QString startFolder() const;

    OpenFile m_file;
    RecentFiles m_recent;
    QWidget *m_window;
};

} // namespace unfold
