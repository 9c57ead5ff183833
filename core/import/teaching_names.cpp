#include "core/import/teaching_names.h"

#include "core/circuit/input_error.h"
#include "core/import/output_names.h"

namespace unfold {
namespace {

using Keys = Renaming::Keys;

constexpr const char *bothFit = "the shapes fit for columns (W x) and for rows (x W); they are read for columns";

// --- a plain network ---

bool renamePlain(Renaming &renaming, const Keys &keys, const std::string &prefix)
{
    const bool letters = keys.contains("u") && keys.contains("w") && keys.contains("v");
    const std::string in = letters ? keys.at("u") : oneOf(keys, {"wxh", "wax", "whx", "wih", "wx", "win"});
    const std::string rec = letters ? keys.at("w") : oneOf(keys, {"whh", "waa", "wrec", "wh"});
    if (in.empty() || rec.empty())
        return false;
    const Matrix input = renaming.matrix(in);
    const Matrix recurrent = renaming.matrix(rec);
    const Eigen::Index hidden = recurrent.rows();
    if (recurrent.cols() != hidden || (input.rows() != hidden && input.cols() != hidden))
        throw InputError(rec, "the shapes of " + rec + " and " + in + " are " + bothShapes(recurrent, input),
            "a square matrix, and one with the same side");
    const std::optional<bool> byOutput = outputIsForRows(renaming, keys, hidden);
    const bool rows = input.rows() != input.cols() ? input.cols() == hidden : byOutput.value_or(false);
    if (input.rows() == input.cols() && !byOutput)
        renaming.result.warnings.emplace_back(bothFit);
    renaming.replace({in}, prefix + "weight_ih_l0", rows ? Matrix(input.transpose()) : input);
    renaming.replace({rec}, prefix + "weight_hh_l0", rows ? Matrix(recurrent.transpose()) : recurrent);
    if (const std::string bias = oneOf(keys, {"bh", "ba", "bhh", "bxh", "b"}); !bias.empty())
        renaming.replaceVector({bias}, prefix + "bias_ih_l0", renaming.vector(bias, hidden));
    renameOutput(renaming, keys, prefix, hidden, rows);
    return true;
}

// --- linear layers called i2h ---

std::string ending(const Arrays &arrays, const std::string &wanted)
{
    for (const auto &[name, array] : arrays)
        if (name == wanted || name.ends_with("." + wanted))
            return name;
    return {};
}

std::string biasBeside(const std::string &weight)
{
    return weight.substr(0, weight.size() - std::string_view("weight").size()) + "bias";
}

void moveBias(Renaming &renaming, const std::string &weight, const std::string &to, Eigen::Index size)
{
    if (const std::string bias = biasBeside(weight); renaming.result.arrays.contains(bias))
        renaming.replaceVector({bias}, to, renaming.vector(bias, size));
}

/// Both from i2h over [x, h], and the output as well.
void renameTogether(Renaming &renaming, const std::string &in, const std::string &out, Concatenated concatenated)
{
    const Matrix both = renaming.matrix(in);
    const Eigen::Index hidden = both.rows();
    const Eigen::Index input = both.cols() - hidden;
    const Matrix answer = renaming.matrix(out);
    if (input < 1 || answer.cols() != both.cols())
        throw InputError(in, "the shapes of " + in + " and " + out + " are " + bothShapes(both, answer),
            "two matrices that read the input and the state together");
    const bool hiddenFirst = concatenated == Concatenated::HiddenFirst;
    const auto ofInput = Eigen::seqN(hiddenFirst ? hidden : 0, input);
    const auto ofHidden = Eigen::seqN(hiddenFirst ? 0 : input, hidden);
    renaming.replace({in}, "weight_ih_l0", both(Eigen::all, ofInput));
    renaming.replace({in}, "weight_hh_l0", both(Eigen::all, ofHidden));
    moveBias(renaming, in, "bias_ih_l0", hidden);
    renaming.replace({out}, "out.weight", answer(Eigen::all, ofHidden));
    renaming.replace({out}, "out.of_input", answer(Eigen::all, ofInput));
    moveBias(renaming, out, "out.bias", answer.rows());
    renaming.result.isLinear = true;
    if (concatenated == Concatenated::Unsaid)
        renaming.result.warnings.emplace_back(
            "i2h and i2o read the input and the state in one; [x, h] is assumed, as the "
            "file does not say the order (--concatenated hx is the other)");
}

} // namespace

bool renamePlainNetwork(Renaming &renaming)
{
    for (const auto &[prefix, keys] : renaming.groups())
        if (renamePlain(renaming, keys, prefix))
            return true;
    return false;
}

bool renameLinearLayers(Renaming &renaming, Concatenated concatenated)
{
    const Arrays &arrays = renaming.result.arrays;
    const std::string in = ending(arrays, "i2h.weight");
    const std::string state = ending(arrays, "h2h.weight");
    const std::string out = ending(arrays, "i2o.weight");
    if (in.empty() || (state.empty() && out.empty()))
        return false;
    if (state.empty()) {
        renameTogether(renaming, in, out, concatenated);
        return true;
    }
    const Matrix input = renaming.matrix(in);
    const Matrix recurrent = renaming.matrix(state);
    renaming.replace({in}, "weight_ih_l0", input);
    renaming.replace({state}, "weight_hh_l0", recurrent);
    moveBias(renaming, in, "bias_ih_l0", input.rows());
    moveBias(renaming, state, "bias_hh_l0", recurrent.rows());
    return true; // h2o.weight is a head by its own name
}

} // namespace unfold
