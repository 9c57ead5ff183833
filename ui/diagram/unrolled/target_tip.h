#pragma once
// What the target of a step is, for the tip of its circle.
#include "ui/document/document.h"

#include <QString>

namespace unfold {

/// The class with its entry, or the vector's size; empty where no loss is taken at the step.
QString targetTip(const Result &result, int step);

} // namespace unfold
