#pragma once
// The things of a diagram as the keys walk through them: every node from the inputs to the loss, each after the arrows
// that enter it.
#include "ui/accessibility/walkable.h"
#include "ui/diagram/folded_layout.h"
#include "ui/document/document.h"

#include <vector>

namespace unfold {

/// What both diagrams have in common. The rows follow the result by themselves, before anybody who is told of it later
/// asks for one.
class DiagramWalk : public Walkable
{
public:
    DiagramWalk(Document *document, QObject *view);

    int rowCount() const override { return static_cast<int>(m_rows.size()); }
    int upward() const override { return 1; }
    bool isArrow(int row) const override { return at(row).kind == Subject::Kind::Edge; }
    int firstRow() const override; ///< the watched node
    QString sentenceAt(WalkPlace place) const override;

protected:
    /// The thing of a row, without a step.
    const Subject &at(int row) const { return m_rows[static_cast<size_t>(row)]; }
    const Document &document() const { return *m_document; }

private:
    void adoptResult();

    Document *m_document;
    Circuit m_circuit; ///< of m_rows
    std::optional<LossPlace> m_loss;
    std::vector<Subject> m_rows;
};

/// The box of an arrow.
QRectF boxOf(const EdgeShape &edge);

} // namespace unfold
