#pragma once
// The names of teaching code (see foreign_names.h).
#include "core/import/renaming.h"

namespace unfold {

/// false: nothing of it is known, and nothing has changed.
bool renamePlainNetwork(Renaming &renaming); ///< Wxh Whh Why …
bool renameGates(Renaming &renaming, Concatenated concatenated); ///< Wf Wi Wc Wo …, Wz Wr Wh …
bool renameLinearLayers(Renaming &renaming, Concatenated concatenated); ///< i2h h2h h2o, i2h i2o
bool renameKeras(Renaming &renaming);

} // namespace unfold
