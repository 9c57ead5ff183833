#pragma once
// Named arrays of numbers, as files of trained networks hold them.
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace unfold {

struct Array {
    std::vector<std::int64_t> shape; ///< sizes from the outermost inwards; empty: a single number
    std::vector<double> values; ///< row after row (the last index runs fastest); empty where they were not read
    std::string unread; ///< why not: "holds whole numbers (int64)"; empty: they were read
    std::size_t place = 0; ///< in the file, counted or in bytes: what comes later is larger
    std::vector<std::string> origin = {}; ///< names in the file of what it was made of; empty: it has its own

    bool isRead() const { return unread.empty(); }
};

using Arrays = std::map<std::string, Array>;

/// What is left of the numbers that one file may hold in memory; an array that would need more stays unread.
struct ArrayBudget {
    std::size_t ofArray = 8'000'000; ///< the largest single one
    std::size_t ofFile = 32'000'000;

    /// Whether `count` more fit, and then they are taken off.
    bool take(std::size_t count);
};

constexpr std::size_t mostBytesOfArrayFile = std::size_t{256} * 1024 * 1024;
constexpr std::size_t mostArrays = 10'000;

/// Number of entries; SIZE_MAX where it is beyond that.
std::size_t entriesOf(const std::vector<std::int64_t> &shape);

/// "32 × 8", "8", or "a single number".
std::string inWords(const std::vector<std::int64_t> &shape);

/// The reason that stands in `unread` of an array beyond the budget.
std::string tooLarge(std::size_t entries);

} // namespace unfold
