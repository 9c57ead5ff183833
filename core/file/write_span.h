#pragma once
// The steps at which something exists, as they stand in a file.
#include "core/circuit/circuit.h"
#include "core/file/json_writer.h"

namespace unfold {

/// "every", "first", "last", {"first": n}, {"last": n}, {"after": n}, [3, 4, 7].
void writeSpan(JsonWriter &json, const Span &span);

} // namespace unfold
