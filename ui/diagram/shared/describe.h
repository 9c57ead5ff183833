#pragma once
// Plain sentences about the things of a diagram: what it is, its size, and at a step its norms. For tooltips and for
// assistive technology.
#include "ui/diagram/shared/shapes.h"
#include "ui/document/document.h"

#include <QString>

namespace unfold {

/// Empty for nothing.
QString describe(const Result &result, const Cursor &cursor, const ElementRef &element);

/// The value that a node has before step 1 or after step T.
QString describeInitial(const Result &result, int node, int step);

/// Where the loss of the experiment is taken; nullopt where there is none.
std::optional<LossPlace> lossPlaceOf(const Result &result);

} // namespace unfold
