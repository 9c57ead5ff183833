#pragma once
// A text cut into the symbols that a network reads one per step.
#include "core/data/source.h"

namespace unfold {

/// Characters: one code point with the combining marks that follow it (and what a zero-width joiner joins to it); a
/// line end is one symbol, however it is written. Words: cut at white space; a punctuation mark is a symbol of its own,
/// except within a word or a number ("don't", "well-known", "3.14"). Throws InputError (place "text") where the bytes
/// are no UTF-8.
std::vector<std::string> symbolsOf(const TextSource &source);

/// How a symbol is written where a space or a line end would not be seen: "␣", "↵", "⇥", "U+0007"; itself otherwise.
std::string visible(const std::string &symbol);

} // namespace unfold
