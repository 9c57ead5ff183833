#include "ui/document/replace_experiment.h"

#include <utility>

namespace unfold {

ReplaceExperiment::ReplaceExperiment(Document &document, Experiment after, std::shared_ptr<const Prepared> prepared,
    const QString &what, const Merge &merge)
    : QUndoCommand(what)
    , m_document(document)
    , m_before(document.experiment())
    , m_after(std::move(after))
    , m_prepared(std::move(prepared))
    , m_merge(merge)
{
}

void ReplaceExperiment::undo()
{
    m_document.replace(m_before, prepare(m_before));
}

void ReplaceExperiment::redo()
{
    const auto prepared = std::exchange(m_prepared, nullptr);
    m_document.replace(m_after, prepared ? prepared : prepare(m_after));
}

bool ReplaceExperiment::mergeWith(const QUndoCommand *other)
{
    const auto *next = static_cast<const ReplaceExperiment *>(other);
    if (next->m_merge.gesture != m_merge.gesture)
        return false;
    m_after = next->m_after;
    setText(next->text());
    setObsolete(m_after == m_before);
    return true;
}

} // namespace unfold
