#pragma once
// What each factor of one arrow does to the norm of the gradient, and what it says of the whole where other
// contributions are added to it.
#include "ui/inspector/inspector_notes.h"
#include "ui/inspector/inspector_page.h"

namespace unfold {

/// Of one arrow by itself; nullopt without a loss.
std::optional<PageFactors> factorsOf(const PageSource &s, const Edge &edge);

/// Of the recurrent arrow out of a node, for the page of its whole gradient. Where `gradient` has further
/// contributions, the factors are labelled as those of the arrow alone, beside what becomes of the whole.
std::optional<PageFactors> factorsFrom(
    const PageSource &s, const Expression &gradient, const std::optional<Edge> &edge);

} // namespace unfold
