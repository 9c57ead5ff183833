#pragma once
// Experiment → Trace: the one transition from what is asked to every number on the screen. Pure; runs on any thread.
#include "core/engine/engine.h"
#include "core/experiment/experiment.h"
#include "core/linalg/spectrum.h"

namespace unfold {

/// Everything of an experiment that does not depend on the gain, so that a dragged slider pays only for the two passes.
struct Prepared {
    std::shared_ptr<const Program> program;
    Inputs inputs;
    std::vector<Matrix> baseParameters; ///< at gain 1, in the program's order
    std::vector<Spectrum> baseSpectra; ///< of the matrices among them; zeros for biases
    std::vector<std::optional<Initialisation>> madeBy; ///< of each of them; nullopt where the experiment gives it
    std::optional<Loss> loss;
};

/// Which loss the gradients are those of.
enum class GradientOf { AllSteps, LastStep };

/// The steps whose losses those gradients are summed over: all at which the loss is taken, or the last of them.
StepRange countedSteps(const Loss &loss, GradientOf of, int steps);

/// Checks the whole experiment. Throws InputError with the place in the file; never runs out of memory: a run that
/// would need more than 2 GB is refused with its size. What the matrices of `before` have cost, they do not cost again
/// where they are the same; the result is.
std::shared_ptr<const Prepared> prepare(const Experiment &experiment, const Prepared *before = nullptr);

/// The same with the circuit's names for people in `notation`; `prepared` itself where they are already.
std::shared_ptr<const Prepared> inNotation(const std::shared_ptr<const Prepared> &prepared, Notation notation);

/// One forward pass and, where there is a loss, one backward pass. `reuse` gives its memory where it is not null.
std::shared_ptr<const Trace> compute(const Prepared &prepared, double gain, GradientOf of = GradientOf::AllSteps,
    std::shared_ptr<Trace> reuse = nullptr);

/// Spectrum of parameter `index` as used at this gain.
Spectrum spectrumAt(const Prepared &prepared, int index, double gain);

} // namespace unfold
