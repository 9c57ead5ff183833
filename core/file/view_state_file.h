#pragma once
// The "view" of an experiment file.
#include "core/file/json_value.h"
#include "core/file/json_writer.h"
#include "core/file/view_state.h"

namespace unfold {

/// Never fails: an entry that is not understood, or that names what this circuit and this number of steps do not have,
/// is a warning and left out. Unknown keys may be those of another version and are passed over.
ViewState readViewState(const JsonValue &json, const Circuit &circuit, int steps, std::vector<std::string> &warnings);

/// {"step": 9, "pass": "backward", "window": [0.5, 20.5], "watched": "h", "gradient_of": "last",
///  "selected": {"kind": "node", "name": "h", "step": 9}, "axis": "fit"}
void writeViewState(const ViewState &view, JsonWriter &json);

} // namespace unfold
