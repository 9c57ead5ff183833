#pragma once
// The range of the gradient's axis. Fixed: the decades that the network reaches over the slider's gains, and the
// twin's, so that equal pictures mean equal numbers whatever the gain was before. Fitted: those of the present curves.
#include "ui/plot/decade_range.h"

namespace unfold {

class Document;

/// present: what the present curves need; the range of a fitted axis, and while the reach is still being computed.
DecadeRange gradientDecades(const Document &document, const DecadeRange &present);

/// Powers of two on either side of 1 that the factors of one step back need, from 1 to `most`: see FactorsView.
int factorPowers(const Document &document, int most);

} // namespace unfold
