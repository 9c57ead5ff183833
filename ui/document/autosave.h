#pragma once
// Keeps a copy of unsaved work beside the user's own files, so that a crash or a power cut loses at most a few seconds.
//
// A change is written two seconds later, together with all that came in between, however long a slider is dragged; the
// writing happens beside, on a worker. What is saved or taken back leaves no record, nor does an end in good order.
#include "ui/document/autosave_record.h"
#include "ui/document/runner.h"

#include <QTimer>

namespace unfold {

class Document;
class OpenFile;

class Autosave : public QObject
{
    Q_OBJECT

public:
    /// folder: made where it is missing. document and file outlive it.
    Autosave(Document *document, OpenFile *file, const QString &folder, QObject *parent = nullptr);
    ~Autosave() override; ///< removes the record

    /// Writes the record now and waits for it. false: it could not be written, and failed() was said.
    bool writeNow();

signals:
    void failed(const QString &sentence); ///< said once, until it works again

private:
    void schedule();
    void removeWhenSaved();
    void write();
    void said(const QString &fault);
    AutosaveRecord record() const;

    Document *m_document;
    OpenFile *m_openFile;
    QString m_file;
    QLockFile m_lock;
    QTimer m_timer;
    std::unique_ptr<Runner> m_runner;
    bool m_failing = false;
};

} // namespace unfold
