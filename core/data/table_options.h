#pragma once
// How a table is to be read where a person knows better than a guess; everything unset is found out.
#include <optional>
#include <string>

namespace unfold {

enum class Gaps { Stop, Skip, Carry, Interpolate };

struct TableOptions {
    std::string encoding = {}; ///< empty: by the bytes
    std::optional<char> separator = {}; ///< ' ' for runs of blanks
    std::optional<char> decimal = {}; ///< '.' or ','
    std::optional<char> thousands = {};
    std::optional<int> firstLine = {}; ///< of the data, from 1
    std::optional<bool> header = {};
};

/// Which numbers of a table make the series.
struct SeriesOptions {
    std::string column
        = {}; ///< a name of the header, else a number from 1; empty: the last that is a number and varies
    Gaps gaps = Gaps::Stop;
    bool reverse = false; ///< the last line first
    std::optional<int> from = {}; ///< rows of the table, counted from 1 in the order of the file
    std::optional<int> to = {};
};

} // namespace unfold
