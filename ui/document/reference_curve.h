#pragma once
// What stays of another run to be compared with the present one: a name and its gradient norms. It is view data: no
// part of the experiment, in no file, and not undone.
#include "core/linalg/matrix.h"

#include <QString>

namespace unfold {

struct ReferenceCurve {
    QString name; ///< "before"
    StepSeries norm; ///< ‖∂L/∂node(t)‖, T entries
    bool operator==(const ReferenceCurve &) const = default;
};

} // namespace unfold
