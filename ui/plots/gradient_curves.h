#pragma once
// From a reading and a cursor to what the gradient plot shows. Pure.
#include "core/analysis/reading.h"
#include "ui/document/cursor.h"
#include "ui/plots/log_plot.h"

#include <optional>

namespace unfold {

struct Theme;

struct GradientPicture {
    std::vector<PlotCurve> curves; ///< most important first; keys "norm", "other", "bound", "radius", "jacobian"
    DecadeRange decades; ///< needed for all steps, so that the axis keeps still while the cursor moves
    std::optional<PlotNote> note; ///< "not computed yet"
};

/// Backward pass: measured norms from the cursor on, guides complete. Forward pass, or without a loss: no curves.
/// `jacobian` is ‖∂h(T)/∂h(t)‖, empty where it is not wanted.
GradientPicture gradientPicture(const Circuit &circuit, const Reading &reading, const StepSeries &jacobian,
    const Cursor &cursor, const Theme &theme);

/// "‖∂L/∂h(t)‖" of the loss shown or of the other one, in words.
QString lossName(GradientOf of);

} // namespace unfold
