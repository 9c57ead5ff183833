#pragma once
// The page that shows the transition from the feed-forward network to the recurrent one: the drawing, and beside it
// what changes, what stays, and the number of parameters.
#include "core/circuit/parameter_count.h"

class QStackedWidget;

namespace unfold {

class AnimationPage;

/// Sizes of the network that is drawn and counted: small enough to count by eye.
constexpr LayerSizes transitionSizes{3, 4, 2};

/// A page of `pages`, which owns it; not opened.
AnimationPage *makeFeedforwardToRnnPage(QStackedWidget *pages);

} // namespace unfold
