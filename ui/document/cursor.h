#pragma once
// Where the viewer stands in time.
#include "ui/document/element_ref.h"

namespace unfold {

enum class Pass { Forward, Backward };

struct Cursor {
    int step = 1;
    Pass pass = Pass::Forward;
    ElementRef selection; ///< what the inspector opens

    bool operator==(const Cursor &) const = default;

    /// Forward: values exist up to the cursor. Backward: every value exists.
    bool valueShown(int at) const { return pass == Pass::Backward || at <= step; }
    /// Backward: gradients exist from the cursor on. Forward: none.
    bool gradientShown(int at) const { return pass == Pass::Backward && at >= step; }
};

} // namespace unfold
