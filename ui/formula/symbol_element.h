#pragma once
// What a symbol of a formula is for the rest of the program, and for people.
#include "core/formula/formula.h"
#include "ui/document/element_ref.h"

#include <QString>

namespace unfold {

/// What is touched where the symbol is touched. A pre-activation and ŷ count as their node.
ElementRef elementOf(const Circuit &circuit, const SymbolRef &ref);

/// Whether the symbol lights up while `touched` is; a pre-activation does not light with its node's value.
bool lightsUp(const Circuit &circuit, const ElementRef &touched, const SymbolRef &symbol);

/// What a reader could mistake about a node: whose target an input is, which value of a gate keeps. Empty where there is
/// nothing.
QString noteOn(const Circuit &circuit, const Node &node);

/// "W: recurrent weight, 8 × 8; multiplies h of the step before. …" Empty for Kind::None.
QString descriptionOf(const Circuit &circuit, const SymbolRef &ref);

} // namespace unfold
