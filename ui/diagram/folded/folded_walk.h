#pragma once
// The folded circuit for the keys and for assistive technology: its nodes and arrows, at no step.
#include "ui/diagram/folded/folded_view.h"
#include "ui/diagram/shared/diagram_walk.h"

namespace unfold {

class FoldedWalk final : public DiagramWalk
{
public:
    FoldedWalk(Document *document, FoldedView *view);

    StepRange stepsInSight() const override { return {0, 0}; }
    bool exists(WalkPlace) const override { return true; }
    /// An arrow with a parameter stands for every copy of it.
    ElementRef elementAt(WalkPlace place) const override;
    /// A node is opened at the cursor's step.
    ElementRef openedAt(WalkPlace place) const override;
    QRectF rectAt(WalkPlace place) const override;

private:
    const FoldedView *m_view;
};

} // namespace unfold
