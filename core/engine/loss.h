#pragma once
// The loss of a sequence.
//
//   cross-entropy   L(t) = −log softmax(o(t))[y(t)]
//   squared error   L(t) = ½ ‖o(t) − y(t)‖²
//   total           L = Σ_t L(t)   (a sum, never a mean)
#include "core/circuit/circuit.h"
#include "core/linalg/matrix.h"

namespace unfold {

struct Trace;

enum class LossKind { CrossEntropy, SquaredError };

struct Loss {
    LossKind kind = LossKind::CrossEntropy;
    std::string source = "o"; ///< the node it reads
    Span at; ///< the steps at which it is taken
    std::vector<int> classes; ///< cross-entropy: (steps of `at`) · batch classes from 0; index step · batch + sequence
    Matrix vectors; ///< squared error: (size of source) × (steps of `at` · batch)

    bool operator==(const Loss &other) const
    {
        return kind == other.kind && source == other.source && at == other.at && classes == other.classes
            && vectors.rows() == other.vectors.rows() && vectors.cols() == other.vectors.cols()
            && vectors == other.vectors;
    }
};

/// softmax of one column, computed without overflow.
Vector softmax(const Eigen::Ref<const Vector> &o);

/// Fills the loss of every step of `loss.at`, the total of those in `counted`, and adds ∂L/∂source of the counted ones
/// to the gradient of the source: softmax(o) − y, or o − y. Throws InputError where the loss does not fit the trace.
void addLoss(const Loss &loss, StepRange counted, Trace &trace);

} // namespace unfold
