#pragma once
// What an import says of itself.
#include "core/import/import_network.h"
#include "core/import/trained_network.h"

namespace unfold {

ImportReport reportOf(const ForeignNames &named, const TrainedNetwork &network, const ImportOptions &options);

/// For the experiment's note: what to try, and a paragraph for each part.
std::string noteOf(const ImportReport &report);

} // namespace unfold
