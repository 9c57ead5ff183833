#pragma once
// The one undo command: a whole experiment before and after. Experiments are small values; what they make is not kept.
#include "ui/document/document.h"

#include <QUndoCommand>

namespace unfold {

class ReplaceExperiment : public QUndoCommand
{
public:
    /// prepared: of `after`, for the first redo. mergeId < 0: merges with nothing.
    ReplaceExperiment(Document &document, Experiment after, std::shared_ptr<const Prepared> prepared,
        const QString &what, int mergeId);

    void undo() override;
    void redo() override;
    int id() const override { return m_mergeId; }
    bool mergeWith(const QUndoCommand *other) override;

private:
    Document &m_document;
    Experiment m_before;
    Experiment m_after;
    std::shared_ptr<const Prepared> m_prepared; ///< let go after the first redo
    int m_mergeId;
};

} // namespace unfold
