#pragma once
// How a document is looked at, as it is saved with the experiment.
#include "core/file/view_state.h"

namespace unfold {

class Document;

/// Empty while what is on the screen is not yet that of the present circuit.
ViewState viewOf(const Document &document);

/// Whatever the view does not say, or what this experiment does not have, stays as it is.
void applyView(Document &document, const ViewState &view);

} // namespace unfold
