#pragma once
// Why a circuit cannot be ordered in time: the loop that forbids it, arrow by arrow.
#include "core/circuit/circuit.h"
#include "core/circuit/input_error.h"

#include <vector>

namespace unfold {

/// Node `to` reads node `from` at `delay` steps before, through its term `term` or that term's gate. Indices.
struct LoopArrow {
    int from = -1;
    int to = -1;
    int term = -1;
    bool gate = false;
    int delay = 0;

    bool operator==(const LoopArrow &) const = default;
};

class LoopError : public InputError
{
public:
    enum class Kind {
        WithoutDelay, ///< everything on it waits for itself within one step
        PastAndFuture, ///< it needs steps before and steps after
    };

    /// arrows: in the order of the loop, the last one ending where the first begins.
    LoopError(const InputError &error, Kind kind_, std::vector<LoopArrow> arrows_);

    const Kind kind;
    const std::vector<LoopArrow> arrows;
};

} // namespace unfold
