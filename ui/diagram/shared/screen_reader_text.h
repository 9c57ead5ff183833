#pragma once
// Sentences for the ear: short, what it is and where, then the one number that matters at present. What is not computed
// yet, underflow and overflow are said in words.
#include "ui/document/document.h"

#include <QString>

#include <functional>
#include <optional>

namespace unfold {

/// "h at step 9, norm of the gradient 0.13, 0.82 times the step after"; in the forward pass the norm of the value.
/// Without a step what `describe` says.
QString screenReaderText(const Result &result, const Cursor &cursor, const ElementRef &element);

/// A norm by step; nullopt where there is none.
using NormAt = std::function<std::optional<double>(int step)>;

/// The norm of a gradient at a step of a node and, where the node lies on a loop, how many times that of the step it
/// flowed back from: "0.13, 0.82 times the step after". Empty where there is no norm.
QString screenReaderGradient(const Result &result, const NormAt &norm, int node, int step);

} // namespace unfold
