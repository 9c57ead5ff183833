#pragma once
// Which parameters a circuit has, their shapes, and which of them the gain multiplies.
#include "core/circuit/circuit.h"

namespace unfold {

struct ParameterInfo {
    std::string name;
    int rows = 0;
    int cols = 1; ///< 1 for a bias
    bool bias = false;
    bool recurrent = false; ///< multiplied by the gain (W_rec)
    bool operator==(const ParameterInfo &) const = default;
};

/// In order of first appearance. A name that stands in several terms is one shared matrix.
/// Throws InputError where shapes of one name disagree or one name is both bias and matrix.
std::vector<ParameterInfo> parametersOf(const Circuit &circuit);

/// Index of `name`, or −1.
int indexOf(const std::vector<ParameterInfo> &parameters, std::string_view name);

} // namespace unfold
