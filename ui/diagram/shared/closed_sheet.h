#pragma once
// A circuit whose cells are blocks: what happens inside is left out, what crosses the border is named.
#include "ui/diagram/shared/sheet.h"

namespace unfold {

/// The circuit can be closed.
Sheet closedSheet(const Circuit &circuit);

} // namespace unfold
