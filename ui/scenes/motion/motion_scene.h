#pragma once
// Both drawings of a circuit on one canvas, ready to become one another: the folded one at the left, the unrolled one
// over the whole width.
#include "ui/scenes/motion/shown_steps.h"
#include "ui/scenes/motion/unfold_motion.h"

namespace unfold {

struct MotionAsk {
    Circuit circuit;
    std::optional<LossPlace> loss;
    int steps = 1; ///< of the experiment
    QSizeF size; ///< px
    DiagramFonts fonts;
    bool opened = false; ///< whether cells show their gates
    bool operator==(const MotionAsk &other) const
    {
        return circuit == other.circuit && loss == other.loss && steps == other.steps && size == other.size
            && fonts.unit == other.fonts.unit && opened == other.opened;
    }
};

struct MotionScene {
    ShownSequence shown;
    bool opened = false; ///< as asked for, where there is room
    UnfoldMotion motion;
};

constexpr int mostShownSteps = 6;

/// As many steps as fit, at most six.
MotionScene sceneOf(const MotionAsk &ask);

} // namespace unfold
