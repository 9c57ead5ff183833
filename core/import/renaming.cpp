#include "core/import/renaming.h"

#include "core/circuit/input_error.h"
#include "core/import/array_matrix.h"

#include <algorithm>
#include <cctype>

namespace unfold {
namespace {

std::string keyOf(std::string name)
{
    if (name.ends_with(":0"))
        name.resize(name.size() - 2);
    std::erase(name, '_');
    std::transform(name.begin(), name.end(), name.begin(), [](unsigned char c) { return std::tolower(c); });
    return name;
}

} // namespace

Renaming::Renaming(const Arrays &arrays)
{
    result.arrays = arrays;
    for (const auto &[name, array] : arrays)
        m_places[name] = array.place;
}

std::map<std::string, Renaming::Keys> Renaming::groups() const
{
    std::map<std::string, Keys> groups;
    for (const auto &[name, array] : result.arrays) {
        const std::size_t end = name.find_last_of("./");
        const std::size_t begin = end == std::string::npos ? 0 : end + 1;
        groups[name.substr(0, begin)].emplace(keyOf(name.substr(begin)), name);
    }
    return groups;
}

Matrix Renaming::matrix(const std::string &name) const
{
    const Array &array = result.arrays.at(name);
    if (array.shape.size() != 2 || array.shape[0] < 1 || array.shape[1] < 1)
        throw InputError(name, "the shape is " + inWords(array.shape), "a matrix");
    return matrixOf(name, array, array.shape);
}

Vector Renaming::vector(const std::string &name, Eigen::Index size) const
{
    Array flat = result.arrays.at(name);
    if (entriesOf(flat.shape) != static_cast<std::size_t>(size))
        throw InputError(name, "the shape is " + inWords(flat.shape), std::to_string(size) + " numbers");
    flat.shape = {size};
    return vectorOf(name, flat, size);
}

void Renaming::replace(const std::vector<std::string> &from, const std::string &to, const Matrix &value)
{
    Array array;
    array.shape = {value.rows(), value.cols()};
    for (Eigen::Index i = 0; i < value.rows(); ++i)
        for (Eigen::Index j = 0; j < value.cols(); ++j)
            array.values.push_back(value(i, j));
    for (const std::string &name : from) {
        array.place = std::max(array.place, m_places[name]);
        array.origin.push_back(name);
    }
    for (const std::string &name : from)
        result.arrays.erase(name);
    result.arrays[to] = std::move(array);
}

void Renaming::replaceVector(const std::vector<std::string> &from, const std::string &to, const Vector &value)
{
    replace(from, to, value);
    result.arrays[to].shape = {value.size()};
}

} // namespace unfold
