#pragma once
// What `unfold train` prints (format "unfold-training", version 1).
#include "core/training/run_training.h"

#include <string>

namespace unfold {

/// As JSON: doubles with 17 significant digits, values that are not finite as strings.
std::string writeTrainingReport(const TrainingReport &report);

/// The first line of a log, and one for each update: update,epoch,loss,gradient_norm,applied_norm,rate.
std::string trainingLogHeader();
std::string trainingLogRow(const UpdateSummary &summary);

} // namespace unfold
