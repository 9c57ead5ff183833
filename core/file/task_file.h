#pragma once
// The key "training.task" of an experiment file: what makes the examples.
#include "core/experiment/experiment.h"
#include "core/file/json_value.h"
#include "core/file/json_writer.h"

namespace unfold {

/// Throws InputError with the place: an unknown kind, a number out of its range.
Task readTask(const JsonValue &json, std::vector<std::string> &warnings);

void writeTask(const Task &task, JsonWriter &json);

} // namespace unfold
