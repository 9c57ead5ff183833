#pragma once
// The proof of a gradient: the run again with one number a little larger, and a little smaller. Batch 1.
//
//   D(ε) = (L(+ε) − L(−ε)) / 2ε,     D(ε) − ∂L/∂x  ≈  L‴ ε² / 6   (what the series leaves out: truncation)
//                                                  ±  u |L| / ε   (what two rounded losses cannot tell apart), u = 2⁻⁵³
//
// A parameter is changed as it is used, after gain. For a node, what leads to it stands still and what reads it runs
// on: a copy of the circuit gets an input n, 0 but for one entry at one step, and a node h + n, which is read instead
// of h by every term and by the loss, or by one term alone where one arrow's share is asked for. So the circuit itself
// says what that means, and the engine, which runs the copy as any other circuit, needs to know nothing of it.
#include "core/circuit/unfold.h"
#include "core/run/compute.h"

#include <stop_token>

namespace unfold {

/// The number that is changed: an entry of a parameter, or of a node at a step of 1 … T at which it exists.
struct GradientEntry {
    int parameter = -1; ///< −1: a node's
    Vertex at; ///< the node and its step
    std::optional<Edge> through; ///< changed as this arrow reads it, for everything else as it was; unset: for all
    int row = 0;
    int column = 0; ///< 0 for a node

    bool operator==(const GradientEntry &) const = default;
};

struct DifferencePoint {
    double epsilon = 0;
    double difference = 0; ///< D(ε); not finite where the loss overflows
    bool kink = false; ///< some relu is on at one end and off at the other: L has no slope in between
};

/// 10⁻¹, 5·10⁻², 2·10⁻², 10⁻² … 10⁻¹².
const std::vector<double> &differenceSteps();

/// D(ε) for every ε asked for. parameters: as used, Trace::parameters. counted: the steps whose losses make L.
/// prepared has a loss. Returns early, with the points it has, where it is asked to stop.
std::vector<DifferencePoint> finiteDifferences(const Prepared &prepared, const std::vector<Matrix> &parameters,
    StepRange counted, const GradientEntry &entry, const std::vector<double> &epsilons, std::stop_token stop = {});

/// How many leading digits of `gradient` an approximation has right: 0 … 17; 17 where they are equal.
int agreeingDigits(double gradient, double approximation);

} // namespace unfold
