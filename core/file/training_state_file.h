#pragma once
// The key "state" of a training: what going on needs, bit for bit.
#include "core/circuit/circuit.h"
#include "core/circuit/parameters.h"
#include "core/file/json_value.h"
#include "core/file/json_writer.h"
#include "core/learning/training_state.h"

namespace unfold {

/// Its parameters stay empty: they are those of the experiment. Throws InputError with the place.
TrainingState readTrainingState(
    const JsonValue &json, const Circuit &circuit, OptimiserKind kind, std::vector<std::string> &warnings);

void writeTrainingState(const TrainingState &state, const Circuit &circuit, JsonWriter &json);

/// Matrices by the names of their parameters, a bias as a flat list.
void writeParameters(const std::vector<ParameterInfo> &infos, const std::vector<Matrix> &matrices, JsonWriter &json);

} // namespace unfold
