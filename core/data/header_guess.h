#pragma once
// Whether a first line made of numbers is a header all the same: pandas writes `,0`, others write years.
#include <string>
#include <vector>

namespace unfold {

/// first: the line. below: some lines below it, each at least as long. numeric: the columns whose cells are numbers. A
/// header has whole numbers there that continue no series, or that count up.
bool isHeaderOfNumbers(const std::vector<std::string> &first,
    const std::vector<const std::vector<std::string> *> &below, const std::vector<std::size_t> &numeric);

} // namespace unfold
