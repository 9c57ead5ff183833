#pragma once
// What `unfold train --seeds` prints (format "unfold-training-table", version 1).
#include "core/training/training_table.h"

#include <string>

namespace unfold {

/// A row for each value: how many seeds reached the criterion, of how many, after how many updates (the median), and
/// every run.
std::string writeTrainingTable(const TableRequest &request, const std::vector<TableRun> &runs);

} // namespace unfold
