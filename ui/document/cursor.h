#pragma once
// Where the viewer is in time, and what is selected there.
#include "ui/document/element_ref.h"

namespace unfold {

enum class Pass { Forward, Backward };

struct Cursor {
    int step = 1;
    Pass pass = Pass::Forward;
    ElementRef selection; ///< what the inspector opens
    bool pinned = false; ///< the selection keeps its step while the cursor moves

    bool operator==(const Cursor &) const = default;

    /// Elsewhere in time; what is selected comes along, unless it is pinned.
    Cursor at(int otherStep) const;
    /// A pin stays, and keeps the step of the new selection where that is at one.
    Cursor selecting(const ElementRef &element) const;
    Cursor pinning(const ElementRef &element) const;
    /// Without its pin; where there is none, without its selection.
    Cursor released() const;

    /// Forward: values exist up to the cursor. Backward: every value exists.
    bool valueShown(int at) const { return pass == Pass::Backward || at <= step; }
    /// Backward: gradients exist from the cursor on. Forward: none.
    bool gradientShown(int at) const { return pass == Pass::Backward && at >= step; }
};

} // namespace unfold
