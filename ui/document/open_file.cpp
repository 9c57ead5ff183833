#include "ui/document/open_file.h"

#include "ui/document/document.h"
#include "ui/document/document_view.h"
#include "ui/document/held_curves.h"
#include "ui/document/twin.h"

#include <QFileInfo>

namespace unfold {

OpenFile::OpenFile(Document *document, QObject *parent)
    : QObject(parent)
    , m_document(document)
{
    connect(document->undoStack(), &QUndoStack::cleanChanged, this, &OpenFile::changed);
    connect(document, &Document::experimentChanged, this, &OpenFile::changed);
}

QString OpenFile::name() const
{
    return m_path.isEmpty() ? QString::fromStdString(m_document->experiment().title) : QFileInfo(m_path).fileName();
}

bool OpenFile::isModified() const
{
    return !m_document->undoStack()->isClean();
}

bool OpenFile::changedElsewhere() const
{
    const Stamp now = stampOf(m_path);
    return now.size >= 0 && m_stamp.size >= 0 && !(now == m_stamp); // a file that is gone loses nothing
}

OpenFile::Stamp OpenFile::stampOf(const QString &path)
{
    const QFileInfo file(path);
    return path.isEmpty() || !file.exists() ? Stamp{} : Stamp{file.lastModified(), file.size()};
}

void OpenFile::belongTo(const QString &path)
{
    m_path = path.isEmpty() ? path : QFileInfo(path).absoluteFilePath();
    m_stamp = stampOf(m_path);
}

bool OpenFile::show(const StoredExperiment &stored, const QString &path)
{
    if (!m_document->open(stored.experiment, stored.twin))
        return false;
    applyView(*m_document, stored.view);
    belongTo(path);
    emit opened();
    return true;
}

bool OpenFile::open(const StoredExperiment &stored, const QString &path)
{
    if (!show(stored, path))
        return false;
    m_document->undoStack()->setClean();
    emit changed();
    return true;
}

bool OpenFile::restore(const StoredExperiment &stored, const QString &path)
{
    if (!show(stored, path))
        return false;
    m_document->undoStack()->resetClean();
    emit changed();
    return true;
}

bool OpenFile::openScene(const Experiment &scene, const std::optional<TwinExperiment> &twin)
{
    const QString title = QString::fromStdString(scene.title);
    const bool shown = m_path.isEmpty() ? m_document->exchange(scene, tr("scene “%1”").arg(title), twin)
                                        : m_document->open(scene, twin);
    if (!shown)
        return false;
    dropHeldCurves(*m_document);
    m_document->fitAxis(false);
    belongTo({});
    m_document->undoStack()->setClean();
    emit changed();
    emit opened();
    return true;
}

void OpenFile::save(const QString &path)
{
    saveExperiment(m_document->experiment(), viewOf(*m_document), path, m_document->twin()->setup());
    belongTo(path);
    m_document->undoStack()->setClean();
    emit changed();
}

} // namespace unfold
