#pragma once
// From a report and a cursor to what the gradient plot shows. Pure.
#include "core/analysis/gradient_report.h"
#include "core/engine/program.h"
#include "ui/document/cursor.h"
#include "ui/document/reference_curve.h"
#include "ui/plot/log_plot.h"

#include <optional>

namespace unfold {

struct Theme;

struct GradientPicture {
    std::vector<PlotCurve> curves; ///< most important first; keys "norm", "other", "bound", "radius", "jacobian",
                                   ///< "gatedPath", "reference"; see state_curves.h
    DecadeRange decades; ///< needed for all steps, so that the axis keeps still while the cursor moves
    std::optional<PlotNote> note; ///< "not computed yet"
};

/// The numbers of a series as a curve has them, step 1 first; not a number where there is none and before step `from`.
std::vector<double> valuesOf(const StepSeries &series, int from = 1);

/// Backward pass: measured norms from the cursor on, guides complete. Forward pass, or without a loss: no curves.
/// `jacobian` is ‖∂h(T)/∂h(t)‖, empty where it is not wanted. `reference` is another run's norm, left out where that
/// run has another number of steps.
GradientPicture gradientPicture(const Program &program, const GradientReport &report, const StepSeries &jacobian,
    const Cursor &cursor, const Theme &theme, const std::optional<ReferenceCurve> &reference = std::nullopt);

/// The step that ∂h(T)/∂h(t) is the derivative of: "T", or the last of the node's steps (the first, into the future).
QString jacobianStep(const Program &program, int node);

/// "along s alone, by ∏ f": the way past every matrix, in plain letters. Empty where there is none.
QString gatedPathName(const Circuit &circuit, const GradientReport &report);

/// "‖∂L/∂h(t)‖" of the loss shown or of the other one, in words.
QString lossName(GradientOf of);

} // namespace unfold
