#pragma once
// How a written-out circuit is drawn: the keys "cells" and "drawing" of its object.
#include "core/circuit/circuit.h"
#include "core/file/json_value.h"
#include "core/file/json_writer.h"

namespace unfold {

/// Reads both into `circuit`, whose nodes are there already; what is absent stays empty. Throws InputError for a cell
/// without nodes or with unknown ones, for nodes in two cells, and for a cell that is called like a node.
void readDrawing(const JsonValue &json, Circuit &circuit, std::vector<std::string> &warnings);

/// Writes both, where there is something to write, into the object that is open.
void writeDrawing(const Circuit &circuit, JsonWriter &json);

} // namespace unfold
