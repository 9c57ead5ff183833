#pragma once
// The output layer among the names of teaching code: Why, Wya, Wy, V …
#include "core/import/renaming.h"

#include <initializer_list>

namespace unfold {

/// The name in the file of the first key that is there; empty: none is.
std::string oneOf(const Renaming::Keys &keys, std::initializer_list<const char *> words);

/// "3 × 4 and 5 × 5", for messages.
std::string bothShapes(const Matrix &a, const Matrix &b);

/// The output as a head. rows: matrices are written for x W.
void renameOutput(
    Renaming &renaming, const Renaming::Keys &keys, const std::string &prefix, Eigen::Index hidden, bool rows);

/// Whether the output is written for x W; nullopt: its shape fits both ways, or there is none.
std::optional<bool> outputIsForRows(const Renaming &renaming, const Renaming::Keys &keys, Eigen::Index hidden);

} // namespace unfold
