#include "core/learning/order.h"

#include "core/learning/random.h"

#include <numeric>
#include <string>
#include <utility>

namespace unfold {

void fillOrder(ExampleOrder kind, std::uint64_t seed, std::int64_t epoch, int count, std::vector<int> &order)
{
    order.resize(static_cast<std::size_t>(count));
    std::iota(order.begin(), order.end(), 0);
    if (kind == ExampleOrder::Given)
        return;
    RandomStream stream(seed, "order " + std::to_string(epoch));
    for (std::size_t i = order.size(); i > 1; --i)
        std::swap(order[i - 1], order[stream.below(i)]);
}

} // namespace unfold
