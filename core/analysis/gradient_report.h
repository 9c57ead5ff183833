#pragma once
// What the screen shows of one trace: the gradient norm per step of one node, its guides and its factors. explain.h
// tells what they say.
#include "core/analysis/edge_gradient.h"
#include "core/linalg/spectrum.h"
#include "core/run/compute.h"

namespace unfold {

/// Geometric means over the backward steps; absent where no step has one.
struct MeanFactors {
    std::optional<double> slope; ///< owed to the activation's slope
    std::optional<double> matrix; ///< owed to Wᵀ
    std::optional<double> both;
};

/// The gradient of a state that is shown beside the plotted node, see shown_states.h.
struct StateGradient {
    int node = -1;
    bool sameTrack = false; ///< it exists where the plotted node does not
    StepSeries norm; ///< ‖∂L/∂node(t)‖ of the loss shown
    StepSeries otherNorm; ///< of the other choice; empty where there is none
};

struct GradientReport {
    int node = -1; ///< the node plotted
    int recurrent = -1; ///< parameter index of its recurrent matrix, −1: none
    Spectrum spectrum; ///< of that matrix as used
    double gamma = 1; ///< γ, the largest slope of the node's activation
    GradientOf shown = GradientOf::AllSteps; ///< the loss whose gradients the trace holds
    bool severalLosses = false; ///< false: last step's loss and total loss are the same
    StepSeries norm; ///< ‖∂L/∂node(t)‖ of the loss shown
    StepSeries otherNorm; ///< the same for the other choice; empty where severalLosses is false
    std::vector<StateGradient> beside; ///< the other states, in the order of the circuit
    StepSeries bound; ///< norm(end) · (γ σ_max)^(end − t), from the last step with a loss
    StepSeries radiusGuide; ///< norm(end) · ρ^(end − t)
    int pathGate = -1; ///< the gate of the straight way through a cell, see gated_path.h; −1: there is none
    StepSeries gatedPath; ///< what comes that way alone, from the last step with a gradient
    std::vector<std::optional<double>> slopeFactor; ///< entry t − 1: from step t + 1 back to t
    std::vector<std::optional<double>> matrixFactor; ///< entry t − 1
    MeanFactors mean;
};

/// The node to watch first: the first state on a loop; else the first state; else the first node that is no input;
/// else the first.
int defaultPlottedNode(const Circuit &circuit);

/// trace: compute(prepared, gain, shown). Runs a second backward pass where both losses differ.
GradientReport reportGradient(const Prepared &prepared, double gain, GradientOf shown, const Trace &trace, int node);

} // namespace unfold
