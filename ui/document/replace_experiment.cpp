#include "ui/document/replace_experiment.h"

#include "ui/document/twin.h"

#include <utility>

namespace unfold {

ReplaceExperiment::ReplaceExperiment(Document &document, Experiment after, std::shared_ptr<const Prepared> prepared,
    std::optional<TwinExperiment> twin, const QString &what, const Merge &merge)
    : QUndoCommand(what)
    , m_document(document)
    , m_before(document.experiment())
    , m_after(std::move(after))
    , m_twinBefore(document.twin()->setup())
    , m_twinAfter(std::move(twin))
    , m_prepared(std::move(prepared))
    , m_merge(merge)
{
}

void ReplaceExperiment::undo()
{
    m_document.replace(m_before, prepare(m_before, m_document.m_prepared.get()), m_twinBefore);
}

void ReplaceExperiment::redo()
{
    const auto prepared = std::exchange(m_prepared, nullptr);
    m_document.replace(m_after, prepared ? prepared : prepare(m_after, m_document.m_prepared.get()), m_twinAfter);
}

bool ReplaceExperiment::mergeWith(const QUndoCommand *other)
{
    const auto *next = static_cast<const ReplaceExperiment *>(other);
    if (next->m_merge.gesture != m_merge.gesture)
        return false;
    m_after = next->m_after;
    m_twinAfter = next->m_twinAfter;
    setText(next->text());
    setObsolete(m_after == m_before && m_twinAfter == m_twinBefore);
    return true;
}

} // namespace unfold
