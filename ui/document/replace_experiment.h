#pragma once
// The one undo command: a whole experiment and its twin, before and after. Experiments are small values; what they make
// is not kept.
#include "ui/document/document.h"

#include <QUndoCommand>

namespace unfold {

class ReplaceExperiment : public QUndoCommand
{
public:
    /// Merges with the next one of the same id and gesture; id < 0: with nothing.
    struct Merge {
        int id = -1;
        int gesture = 0;
    };

    /// prepared: of `after`, for the first redo. twin: after.
    ReplaceExperiment(Document &document, Experiment after, std::shared_ptr<const Prepared> prepared,
        std::optional<TwinExperiment> twin, const QString &what, const Merge &merge);

    void undo() override;
    void redo() override;
    int id() const override { return m_merge.id; }
    /// A change that was taken back by hand, such as a slider put where it was, is no undo step at all.
    bool mergeWith(const QUndoCommand *other) override;

private:
    Document &m_document;
    Experiment m_before;
    Experiment m_after;
    std::optional<TwinExperiment> m_twinBefore;
    std::optional<TwinExperiment> m_twinAfter;
    std::shared_ptr<const Prepared> m_prepared; ///< let go after the first redo
    Merge m_merge;
};

} // namespace unfold
