#pragma once
// Whether the dates of a table fall from line to line, as where the newest comes first.
#include <string>
#include <vector>

namespace unfold {

/// cells: of one column. Understands 2024-01-31, 31.01.2024, 01/31/2024, 20240131, Jan 31, 2024, 31 Jan 2024, 2024-01
/// and plain years. false for anything else, and where they also rise.
bool datesFall(const std::vector<std::string> &cells);

} // namespace unfold
