#pragma once
// The whole unrolled graph on any device, as far as it is computed: in the forward pass up to the cursor, in the
// backward pass with the gradient that flows through every arrow it has reached.
#include "ui/diagram/shared/diagram_labels.h"
#include "ui/diagram/unrolled/unrolled_layout.h"
#include "ui/document/cursor.h"

#include <optional>

class QPainter;

namespace unfold {

struct UnrolledScene {
    const Circuit &circuit;
    int steps = 1;
    const UnrolledLayout &layout;
    const UnrolledPlan &plan;
    TimeAxis axis;
    QSizeF size;
    const Cursor &cursor;
    const ElementRef &hover;
    /// ‖gradient‖ through every edge of the layout; nullopt where there is none. Empty in the forward pass.
    const std::vector<std::optional<double>> &norms;
    const std::vector<std::string> &stepLabels; ///< of the data; may be empty
    int lastLossStep = 0; ///< where the gradient starts; 0: no loss
};

void paintUnrolled(QPainter &painter, const Theme &theme, DiagramLabels &labels, const UnrolledScene &scene);

} // namespace unfold
