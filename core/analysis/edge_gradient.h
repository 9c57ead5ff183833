#pragma once
// The gradient that flows back through one arrow of the unrolled graph, and what each factor does to it.
//
// Through a term sign · P (s ⊙ g) of node n, from ∂L/∂n(t) to its share of ∂L/∂s(t − delay):
//   ∂L/∂n(t)  → slope φ′(a(t)) →  da(t)  → sign · Pᵀ, ⊙ g →  the share
#include "core/circuit/unfold.h"
#include "core/engine/trace.h"

#include <vector>

namespace unfold {

struct EdgeGradient {
    Vector share; ///< size of the edge's source
    double incoming = 0; ///< ‖∂L/∂n(t)‖
    double afterSlope = 0; ///< ‖da(t)‖
    double outgoing = 0; ///< ‖share‖

    /// What each factor multiplies the norm by; nullopt where its input is 0 or not finite.
    std::optional<double> slopeFactor() const;
    std::optional<double> matrixFactor() const;
    std::optional<double> factor() const; ///< both together
};

/// edge as `unfold` gives it; nullopt without a loss. Batch 1.
std::optional<EdgeGradient> edgeGradient(const Trace &trace, const Edge &edge);

/// ‖share‖ alone, without a copy: cheap enough for every visible arrow.
std::optional<double> edgeGradientNorm(const Trace &trace, const Edge &edge);

/// ‖Σ shares‖ of several arrows out of one vertex: what flows back into it through their common line. Those that
/// contribute nothing at their step are left out; nullopt without a loss or an arrow.
std::optional<double> bundleGradientNorm(const Trace &trace, const std::vector<Edge> &edges);

/// The recurrent edge out of node(t): the term in a node of the same loop that reads `node` with a delay,
/// preferring node itself. nullopt where there is none or it leaves the sequence.
std::optional<Edge> recurrentEdgeFrom(const Trace &trace, int node, int step);

/// φ′ at an activation's value (not its argument): tanh 1 − h², sigmoid h(1 − h), relu h > 0, identity 1. Softmax: v(1
/// − v), the diagonal of its Jacobian.
double slopeAt(Activation activation, double value);

} // namespace unfold
