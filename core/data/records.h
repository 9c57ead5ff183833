#pragma once
// Text cut into lines and cells (RFC 4180 quoting; line ends LF, CRLF or CR).
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace unfold {

constexpr char blankRuns = ' '; ///< as a separator: any number of blanks and tabs

struct Record {
    enum class Kind { Cells, Blank, Comment };
    std::vector<std::string> cells; ///< of a comment: the whole line
    int line = 1; ///< where it begins
    Kind kind = Kind::Cells;
};

/// The first `most` records at the latest. Lines that begin with #, % or // are comments. Throws InputError (place
/// "line 3") for a quotation mark that is never closed or is followed by text, and for a table beyond reason as soon as
/// it is seen: more than 1000 columns, 3,000,000 cells, a cell of more than 1000 bytes.
std::vector<Record> readRecords(std::string_view text, char separator, std::size_t most);

/// What cuts the lines most alike into the most numbers: tab ; | , or runs of blanks. decimal: a mark that numbers are
/// known to have, which then separates nothing. '\0': that leaves nothing.
char separatorOf(std::string_view text, char decimal = '\0');

} // namespace unfold
