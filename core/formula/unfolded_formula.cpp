#include "core/formula/unfolded_formula.h"

#include "core/circuit/complement.h"
#include "core/circuit/order.h"
#include "core/formula/formula_parts.h"

#include <algorithm>
#include <cstdlib>
#include <set>

namespace unfold {
namespace {

using namespace formula;

/// A node at a step.
using Copy = std::pair<int, int>;

bool readsItself(const Node &node)
{
    return std::any_of(node.terms.begin(), node.terms.end(), [&](const Term &term) {
        return (term.source == node.name && term.delay != 0) || (term.gate == node.name && term.gateDelay != 0);
    });
}

/// Per node: its group where that has a loop; −1: it lies on none.
std::vector<int> loopsOf(const Circuit &circuit)
{
    const std::vector<Group> groups = orderInTime(circuit);
    std::vector<int> loops = groupOfNode(groups, static_cast<int>(circuit.nodes.size()));
    for (int &loop : loops)
        if (groups[static_cast<size_t>(loop)].walk == Walk::WholeSequence)
            loop = -1;
    return loops;
}

class Unfolding
{
public:
    Unfolding(const Circuit &circuit, int node, int step, int steps)
        : m_circuit(circuit)
        , m_top{node, step}
        , m_steps(steps)
    {
        const std::vector<int> loops = loopsOf(circuit);
        for (int n = 0; n < static_cast<int>(circuit.nodes.size()); ++n)
            if (n == node
                || (!readsItself(nodeAt(node)) && loops[static_cast<size_t>(n)] >= 0
                    && loops[static_cast<size_t>(n)] == loops[static_cast<size_t>(node)]))
                m_through.insert(n);
    }

    /// The next line; false where nothing is left to open.
    bool open()
    {
        std::set<Copy> left;
        collect(m_top, left);
        m_fresh.clear();
        int nearest = m_steps + 1;
        for (const Copy &copy : left)
            nearest = std::min(nearest, std::abs(copy.second - m_top.second));
        for (const Copy &copy : left)
            if (std::abs(copy.second - m_top.second) == nearest)
                m_fresh.insert(copy);
        m_opened.insert(m_fresh.begin(), m_fresh.end());
        return !left.empty();
    }

    UnfoldedLine line(int fullDepth)
    {
        m_fullDepth = fullDepth;
        UnfoldedLine line;
        m_line = &line;
        Row &row = line.formula.parts;
        if (m_opened.empty())
            row.push_back(symbol(m_top));
        row.push_back(text("="));
        define(m_top, 0, row);
        return line;
    }

private:
    const Node &nodeAt(int index) const { return m_circuit.nodes[static_cast<size_t>(index)]; }
    Time time() const { return {m_circuit.names, m_top.second, m_steps, 0}; }
    Formula::Part symbol(const Copy &copy) const
    {
        return nodeSymbol(nodeAt(copy.first), copy.second - m_top.second, time());
    }
    bool exists(const Copy &copy) const { return nodeAt(copy.first).span.in(m_steps).contains(copy.second); }
    bool leadsOn(const Copy &copy) const { return m_through.count(copy.first) > 0 && exists(copy); }
    std::vector<Copy> read(const Term &term, int step) const;
    bool contributes(const Term &term, int step) const;
    bool joins(const Node &node, int term, int step) const
    {
        return joinsComplement(m_circuit, node, term, {m_circuit.names, step, m_steps, 0});
    }
    bool canOpen(const Copy &copy) const;
    void collect(const Copy &copy, std::set<Copy> &left) const;
    void define(const Copy &copy, int depth, Row &row);
    void addSum(const Copy &copy, int depth, Row &row);
    void addTerm(const Term &term, bool complement, int step, int depth, Row &row);
    void addCopy(const Copy &copy, int depth, Row &row);

    const Circuit &m_circuit;
    Copy m_top;
    int m_steps;
    std::set<int> m_through; ///< nodes that are written out
    std::set<Copy> m_opened;
    std::set<Copy> m_fresh;
    int m_fullDepth = 0;
    UnfoldedLine *m_line = nullptr;
};

std::vector<Copy> Unfolding::read(const Term &term, int step) const
{
    std::vector<Copy> copies{{m_circuit.indexOf(term.source), step - term.delay}};
    if (!term.gate.empty())
        copies.emplace_back(m_circuit.indexOf(term.gate), step - term.gateDelay);
    return copies;
}

bool Unfolding::contributes(const Term &term, int step) const
{
    const std::vector<Copy> copies = read(term, step);
    return std::all_of(copies.begin(), copies.end(),
        [&](const Copy &copy) { return readable(nodeAt(copy.first), copy.second, time()); });
}

/// Not where it would end in initial values.
bool Unfolding::canOpen(const Copy &copy) const
{
    if (!leadsOn(copy))
        return false;
    for (const Term &term : nodeAt(copy.first).terms)
        for (const Copy &source : read(term, copy.second))
            if (leadsOn(source))
                return true;
    return false;
}

/// What could be opened below `copy`, and is not yet.
void Unfolding::collect(const Copy &copy, std::set<Copy> &left) const
{
    for (const Term &term : nodeAt(copy.first).terms) {
        if (!contributes(term, copy.second))
            continue;
        for (const Copy &source : read(term, copy.second)) {
            if (m_opened.count(source) > 0)
                collect(source, left);
            else if (canOpen(source))
                left.insert(source);
        }
    }
}

/// activation(sum).
void Unfolding::define(const Copy &copy, int depth, Row &row)
{
    const Node &node = nodeAt(copy.first);
    if (node.activation == Activation::Identity && depth == 0)
        return addSum(copy, depth, row);
    if (node.activation == Activation::Sigmoid)
        row.push_back(italic("σ"));
    else if (node.activation != Activation::Identity)
        row.push_back(text(std::string(nameOf(node.activation))));
    row.push_back(text("("));
    addSum(copy, depth, row);
    row.push_back(text(")"));
}

void Unfolding::addSum(const Copy &copy, int depth, Row &row)
{
    const Node &node = nodeAt(copy.first);
    const bool cut = depth > m_fullDepth;
    const size_t begin = row.size();
    bool left = false; // out, since the last term
    const auto join = [&](bool minus) {
        if (minus || row.size() > begin)
            row.push_back(text(minus ? "−" : "+"));
    };
    const auto tellLeft = [&] {
        if (!left)
            return;
        join(false);
        row.push_back(text("…"));
        left = false;
    };
    if (!node.bias.empty()) {
        left = cut;
        if (!cut)
            row.push_back(parameterSymbol(m_circuit.names, node.bias));
    }
    for (int index = 0; index < static_cast<int>(node.terms.size()); ++index) {
        const bool joined = joins(node, index, copy.second);
        if (joined && !node.terms[static_cast<size_t>(index)].gate.empty())
            continue; // written where its complement is
        const Term &term = node.terms[static_cast<size_t>(joined ? complementOf(node, index) : index)];
        if (!contributes(term, copy.second))
            continue;
        const std::vector<Copy> sources = read(term, copy.second);
        if (cut && std::none_of(sources.begin(), sources.end(), [&](const Copy &c) { return leadsOn(c); })) {
            left = true;
            continue;
        }
        tellLeft();
        join(term.sign < 0 && !joined);
        addTerm(term, joined, copy.second, depth, row);
    }
    tellLeft();
    if (row.size() == begin)
        row.push_back(text("0"));
}

void Unfolding::addTerm(const Term &term, bool complement, int step, int depth, Row &row)
{
    const bool fenced = !term.parameter.empty() && !term.gate.empty();
    const std::vector<Copy> copies = read(term, step);
    if (!term.parameter.empty())
        append(row, {parameterSymbol(m_circuit.names, term.parameter), thinSpace()});
    if (fenced)
        row.push_back(text("("));
    if (!term.gate.empty()) {
        if (complement)
            append(row, {text("("), text("1"), text("−")});
        addCopy(copies[1], depth, row);
        if (complement)
            row.push_back(text(")"));
        row.push_back(text("⊙"));
    }
    addCopy(copies[0], depth, row);
    if (fenced)
        row.push_back(text(")"));
}

/// Its name, or what stands in its place.
void Unfolding::addCopy(const Copy &copy, int depth, Row &row)
{
    if (m_opened.count(copy) == 0) {
        row.push_back(symbol(copy));
        return;
    }
    const size_t first = row.size();
    define(copy, depth + 1, row);
    if (m_fresh.count(copy) > 0)
        m_line->fresh.push_back({first, row.size()});
}

} // namespace

int unfoldingNode(const Circuit &circuit, int steps)
{
    const std::vector<int> loops = loopsOf(circuit);
    int best = -1;
    std::pair<int, int> bestRank{0, 0};
    for (int n = 0; n < static_cast<int>(circuit.nodes.size()); ++n) {
        const Node &node = circuit.nodes[static_cast<size_t>(n)];
        if (loops[static_cast<size_t>(n)] < 0)
            continue;
        const int kind = node.role != Role::State ? 1 : readsItself(node) ? 3 : 2;
        const std::pair<int, int> rank{kind, node.span.in(steps).count()};
        if (rank > bestRank) {
            best = n;
            bestRank = rank;
        }
    }
    return best;
}

std::vector<UnfoldedLine> unfoldedFormula(
    const Circuit &circuit, int node, int step, int steps, int most, int mostParts)
{
    std::vector<UnfoldedLine> lines;
    if (node < 0 || circuit.nodes[static_cast<size_t>(node)].role == Role::Input)
        return lines;
    Unfolding unfolding(circuit, node, step, steps);
    do {
        int depth = most;
        UnfoldedLine line = unfolding.line(depth);
        while (depth > 0 && static_cast<int>(line.formula.parts.size()) > mostParts)
            line = unfolding.line(--depth);
        lines.push_back(std::move(line));
    } while (static_cast<int>(lines.size()) < most && unfolding.open());
    return lines;
}

} // namespace unfold
