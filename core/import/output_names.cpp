#include "core/import/output_names.h"

#include "core/circuit/input_error.h"

namespace unfold {
namespace {

using Keys = Renaming::Keys;
using Words = std::initializer_list<const char *>;

constexpr Words outputs{"why", "wya", "wyh", "wy", "wout", "wvocab", "whq", "v", "wv"};
constexpr Words outputBiases{"by", "bout", "bvocab", "bq", "c", "bv"};

} // namespace

std::string oneOf(const Keys &keys, Words words)
{
    for (const char *word : words)
        if (const auto found = keys.find(word); found != keys.end())
            return found->second;
    return {};
}

std::string bothShapes(const Matrix &a, const Matrix &b)
{
    return std::to_string(a.rows()) + " × " + std::to_string(a.cols()) + " and " + std::to_string(b.rows()) + " × "
        + std::to_string(b.cols());
}

void renameOutput(Renaming &renaming, const Keys &keys, const std::string &prefix, Eigen::Index hidden, bool rows)
{
    const std::string name = oneOf(keys, outputs);
    if (name.empty())
        return;
    const Matrix given = renaming.matrix(name);
    const Matrix weight = rows ? Matrix(given.transpose()) : given;
    if (weight.cols() != hidden)
        throw InputError(name, "it does not read the " + std::to_string(hidden) + " numbers of the state",
            "a matrix with a side of " + std::to_string(hidden));
    renaming.replace({name}, prefix + "out.weight", weight);
    if (const std::string bias = oneOf(keys, outputBiases); !bias.empty())
        renaming.replaceVector({bias}, prefix + "out.bias", renaming.vector(bias, weight.rows()));
}

std::optional<bool> outputIsForRows(const Renaming &renaming, const Keys &keys, Eigen::Index hidden)
{
    const std::string name = oneOf(keys, outputs);
    if (name.empty())
        return std::nullopt;
    const Matrix given = renaming.matrix(name);
    if (given.rows() == given.cols())
        return std::nullopt;
    return given.rows() == hidden;
}

} // namespace unfold
