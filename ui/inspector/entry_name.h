#pragma once
// One entry of a quantity in words.
#include "core/inspect/quantity.h"

#include <QString>

namespace unfold {

/// Counted from 1: "W[3,1]", "h[1] at step 8", "slope of h[1] at step 9".
QString entryName(const InspectedRun &run, const Quantity &quantity, int row, int column);

} // namespace unfold
