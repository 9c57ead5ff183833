#pragma once
// From a report and a cursor to what the gradient plot shows. Pure.
#include "core/analysis/gradient_report.h"
#include "core/engine/program.h"
#include "ui/document/cursor.h"
#include "ui/plot/log_plot.h"
#include "ui/timeline/gradient/drawn_reference.h"

#include <optional>

namespace unfold {

struct Theme;

struct GradientPicture {
    std::vector<PlotCurve> curves; ///< most important first; keys "norm", "other", "bound", "radius", "jacobian",
                                   ///< "gatedPath", and those of the references; see state_curves.h
    DecadeRange decades; ///< needed for all steps of all but what is held
    std::optional<PlotNote> note; ///< "not computed yet"
};

/// The numbers of a series as a curve has them, step 1 first; not a number where there is none and before step `from`.
std::vector<double> valuesOf(const StepSeries &series, int from = 1);

/// Backward pass: measured norms from the cursor on, guides complete. Forward pass, or without a loss: no curves.
/// `jacobian` is ‖∂h(T)/∂h(t)‖, empty where it is not wanted.
GradientPicture gradientPicture(const Program &program, const GradientReport &report, const StepSeries &jacobian,
    const Cursor &cursor, const Theme &theme, const std::vector<DrawnReference> &references = {});

/// The step that ∂h(T)/∂h(t) is the derivative of: "T", or the last of the node's steps (the first, into the future).
QString jacobianStep(const Program &program, int node);

/// "along s alone, by ∏ f": the way past every matrix, in plain letters. Empty where there is none.
QString gatedPathName(const Circuit &circuit, const GradientReport &report);

/// "‖∂L/∂h(t)‖" of the loss shown or of the other one, in words.
QString lossName(GradientOf of);

} // namespace unfold
