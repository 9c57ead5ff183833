#include "core/formula/notation.h"

#include "core/formula/formula_parts.h"

#include <algorithm>
#include <functional>
#include <set>

namespace unfold {
namespace {

constexpr const char *candidateLetter = "c̃";
constexpr const char *targetLetter = "y";
constexpr const char *preActivationLetter = "z";

/// Whether an output exists at the steps of this input and has its size: then it holds the target of the step before.
bool isPreviousTarget(const Circuit &circuit, const Node &input)
{
    const auto answered = [&](const Node &node) {
        return node.role == Role::Output && node.size == input.size && node.span == input.span;
    };
    return input.role == Role::Input && input.name == targetLetter
        && std::any_of(circuit.nodes.begin(), circuit.nodes.end(), answered);
}

std::map<std::string, int> delaysIn(const Circuit &circuit)
{
    std::map<std::string, int> delays;
    for (const Node &node : circuit.nodes)
        if (isPreviousTarget(circuit, node))
            delays[node.name] = 1;
    return delays;
}

/// What stands behind the letter of a name: "2" of h2, "enc" of h_enc, nothing of h.
std::string tailOf(const std::string &name)
{
    const auto line = name.find('_');
    return name.substr(line == std::string::npos ? name.find_last_not_of("0123456789") + 1 : line);
}

std::string without(std::string text, char unwanted)
{
    std::erase(text, unwanted);
    return text;
}

bool oneLetter(const std::string &utf8)
{
    return std::count_if(utf8.begin(), utf8.end(), [](unsigned char c) { return (c & 0xC0) != 0x80; }) == 1;
}

/// A name that is read, and the letters that stand for it in an index.
struct Read {
    std::string name;
    std::string index;
};

Names indexedNames()
{
    Names names;
    names.notation = Notation::Indexed;
    return names;
}

/// Names for one circuit, none of them given twice.
class Naming
{
public:
    explicit Naming(const Circuit &circuit)
        : m_circuit(circuit)
    {
    }

    Names operator()()
    {
        for (const Node &node : m_circuit.nodes)
            m_taken.insert(node.name);
        for (const Node &node : m_circuit.nodes)
            nameNode(node);
        for (const Node &node : m_circuit.nodes)
            nameParameters(node);
        for (const Node &node : m_circuit.nodes)
            if (formula::hasPreActivation(node))
                m_names.preActivations[node.name] = numbered(preActivationOf(node));
        for (const Node &node : m_circuit.nodes)
            nameStacked(node);
        m_names.delays = delaysIn(m_circuit);
        return std::move(m_names);
    }

private:
    int count(const std::function<bool(const Node &)> &holds) const
    {
        return static_cast<int>(std::count_if(m_circuit.nodes.begin(), m_circuit.nodes.end(), holds));
    }
    bool anyTerm(const std::function<bool(const Node &, const Term &)> &holds) const
    {
        return count([&](const Node &node) {
            return std::any_of(
                node.terms.begin(), node.terms.end(), [&](const Term &term) { return holds(node, term); });
        }) > 0;
    }

    static bool isState(const Node &node) { return node.role == Role::State; }
    static bool isOutput(const Node &node) { return node.role == Role::Output; }

    static bool isCell(const Node &node)
    {
        const auto carriesOn = [&](const Term &term) {
            return term.parameter.empty() && !term.gate.empty() && term.delay != 0 && term.source == node.name;
        };
        return isState(node) && node.activation == Activation::Identity
            && std::any_of(node.terms.begin(), node.terms.end(), carriesOn);
    }

    bool isGate(const Node &node) const
    {
        return node.role == Role::Inner && node.activation == Activation::Sigmoid
            && anyTerm([&](const Node &, const Term &term) { return term.gate == node.name; });
    }

    /// Multiplied into a state that is no cell: what a cell shows of itself passes there.
    bool isOutputGate(const Node &node) const
    {
        return isGate(node) && anyTerm([&](const Node &reader, const Term &term) {
            return term.gate == node.name && isState(reader) && !isCell(reader);
        });
    }

    bool isCandidate(const Node &node) const
    {
        return node.role == Role::Inner && node.activation != Activation::Identity && !isGate(node)
            && anyTerm([&](const Node &reader, const Term &term) {
                   return isCell(reader) && !term.gate.empty() && term.source == node.name;
               });
    }

    Read wanted(const Node &node) const
    {
        const std::string tail = tailOf(node.name), index = without(tail, '_');
        if (isOutput(node) && node.activation == Activation::Identity && count(isOutput) == 1)
            return {"z_y", "y"};
        if (isCell(node))
            return {"c" + tail, "c" + index};
        if (isCandidate(node))
            return {candidateLetter + tail, "c" + index};
        if (isOutputGate(node) && count([&](const Node &other) { return isOutputGate(other); }) == 1)
            return {"Γ_o", "o"};
        const std::string own = without(node.name, '_');
        if (isGate(node))
            return {"Γ_" + own, own};
        if (isState(node) && (node.name == "h" + tail || count(isState) == 1))
            return {"a" + tail, "a" + index};
        return {node.name, own};
    }

    void nameNode(const Node &node)
    {
        Read read = wanted(node);
        if (read.name != node.name && !m_taken.insert(read.name).second)
            read = {node.name, without(node.name, '_')};
        m_names.nodes[node.name] = read.name;
        m_index[node.name] = read.index;
    }

    std::string preActivationOf(const Node &node) const
    {
        const std::string &index = m_index.at(node.name);
        const bool doubled = index == preActivationLetter && m_names.node(node.name) != index;
        return std::string(preActivationLetter) + "_" + (doubled ? "Γ" : index);
    }

    /// Whether a matrix multiplies several nodes on its way to `node`.
    static bool multipliesSeveral(const Node &node, const std::string &parameter)
    {
        std::set<std::string> sources;
        for (const Term &term : node.terms)
            if (term.parameter == parameter)
                sources.insert(term.source);
        return sources.size() > 1;
    }

    void nameParameters(const Node &node)
    {
        const std::string &to = m_index.at(node.name);
        if (!node.bias.empty())
            nameParameter(node.bias, "b_" + to);
        for (const Term &term : node.terms) {
            const auto from = m_index.find(term.source);
            if (term.parameter.empty() || from == m_index.end())
                continue;
            const bool letters = oneLetter(to) && oneLetter(from->second);
            const std::string comesFrom
                = multipliesSeveral(node, term.parameter) ? "" : (letters ? "" : ",") + from->second;
            nameParameter(term.parameter, "W_" + to + comesFrom);
        }
    }

    /// Where two terms or more have a matrix of their own, and the name is free.
    void nameStacked(const Node &node)
    {
        std::set<std::string> matrices;
        int count = 0;
        for (const Term &term : node.terms)
            if (!term.parameter.empty() && term.gate.empty() && term.sign > 0) {
                matrices.insert(term.parameter);
                ++count;
            }
        const std::string name = "W_" + m_index.at(node.name);
        if (count > 1 && static_cast<int>(matrices.size()) == count && m_taken.insert(name).second)
            m_names.stacked[node.name] = name;
    }

    void nameParameter(const std::string &parameter, const std::string &name)
    {
        if (!m_names.parameters.contains(parameter))
            m_names.parameters[parameter] = numbered(name);
    }

    /// The name, or name,2 where there is one already, or name,3 …
    std::string numbered(const std::string &name)
    {
        std::string read = name;
        for (int number = 2; !m_taken.insert(read).second; ++number)
            read = name + "," + std::to_string(number);
        return read;
    }

    const Circuit &m_circuit;
    Names m_names = indexedNames();
    std::map<std::string, std::string> m_index; ///< by node
    std::set<std::string> m_taken;
};

} // namespace

Names namesIn(Notation notation, const Circuit &circuit)
{
    if (notation == Notation::Indexed)
        return Naming(circuit)();
    Names own;
    own.delays = delaysIn(circuit);
    return own;
}

} // namespace unfold
