#pragma once
// Where a sequence comes from. Kept in the experiment beside the numbers it made, so that the controls can make it
// anew.
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace unfold {

/// Of a table with two columns: a label and a text, tokens and tags, a source and a target.
using TableRows = std::vector<std::pair<std::string, std::string>>;

/// The numbers stand in the file (or there are none); nothing can make them anew. What they stand for may be named.
struct GivenSource {
    std::vector<std::string> labels = {}; ///< one per step: "Paris"; may be empty
    std::vector<std::string> classes = {}; ///< one per class of the targets: "place"; may be empty
    TableRows rows = {}; ///< what a task of a table makes examples of; may be empty
    bool operator==(const GivenSource &) const = default;
};

/// One-hot characters or words of a text; the task is to predict the next one.
struct TextSource {
    enum class Unit { Characters, Words };
    std::string text; ///< UTF-8
    Unit unit = Unit::Characters;
    bool operator==(const TextSource &) const = default;
};

/// One number per step; the task is to predict the next one.
struct SeriesSource {
    std::string title; ///< "sunspots per year"
    std::vector<std::string> labels; ///< one per value: "1700"; may be empty
    std::vector<double> values;
    bool standardised = true; ///< (value − mean) / standard deviation of the whole series
    bool operator==(const SeriesSource &) const = default;
};

/// Independent standard normal inputs; targets drawn alike.
struct RandomSource {
    std::uint64_t seed = 1;
    bool operator==(const RandomSource &) const = default;
};

/// All inputs 0: pure theory.
struct ZeroSource {
    bool operator==(const ZeroSource &) const = default;
};

struct DataSource {
    std::variant<GivenSource, TextSource, SeriesSource, RandomSource, ZeroSource> kind;
    double scale = 1; ///< multiplies every input (not the targets)
    bool operator==(const DataSource &) const = default;
};

} // namespace unfold
