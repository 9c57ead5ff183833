#pragma once
// The unrolled graph for the keys and for assistive technology: a copy of every node and arrow per step in sight.
#include "ui/diagram/shared/diagram_walk.h"
#include "ui/diagram/unrolled/unrolled_view.h"

namespace unfold {

class UnrolledWalk final : public DiagramWalk
{
public:
    UnrolledWalk(Document *document, UnrolledView *view);

    StepRange stepsInSight() const override;
    bool exists(WalkPlace place) const override;
    ElementRef elementAt(WalkPlace place) const override;
    QRectF rectAt(WalkPlace place) const override;

private:
    const UnrolledView *m_view;
};

} // namespace unfold
