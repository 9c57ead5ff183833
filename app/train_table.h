#pragma once
// unfold train FILE --seeds N --gains …: a table of trainings, on all cores.
#include "app/command_line.h"
#include "core/training/training_table.h"

namespace unfold {

/// Values of "0.5,1,1.5". Throws InputError with the option as the place.
std::vector<double> numbersIn(const std::string &option, const std::string &value);

/// "NAME=V1,V2,…" into `request`. Throws InputError with --vary as the place.
void readVary(const std::string &value, TableRequest &request);

/// Trains and prints the table as JSON, with progress on a terminal. Ctrl+C ends it: the runs so far are printed.
int printTrainingTable(const Experiment &experiment, const TableRequest &request, const Streams &streams);

} // namespace unfold
