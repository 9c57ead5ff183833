#pragma once
// The key "initialisation" of an experiment file.
#include "core/file/json_value.h"
#include "core/file/json_writer.h"
#include "core/learning/initialisation.h"

namespace unfold {

/// Throws InputError with the path. Whether the circuit has these parameters is checked with the whole experiment.
Initialisation readInitialisation(const JsonValue &json, std::vector<std::string> &warnings);

/// The object alone, as the value of a key that has been written.
void writeInitialisation(const Initialisation &initialisation, JsonWriter &json);

} // namespace unfold
