#include "core/circuit/input_error.h"
#include "core/import/teaching_names.h"

#include <array>

namespace unfold {
namespace {

/// Blocks of rows in another order.
Matrix reordered(const Matrix &blocks, const std::vector<int> &order)
{
    const Eigen::Index hidden = blocks.rows() / static_cast<Eigen::Index>(order.size());
    Matrix result(blocks.rows(), blocks.cols());
    for (std::size_t i = 0; i < order.size(); ++i)
        result.middleRows(static_cast<Eigen::Index>(i) * hidden, hidden) = blocks.middleRows(order[i] * hidden, hidden);
    return result;
}

/// Keras has i, f, c, o and z, r, h; PyTorch has i, f, g, o and r, z, n.
std::vector<int> orderOf(Eigen::Index blocks, const std::string &name)
{
    switch (blocks) {
    case 1: return {0};
    case 3: return {1, 0, 2};
    case 4: return {0, 1, 2, 3};
    default:
        throw InputError(name, "it has " + std::to_string(blocks) + " times as many columns as rows",
            "1, 3 or 4 times as many, for SimpleRNN, GRU or LSTM");
    }
}

void renameBias(Renaming &renaming, const std::string &name, const std::string &prefix, const std::vector<int> &order,
    Eigen::Index rows)
{
    const std::size_t entries = entriesOf(renaming.result.arrays.at(name).shape);
    const bool two = entries == static_cast<std::size_t>(2 * rows); // of a GRU with reset_after
    const Vector all = renaming.vector(name, two ? 2 * rows : rows);
    renaming.replaceVector({name}, prefix + "bias_ih_l0", reordered(all.head(rows), order).col(0));
    if (two)
        renaming.replaceVector({name}, prefix + "bias_hh_l0", reordered(all.tail(rows), order).col(0));
    renaming.result.resetBefore |= order.size() == 3 && !two;
}

void renameCell(Renaming &renaming, const std::string &prefix, const Renaming::Keys &keys)
{
    const std::string kernel = keys.at("kernel");
    const std::string recurrent = keys.at("recurrentkernel");
    const Matrix hh = renaming.matrix(recurrent).transpose();
    const Matrix ih = renaming.matrix(kernel).transpose();
    if (hh.rows() % hh.cols() != 0 || ih.rows() != hh.rows())
        throw InputError(recurrent, "its shape does not fit that of " + kernel, "the arrays of one layer");
    const std::vector<int> order = orderOf(hh.rows() / hh.cols(), recurrent);
    renaming.replace({kernel}, prefix + "weight_ih_l0", reordered(ih, order));
    renaming.replace({recurrent}, prefix + "weight_hh_l0", reordered(hh, order));
    if (const auto bias = keys.find("bias"); bias != keys.end())
        renameBias(renaming, bias->second, prefix, order, hh.rows());
}

} // namespace

bool renameKeras(Renaming &renaming)
{
    bool any = false;
    for (const auto &[path, keys] : renaming.groups())
        if (keys.contains("kernel") && keys.contains("recurrentkernel")) {
            renameCell(renaming, path + ".", keys);
            any = true;
        }
    if (!any)
        return false;
    for (const auto &[path, keys] : renaming.groups())
        if (const auto kernel = keys.find("kernel"); kernel != keys.end()) {
            const Matrix weight = renaming.matrix(kernel->second).transpose();
            renaming.replace({kernel->second}, path + ".weight", weight);
            if (const auto bias = keys.find("bias"); bias != keys.end())
                renaming.replaceVector({bias->second}, path + ".bias", renaming.vector(bias->second, weight.rows()));
        }
    return true;
}

} // namespace unfold
