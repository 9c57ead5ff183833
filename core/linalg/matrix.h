#pragma once
// The one dense matrix type: double, column major.
#include <Eigen/Core>

#include <optional>
#include <vector>

namespace unfold {

using Matrix = Eigen::MatrixXd;
using Vector = Eigen::VectorXd;

/// One number per step 1 … T; nullopt where the node does not exist or nothing was computed.
using StepSeries = std::vector<std::optional<double>>;

} // namespace unfold
