#pragma once
// What is kept of unsaved work beside the user's own files: one record for each running Unfold, and a lock that says
// that it is still running. A record whose lock nobody holds was left behind by one that did not end by itself.
#include "ui/document/experiment_store.h"

#include <QDateTime>
#include <QLockFile>

#include <memory>
#include <vector>

namespace unfold {

struct AutosaveRecord {
    StoredExperiment stored;
    QString path; ///< the file that the work belongs to; empty: to none yet
};

/// The names of both files, "folder/id.autosave" and "folder/id.lock".
QString autosaveFile(const QString &folder, const QString &id);
QString autosaveLock(const QString &folder, const QString &id);

/// Written aside and renamed. Throws InputError.
void writeAutosave(const AutosaveRecord &record, const QString &file);

/// Throws InputError where the file is not what writeAutosave writes.
AutosaveRecord readAutosave(const QString &file);

/// Work that was left behind. Holds the lock as long as it lives, so that two starts at once do not offer it twice.
struct AbandonedWork {
    AutosaveRecord record;
    QDateTime written;
    QString file;
    std::unique_ptr<QLockFile> lock;

    void discard() const; ///< removes the record
};

struct AbandonedList {
    std::vector<AbandonedWork> works; ///< the newest first
    QStringList faults; ///< one sentence for each record that cannot be read; it is set aside, never offered again
};

/// Also clears away the locks of those that left nothing behind.
AbandonedList abandonedIn(const QString &folder);

} // namespace unfold
