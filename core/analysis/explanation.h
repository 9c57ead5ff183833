#pragma once
// What the gradient of one node does from step to step, and why, as values: ui/timeline/sentence says it in words.
//
//   ‖∂L/∂h(t)‖ / ‖∂L/∂h(t + 1)‖ = (factor of the slope φ′) · (factor of Wᵀ)      where one loss enters a self loop
#include "core/circuit/circuit.h"

#include <optional>
#include <string>

namespace unfold {

/// What can be said about a gradient at all; the first that holds.
enum class GradientCase {
    NoLoss,
    ForwardNotFinite, ///< `other` is the node that is not finite first, at `step`
    EntryNotFinite, ///< the gradient is not finite where it enters, at `step`
    NoRecurrence,
    DelaysWithoutLoop,
    OffTheLoop, ///< the node is on no loop; `other` is one that is
    NothingArrives, ///< exactly 0 at every step
    NowhereToFlow, ///< it enters at `step`, the last that it can reach
    OneEntry, ///< it enters at one step, so all that is further away came through the loop
    SeveralEntries, ///< it enters at several steps: its norm is no product of factors
};

/// Which factor decides. Below 1 is below 0.99, above 1 is above 1.01.
enum class Balance {
    OneFactor, ///< there is no matrix on the loop, or the activation is the identity
    SlopeOutweighs, ///< the product below 1 though W is above
    MatrixOutweighs, ///< the product above 1 though the slope is below
    MatrixAlone, ///< the slope is close to 1
    SlopeAlone, ///< W is close to 1
    BothBelow,
    BothSlightlyBelow,
    NearlyBalanced, ///< the product is close to 1, the factors are not
    BothClose, ///< all three are close to 1
};

/// Geometric means over the backward steps.
struct GradientRate {
    double both = 1;
    int delay = 1; ///< of the loop, > 0: one factor per so many steps
    bool even = false; ///< each step's factor is within 2 % of the mean
    bool selfLoop = false; ///< false: the node's loop has gates, other nodes or several terms
    double matrix = 1; ///< of a self loop with a matrix
    double slope = 1; ///< of a self loop
    bool saturated = false; ///< `slope` is below half of the activation's largest (tanh, sigmoid)
    double inactive = 0; ///< share of the values that carry the gradient and are ≤ 0 (relu)
    Balance balance = Balance::OneFactor;
};

/// The norm at both ends of the way.
struct GradientEnds {
    int from = 0; ///< the step at which the gradient enters
    int to = 0; ///< the last that it can reach
    double atFrom = 0;
    double atTo = 0;
};

/// From where on the norm is no ordinary number.
struct GradientRangeEnd {
    enum class Kind {
        Zero, ///< nothing is known of the reason
        InactiveUnits, ///< relu: exactly 0, every unit that carries it has slope 0
        FlatUnits, ///< the same with another activation
        ZeroMatrix, ///< exactly 0: W multiplies it by 0
        Underflow, ///< below the smallest double
        Infinite,
        NotANumber,
    };
    Kind kind = Kind::Zero;
    StepRange steps; ///< of zeros: all of them
};

/// The norm of a linear loop whose ρ(W) is below 1 rises before it falls: W is not normal.
struct TransientGrowth {
    double radius = 0;
    double sigmaMax = 0;
    int peakStep = 0;
    double peak = 0;
    double atEnd = 0;
    int end = 0;
};

/// What comes along a gated path alone (see gated_path.h), at its far end.
struct GatedShare {
    std::string gate;
    int step = 0;
    double norm = 0;
};

struct Explanation {
    GradientCase what = GradientCase::NoLoss;
    std::string node; ///< its name
    bool onlyState = true; ///< no other state could be meant
    std::string other;
    int step = 0;
    bool toThePast = true; ///< the direction in which the gradient flows
    std::string matrix; ///< of a self loop; empty: none
    Activation activation = Activation::Identity;
    std::optional<GradientEnds> ends; ///< OneEntry, SeveralEntries
    std::optional<GradientRate> rate;
    std::optional<GradientRangeEnd> rangeEnd; ///< OneEntry
    std::optional<TransientGrowth> growsFirst; ///< OneEntry
    std::optional<GatedShare> along; ///< OneEntry
    bool severalLosses = false; ///< SeveralEntries: of several losses; false: of one, along several paths
    std::optional<GradientEnds> lastLoss; ///< the same for the last step's loss alone
    bool longRangeFades = false; ///< the last step's loss fades to under a tenth, and the sum does not
};

} // namespace unfold
