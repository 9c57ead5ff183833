#pragma once
// The whole unrolled graph on any device, as far as it is computed: in the forward pass up to the cursor, in the
// backward pass with the gradient that flows through every arrow it has reached.
#include "ui/diagram/diagram_labels.h"
#include "ui/diagram/unrolled_layout.h"
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
    const Subject &hover;
    /// ‖gradient‖ through every edge of the layout; nullopt where there is none. Empty in the forward pass.
    const std::vector<std::optional<double>> &norms;
    const std::vector<std::string> &stepLabels; ///< of the data; may be empty
    int lastLossStep = 0; ///< where the gradient starts; 0: no loss
};

void paintUnrolled(QPainter &painter, const Theme &theme, DiagramLabels &labels, const UnrolledScene &scene);

/// Whether the gradient has reached an arrow: the cursor has passed both its ends.
bool gradientReached(const Cursor &cursor, int steps, const EdgeShape &edge);
/// Whether the value at an arrow's end is there.
bool valueReached(const Cursor &cursor, int steps, const EdgeShape &edge);
/// px of an arrow by the norm that flows through it: a decade is one px, 1 is 4 px; from 0.8 to 9.
double widthOfNorm(double norm);
/// "0.13", "3.1e−12", "0", "∞": as short as can be.
QString shortNorm(double norm);

} // namespace unfold
