#pragma once
// The things of a diagram as the keys walk through them: every node from the inputs to the loss, each after the arrows
// that enter it.
#include "ui/accessibility/walkable.h"
#include "ui/diagram/shared/shapes.h"
#include "ui/document/document.h"

#include <memory>
#include <vector>

namespace unfold {

/// What both diagrams have in common. The rows are always those of the present result: the focus may come here while
/// others are being told of it, and before the view has been.
class DiagramWalk : public Walkable
{
public:
    explicit DiagramWalk(Document *document);

    int rowCount() const override { return static_cast<int>(rows().size()); }
    int upward() const override { return 1; }
    bool isArrow(int row) const override { return at(row).kind == ElementRef::Kind::Edge; }
    int firstRow() const override; ///< the plotted node
    QString sentenceAt(WalkPlace place) const override;

protected:
    /// The thing of a row, without a step.
    const ElementRef &at(int row) const { return rows()[static_cast<size_t>(row)]; }
    const Document &document() const { return *m_document; }

private:
    const std::vector<ElementRef> &rows() const;

    Document *m_document;
    mutable std::weak_ptr<const Result> m_of; ///< whose circuit m_rows has
    mutable Circuit m_circuit;
    mutable std::optional<LossPlace> m_loss;
    mutable std::vector<ElementRef> m_rows;
};

/// The box of an arrow.
QRectF boxOf(const EdgeShape &edge);

} // namespace unfold
