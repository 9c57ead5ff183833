#pragma once
// A task: what makes the examples that a network learns from, in place of a list of them. The key "training.task".
#include "core/data/source.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace unfold {

enum class TaskKind {
    Text, ///< of the data: predict the next symbol
    Series, ///< of the data: predict the value `horizon` steps ahead
    Labelled, ///< of a table: a text and its label
    Tagged, ///< of a table: tokens and one tag for each
    Pairs, ///< of a table: a source and a target, for an encoder and a decoder
    Adding, ///< two of the numbers are marked; their mean at the end (Hochreiter and Schmidhuber 1997)
    TemporalOrder, ///< which of A and B came at the two places that count (the same)
    Recall, ///< the letter of step 1, named at the end
    Copy, ///< three letters, written after a pause
    Parity, ///< whether an odd number of ones was read, at every step
    Counting, ///< aⁿbⁿ: the next symbol
    Reber, ///< the next letter of a word of Reber's grammar (1967)
    EmbeddedReber, ///< that word between two letters that must agree
    Echo, ///< the symbol of `delay` steps ago
    Sine, ///< the next value of a wave
};

enum class Transform { None, LogGrowth };

struct Task {
    TaskKind kind = TaskKind::TemporalOrder;
    int least = 20, most = 20; ///< steps; counting: n of aⁿbⁿ; unused by data, tables and grammars
    int delay = 3; ///< echo
    std::optional<int> train, validation, test; ///< examples; unset: as DESIGN of the kind, see countsOf()
    std::optional<std::uint64_t>
        seed; ///< of what is drawn; of a table: its rows are shuffled, unset: as they are written

    int window = 0; ///< text, series: steps of one example; 0: all there are
    int hop = 0; ///< text: from one window to the next; 0: the window
    int horizon = 1; ///< series: steps ahead
    int heldOut = 0; ///< series: values at the end that are only measured
    Transform transform = Transform::None; ///< series
    TextSource::Unit unit = TextSource::Unit::Words; ///< tables
    bool operator==(const Task &) const = default;
};

/// "temporal-order"
std::string_view nameOf(TaskKind kind);
std::optional<TaskKind> taskNamed(std::string_view name);
/// "none", "log-growth"
std::string_view nameOf(Transform transform);

bool isGenerator(TaskKind kind);

} // namespace unfold
