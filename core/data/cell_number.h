#pragma once
// Numbers as people write them into cells: 1,234.5 · 1.234,5 · 1 234 · (12.5) · −3 · 5 % · € 7 · 1.2M
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace unfold {

/// Marks within the numbers of a column; '\0': not known, and then whatever is the only reading.
struct NumberFormat {
    char decimal = '\0';
    char thousands = '\0'; ///< apostrophes and blanks are always understood
    bool operator==(const NumberFormat &) const = default;
};

/// The finite number in a cell; nullopt where it is not one. Per cent signs, currencies and blanks are removed (2.5 %
/// is 2.5), brackets are a minus, K, M and B multiply.
std::optional<double> numberIn(std::string_view cell, const NumberFormat &format = {});

/// A cell that a person leaves out: empty, NA, N/A, NaN, null, ?, -, *** and the like.
bool isGap(std::string_view cell);

/// Without blanks around it, those of Unicode as well.
std::string_view trimmed(std::string_view cell);

/// How the numbers of a column are written.
struct GuessedFormat {
    NumberFormat format;
    char ambiguous = '\0'; ///< the mark before exactly three digits in every number that has one; '\0': none
};

/// cells: of one column. given: what is known already. likely: the mark that is taken for thousands where nothing
/// tells. An ambiguous mark is read so that the numbers are closer to each other.
GuessedFormat formatOf(const std::vector<std::string_view> &cells, const NumberFormat &given, char likely);

} // namespace unfold
