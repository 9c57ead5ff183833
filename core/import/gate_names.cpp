#include "core/circuit/input_error.h"
#include "core/import/output_names.h"
#include "core/import/teaching_names.h"

#include <algorithm>

namespace unfold {
namespace {

using Keys = Renaming::Keys;
using Words = std::initializer_list<const char *>;

/// The parts of a gate: over [h, x] in one, or apart.
struct Gate {
    std::vector<std::string> names;
    std::string whole; ///< W over [h, x]
    std::string input; ///< W, U or Wx
    std::string recurrent;
    std::string bias;
};

/// letters: what a gate may be called: c or g.
Gate gateOf(const Keys &keys, Words letters)
{
    Gate gate;
    for (const std::string letter : letters) {
        const auto named = [&](const std::string &key) { return oneOf(keys, {key.c_str()}); };
        if (const std::string u = named("u" + letter), w = named("w" + letter); !u.empty() && !w.empty())
            gate = {{w, u}, {}, w, u, {}};
        else if (const std::string x = named("wx" + letter), h = named("wh" + letter); !x.empty() && !h.empty())
            gate = {{x, h}, {}, x, h, {}};
        else if (!w.empty())
            gate = {{w}, w, {}, {}, {}};
        else
            continue;
        gate.bias = named("b" + letter);
        return gate;
    }
    return gate;
}

/// The matrices of one gate, for columns.
struct GateMatrices {
    Matrix input;
    Matrix recurrent;
    bool swapped = false; ///< W is square and U is not: then W is the recurrent one
};

class GateReader
{
public:
    GateReader(Renaming &renaming, Concatenated concatenated)
        : m_renaming(renaming)
        , m_concatenated(concatenated)
    {
    }

    GateMatrices read(const Gate &gate) { return gate.whole.empty() ? apart(gate) : together(gate.whole); }
    bool rows() const { return m_rows; }
    bool isTogether() const { return m_together; }

private:
    GateMatrices together(const std::string &name)
    {
        m_together = true;
        const Matrix given = m_renaming.matrix(name);
        m_rows = given.rows() > given.cols();
        const Matrix w = m_rows ? Matrix(given.transpose()) : given;
        const Eigen::Index hidden = w.rows();
        const Eigen::Index input = w.cols() - hidden;
        if (input < 1)
            throw InputError(name,
                "the shape is " + std::to_string(given.rows()) + " × " + std::to_string(given.cols()),
                "(size of the state) × (size of the state and of the input together)");
        if (m_concatenated == Concatenated::InputFirst)
            return {w.leftCols(input), w.rightCols(hidden)};
        return {w.rightCols(input), w.leftCols(hidden)};
    }

    GateMatrices apart(const Gate &gate)
    {
        Matrix input = m_renaming.matrix(gate.input);
        Matrix recurrent = m_renaming.matrix(gate.recurrent);
        if (recurrent.rows() != recurrent.cols() && input.rows() == input.cols())
            std::swap(input, recurrent);
        const Eigen::Index hidden = recurrent.rows();
        if (recurrent.cols() != hidden || (input.rows() != hidden && input.cols() != hidden))
            throw InputError(gate.recurrent, "the shapes are " + bothShapes(recurrent, input),
                "a square matrix, and one with the same side");
        m_rows = input.rows() != hidden;
        return m_rows ? GateMatrices{input.transpose(), recurrent.transpose()} : GateMatrices{input, recurrent};
    }

    Renaming &m_renaming;
    Concatenated m_concatenated;
    bool m_rows = false;
    bool m_together = false;
};

struct Stacked {
    Matrix input;
    Matrix recurrent;
    Vector bias;
    std::vector<std::string> names;
    std::vector<std::string> biases;
};

/// signs: of each gate, −1 where it is written the other way round.
Stacked stack(Renaming &renaming, GateReader &reader, const std::vector<Gate> &gates, const std::vector<int> &signs)
{
    Stacked all;
    for (std::size_t i = 0; i < gates.size(); ++i) {
        const GateMatrices m = reader.read(gates[i]);
        const Eigen::Index hidden = m.recurrent.rows();
        if (i == 0) {
            all.input = Matrix::Zero(hidden * static_cast<Eigen::Index>(gates.size()), m.input.cols());
            all.recurrent = Matrix::Zero(all.input.rows(), hidden);
            all.bias = Vector::Zero(all.input.rows());
        }
        if (hidden != all.recurrent.cols() || m.input.cols() != all.input.cols())
            throw InputError(gates[i].names.front(), "the shape is not that of the other gates", "gates of one shape");
        const auto rows = Eigen::seqN(static_cast<Eigen::Index>(i) * hidden, hidden);
        all.input(rows, Eigen::all) = signs[i] * m.input;
        all.recurrent(rows, Eigen::all) = signs[i] * m.recurrent;
        all.names.insert(all.names.end(), gates[i].names.begin(), gates[i].names.end());
        if (gates[i].bias.empty())
            continue;
        all.bias(rows) = signs[i] * renaming.vector(gates[i].bias, hidden);
        all.biases.push_back(gates[i].bias);
    }
    return all;
}

bool allFound(const std::vector<Gate> &gates)
{
    return std::all_of(gates.begin(), gates.end(), [](const Gate &gate) { return !gate.names.empty(); });
}

void putGates(Renaming &renaming, const std::string &prefix, const Stacked &all)
{
    renaming.replace(all.names, prefix + "weight_ih_l0", all.input);
    renaming.replace(all.names, prefix + "weight_hh_l0", all.recurrent);
    if (!all.biases.empty())
        renaming.replaceVector(all.biases, prefix + "bias_ih_l0", all.bias);
}

bool renameGroup(Renaming &renaming, const Keys &keys, const std::string &prefix, Concatenated concatenated)
{
    const std::vector<Gate> lstm{
        gateOf(keys, {"i"}), gateOf(keys, {"f"}), gateOf(keys, {"c", "g"}), gateOf(keys, {"o"})};
    const std::vector<Gate> gru{gateOf(keys, {"r"}), gateOf(keys, {"z", "u"}), gateOf(keys, {"h", "c", "n"})};
    const bool isLstm = allFound(lstm);
    if (!isLstm && !allFound(gru))
        return false;
    GateReader reader(renaming, concatenated);
    const Stacked all
        = stack(renaming, reader, isLstm ? lstm : gru, isLstm ? std::vector{1, 1, 1, 1} : std::vector{1, -1, 1});
    putGates(renaming, prefix, all);
    if (reader.isTogether() && concatenated == Concatenated::Unsaid)
        renaming.result.warnings.emplace_back(
            "each gate reads the state and the input in one; [h, x] is assumed, as the file does not say the order "
            "(--concatenated xh is the other)");
    if (!isLstm) {
        renaming.result.resetBefore = true;
        renaming.result.warnings.emplace_back(
            "the file does not say which way the update gate works; z is taken for the "
            "share of the new state, h = (1 − z) ⊙ h(t−1) + z ⊙ k");
    }
    renameOutput(renaming, keys, prefix, all.recurrent.cols(), reader.rows());
    return true;
}

} // namespace

bool renameGates(Renaming &renaming, Concatenated concatenated)
{
    for (const auto &[prefix, keys] : renaming.groups())
        if (renameGroup(renaming, keys, prefix, concatenated))
            return true;
    return false;
}

} // namespace unfold
