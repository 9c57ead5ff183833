#include "ui/document/cursor.h"

namespace unfold {

Cursor Cursor::at(int otherStep) const
{
    Cursor next = *this;
    if (otherStep != step && !pinned)
        next.selection = movedTo(selection, otherStep);
    next.step = otherStep;
    return next;
}

Cursor Cursor::selecting(const ElementRef &element) const
{
    return {step, pass, element, pinned && element.step > 0};
}

Cursor Cursor::pinning(const ElementRef &element) const
{
    return {step, pass, element, true};
}

Cursor Cursor::released() const
{
    return {step, pass, pinned ? movedTo(selection, step) : ElementRef(), false};
}

} // namespace unfold
