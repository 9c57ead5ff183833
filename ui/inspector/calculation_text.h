#pragma once
// A calculation as text with every digit, to be copied.
#include "core/inspect/calculation.h"

#include <QString>

namespace unfold {

/// The entry (row, column) of the result with every product that made it, each number with all its digits. A loss has
/// one entry; of what is given, all are listed. The run must have a loss where the calculation is one's.
QString calculationText(const InspectedRun &run, const Calculation &calculation, int row, int column);

} // namespace unfold
