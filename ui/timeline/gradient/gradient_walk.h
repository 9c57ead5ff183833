#pragma once
// The gradient plot for the keys and for assistive technology: a place per point of every curve, the curves one after
// another, first the gradient itself.
#include "ui/accessibility/walkable.h"
#include "ui/timeline/gradient/gradient_view.h"

namespace unfold {

class GradientWalk final : public Walkable
{
public:
    GradientWalk(Document *document, const GradientView *view);

    int rowCount() const override;
    int upward() const override { return -1; }
    StepRange stepsInSight() const override;
    bool exists(WalkPlace place) const override;
    ElementRef elementAt(WalkPlace place) const override;
    QString sentenceAt(WalkPlace place) const override;
    /// The point; where none is drawn yet the column of its step.
    QRectF rectAt(WalkPlace place) const override;

private:
    std::optional<double> valueAt(WalkPlace place) const;
    int nodeAt(WalkPlace place) const;
    QString curveName(WalkPlace place) const;
    QString gradientAt(int step) const;

    Document *m_document;
    const GradientView *m_view;
};

} // namespace unfold
