#pragma once
// What the window and its figures write of an experiment.
#include "core/experiment/experiment_summary.h"

#include <QString>

namespace unfold {

QString shapeText(Shape shape); ///< "many-to-one"

/// "RNN with output · many-to-one · hidden 8, tanh · seed 4"
QString summaryText(const Experiment &experiment);

} // namespace unfold
