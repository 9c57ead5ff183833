#pragma once
// A formula of the glossary, from one line of text.
//
//   *h*           a vector or matrix, bold; W, U, V, b, c are parameters and L the loss: they have their colours
//   h, tanh, λ    one letter is italic, several in a row are a word
//   ^{…} _{…}     scripts of what stands before
//   frac{…}{…}    a fraction
//   ~             a thin space; other spaces mean nothing
#include "core/formula/formula_tree.h"

#include <QString>

namespace unfold {

/// Throws InputError where a brace is not closed or a fraction has no two parts.
Formula formulaFrom(const QString &markup);

} // namespace unfold
