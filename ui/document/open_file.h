#pragma once
// The file that the document came from or was saved to, and whether it holds everything that the document does.
//
// Without a file the document is a scene. Its changes count as modified as well: they can be saved under a name.
#include "ui/document/experiment_store.h"

#include <QDateTime>
#include <QObject>

namespace unfold {

class Document;

class OpenFile : public QObject
{
    Q_OBJECT

public:
    /// document outlives it.
    explicit OpenFile(Document *document, QObject *parent = nullptr);

    const QString &path() const { return m_path; } ///< absolute; empty: no file
    QString name() const; ///< "lesson.unfold"; without a file the title of the experiment
    bool isModified() const; ///< the undo stack is not at the saved state
    /// Another program has written the file since it was opened or saved here: saving would lose what it wrote.
    bool changedElsewhere() const;

    /// Shows what was loaded from `path`. false: refused by the document, and nothing has changed.
    bool open(const StoredExperiment &stored, const QString &path);
    /// The same, but modified: it was autosaved of `path` (empty: of a scene) or imported; `path` does not hold it.
    bool restore(const StoredExperiment &stored, const QString &path);
    /// Shows a scene. From a scene that is an undoable change, so that nothing done there is lost; from a file it
    /// begins anew, since undo cannot lead from one file into another.
    bool openScene(const Experiment &scene, const std::optional<TwinExperiment> &twin = std::nullopt);
    /// Saves experiment and view. Throws InputError, and then everything is as it was.
    void save(const QString &path);

signals:
    void changed(); ///< path, name or modified
    void opened(); ///< a file or a scene, even if it is the one that was there

private:
    bool show(const StoredExperiment &stored, const QString &path);
    void belongTo(const QString &path);

    /// What tells one writing of a file from the next.
    struct Stamp {
        QDateTime modified;
        qint64 size = -1; ///< bytes; −1: no such file
        bool operator==(const Stamp &) const = default;
    };
    static Stamp stampOf(const QString &path);

    Document *m_document;
    QString m_path;
    Stamp m_stamp; ///< of m_path, when it was last the same as the document
};

} // namespace unfold
