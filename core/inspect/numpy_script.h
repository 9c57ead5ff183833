#pragma once
// A calculation as a script for Python with NumPy that gives the same number. It needs nothing but what it contains.
#include "core/inspect/calculation.h"

namespace unfold {

/// Ends with result = the entry (row, column), counted from 0, as a float, and prints it. What is given is printed
/// whole, a loss as its one number. UTF-8; the run must have a loss where the calculation is one's.
std::string numpyScript(const InspectedRun &run, const Calculation &calculation, int row, int column);

} // namespace unfold
