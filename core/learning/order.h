#pragma once
// The order in which an epoch reads its examples.
#include <cstdint>
#include <vector>

namespace unfold {

enum class ExampleOrder { Given, Shuffled };

/// Fills `order` with a permutation of 0 … count − 1: as given, or by Fisher and Yates from the stream of (seed,
/// epoch), so that every epoch is shuffled anew and none depends on those before. Allocates where `order` is too small.
void fillOrder(ExampleOrder kind, std::uint64_t seed, std::int64_t epoch, int count, std::vector<int> &order);

} // namespace unfold
