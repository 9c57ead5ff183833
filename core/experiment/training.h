#pragma once
// What an experiment learns from and how: the key "training" of its file.
#include "core/engine/loss.h"
#include "core/experiment/task.h"
#include "core/learning/optimiser.h"
#include "core/learning/order.h"
#include "core/learning/training_state.h"

#include <map>
#include <memory>
#include <string>

namespace unfold {

/// One sequence and what should have been said; what it does not say is that of the experiment.
struct Example {
    std::map<std::string, Matrix> sequence; ///< input node → size × steps of its span; missing: zeros
    std::map<std::string, Vector> initial; ///< in place of that of the experiment, node by node
    std::optional<int> steps; ///< where neither sequence nor targets fix it
    std::optional<int> encoderSteps; ///< of a circuit with phases
    std::optional<Span> at; ///< in place of loss.at; a list without a step: it only carries the state on
    std::vector<int> classes; ///< the targets, as in Loss
    Matrix vectors;
};

bool operator==(const Example &a, const Example &b);

using Examples = std::vector<Example>;

enum class Reduction {
    Sum, ///< the mean over the batch of each example's loss, the sum over its steps
    Mean, ///< the mean over all steps of the batch at which a loss is taken
};

enum class ExampleList { Train, Validation, Test };

/// When to stop before the last update.
struct StopRule {
    ExampleList list = ExampleList::Validation;
    bool accuracy = false; ///< the share of right classes, which rises; else the loss, which falls
    std::optional<double> reaches; ///< at or beyond this value
    std::optional<int> patience; ///< after so many measurements none of which was better
    bool operator==(const StopRule &) const = default;
};

struct Training {
    Examples examples; ///< empty: the experiment's own sequence is the one example
    Examples test; ///< only measured
    Examples validation; ///< decide when to stop
    std::optional<Task> task; ///< what made the three lists; unset: they are written out
    Optimiser optimiser;
    int batch = 1;
    ExampleOrder order = ExampleOrder::Shuffled;
    std::uint64_t seed = 1; ///< of the order
    std::optional<std::int64_t> updates; ///< in all
    Reduction reduction = Reduction::Sum;
    bool carry = false; ///< the state goes on from batch to batch, place by place
    std::vector<std::string> frozen; ///< parameters kept as they are
    std::optional<double> clipValue; ///< every entry of the gradient is cut to ± it
    std::optional<std::int64_t> measureEvery; ///< updates; unset: an epoch
    std::optional<StopRule> stop;
    std::shared_ptr<const TrainingState> state; ///< null: nothing was trained yet
};

bool operator==(const Training &a, const Training &b);

/// "validation_loss"
std::string nameOf(const StopRule &rule);

} // namespace unfold
