#pragma once
// A sentence that was written in a circuit's own names, as it reads in the names that people chose.
#include "core/circuit/circuit.h"

namespace unfold {

/// "h(4) passes through W" → "a⟨4⟩ passes through W_aa". A word is taken for a name where it stands alone and is one
/// of the circuit, in its own case. "a", "A" and "I" are words of the language and stay. text: UTF-8.
std::string renameInText(const Circuit &circuit, const std::string &text);

} // namespace unfold
