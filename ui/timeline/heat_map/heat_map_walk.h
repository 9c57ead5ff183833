#pragma once
// The heat map for the keys and for assistive technology: a place per cell, as coarse as the cells are drawn. The rows
// of all tracks are counted through, from the top.
#include "ui/accessibility/walkable.h"
#include "ui/timeline/heat_map/heat_map_view.h"

namespace unfold {

class HeatMapWalk final : public Walkable
{
public:
    HeatMapWalk(Document *document, const HeatMapView *view);

    int rowCount() const override;
    int upward() const override { return -1; } ///< unit 1 is on top
    StepRange stepsInSight() const override;
    int nameOfStep(int step) const override;
    bool exists(WalkPlace place) const override;
    /// One unit, or all of them where a row is the mean of several, at the cursor's own step.
    ElementRef elementAt(WalkPlace place) const override;
    QString sentenceAt(WalkPlace place) const override;
    QRectF rectAt(WalkPlace place) const override;

private:
    /// A state's cells, and the row among its own.
    struct Cells {
        HeatMapBand band;
        int row = 0;
    };
    std::optional<Cells> cellsAt(WalkPlace place) const;
    int stepOf(WalkPlace place) const;
    QString placeName(const Cells &cells, WalkPlace place) const;
    QString numbersAt(const Cells &cells, WalkPlace place) const;

    Document *m_document;
    const HeatMapView *m_view;
};

} // namespace unfold
