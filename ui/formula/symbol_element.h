#pragma once
// What a symbol of a formula is for the rest of the program, and for people.
#include "core/formula/formula.h"
#include "ui/document/element_ref.h"

#include <QString>

namespace unfold {

/// What is touched where the symbol is touched. A pre-activation stands for its node.
ElementRef elementOf(const Circuit &circuit, const SymbolRef &ref);

/// Whether the symbol lights up while `touched` is; a pre-activation does not light with its node's value.
bool lightsUp(const Circuit &circuit, const ElementRef &touched, const SymbolRef &symbol);

/// "W: recurrent weight, 8 × 8; multiplies h of the step before". Empty for Kind::None.
QString descriptionOf(const Circuit &circuit, const SymbolRef &ref);

} // namespace unfold
