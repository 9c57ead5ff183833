#pragma once
// The "circuit" of an experiment file.
#include "core/experiment/experiment.h"
#include "core/file/json_value.h"

namespace unfold {

/// A circuit of the catalogue or one written out (it has "nodes"). Throws InputError for wrong kinds of values and
/// unknown names of activations; what the circuit as a whole must satisfy is for `check`.
std::variant<NamedCircuit, Circuit> readCircuit(const JsonValue &json, std::vector<std::string> &warnings);

/// "every", "first", "last", {"first": n}, {"last": n}, {"after": n}.
Span readSpan(const JsonValue &json);

/// Where a loss is taken: as readSpan, or a list of steps, [3, 4, 7].
Span readLossSteps(const JsonValue &json);

} // namespace unfold
