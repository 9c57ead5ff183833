#pragma once
// The size of all text: the application's font, from which every other size is a factor.

namespace unfold {

constexpr int defaultTextPixels = 14;

/// Larger (steps > 0) or smaller by a pixel a step, 10 … 28; 0 goes back to the default.
void zoomText(int steps);

} // namespace unfold
