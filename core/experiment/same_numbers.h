#pragma once
// Whether matrices, or maps of them, have the same shapes and numbers.
#include "core/linalg/matrix.h"

#include <algorithm>
#include <map>
#include <string>

namespace unfold {

inline bool sameNumbers(const Matrix &a, const Matrix &b)
{
    return a.rows() == b.rows() && a.cols() == b.cols() && a == b;
}

template <typename Value> bool sameNumbers(const std::map<std::string, Value> &a, const std::map<std::string, Value> &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
        [](const auto &x, const auto &y) { return x.first == y.first && sameNumbers(x.second, y.second); });
}

} // namespace unfold
