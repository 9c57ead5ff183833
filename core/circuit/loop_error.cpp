#include "core/circuit/loop_error.h"

#include <utility>

namespace unfold {

LoopError::LoopError(const InputError &error, Kind kind_, std::vector<LoopArrow> arrows_)
    : InputError(error)
    , kind(kind_)
    , arrows(std::move(arrows_))
{
}

} // namespace unfold
