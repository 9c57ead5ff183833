#pragma once
// Numbers that stand in the file and cannot be made anew, cut to fewer steps or other spans.
#include "core/experiment/experiment.h"

namespace unfold {

/// The steps that a list with one entry per step belongs to.
struct Given {
    Span span;
    int steps = 0; ///< T
};

/// For each step of `to` the index of the entry of `from`, counted from 0. The same span keeps its entries where their
/// number stays (the last step's target remains that of the last step). Throws InputError at `place` where an entry is
/// missing.
std::vector<int> entriesFor(const Given &from, const Given &to, const std::string &place);

} // namespace unfold
