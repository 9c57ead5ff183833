#pragma once
// The key "training" of an experiment file, as it is written.
#include "core/circuit/circuit.h"
#include "core/experiment/training.h"
#include "core/file/json_writer.h"

namespace unfold {

void writeTraining(const Training &training, const Circuit &circuit, JsonWriter &json);

} // namespace unfold
