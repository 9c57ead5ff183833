#include "ui/diagram/shared/closed_drawing.h"

#include "ui/diagram/shared/places.h"

#include <algorithm>
#include <map>
#include <set>

namespace unfold {
namespace {

constexpr double besideBlock = 0.65; ///< columns from a block to the end of its loops
constexpr double overBlock = 0.45; ///< lanes from a block to its loops

class Closing
{
public:
    explicit Closing(const Circuit &circuit)
        : m_circuit(circuit)
    {
    }

    HandDrawing run()
    {
        addNodes();
        for (int n = 0; n < count(m_circuit.nodes); ++n)
            addTerms(n);
        place();
        addLoops();
        return std::move(m_handDrawing);
    }

private:
    template <typename T> static int count(const std::vector<T> &list) { return static_cast<int>(list.size()); }
    const Node &node(int i) const { return m_circuit.nodes[static_cast<size_t>(i)]; }
    int drawn(int original) const { return m_drawn[static_cast<size_t>(original)]; }
    void addNodes();
    int addBlock(int cell);
    void addTerms(int reader);
    void carry(int reader, int term, bool gate);
    void place();
    void addLoops();

    const Circuit &m_circuit;
    HandDrawing m_handDrawing;
    std::vector<int> m_drawn; ///< per node of the circuit
    std::map<std::pair<int, int>, int> m_bundles; ///< block and source, in the circuit → term of the block
    std::map<int, std::vector<std::pair<int, int>>> m_loops; ///< block → its terms that read it, and what they read
};

void Closing::addNodes()
{
    std::map<int, int> blocks;
    for (int n = 0; n < count(m_circuit.nodes); ++n) {
        const int cell = cellOf(m_circuit, node(n).name);
        if (cell >= 0 && blocks.contains(cell)) {
            m_drawn.push_back(blocks[cell]);
        } else if (cell >= 0) {
            m_drawn.push_back(blocks[cell] = addBlock(cell));
        } else {
            m_drawn.push_back(count(m_handDrawing.nodes));
            m_handDrawing.nodes.push_back({n, -1, {}, {}});
            m_handDrawing.circuit.nodes.push_back(node(n));
            m_handDrawing.circuit.nodes.back().terms.clear();
        }
        if (cell >= 0) {
            DrawnNode &block = m_handDrawing.nodes[static_cast<size_t>(drawn(n))];
            block.holds.push_back(ElementRef::ofNode(n));
            for (int k = 0; k < count(node(n).terms); ++k) {
                block.holds.push_back(ElementRef::ofEdge(n, k));
                if (!node(n).terms[static_cast<size_t>(k)].gate.empty())
                    block.holds.push_back(ElementRef::ofEdge(n, k, 0, true));
            }
        }
    }
    m_handDrawing.terms.resize(m_handDrawing.nodes.size());
    m_handDrawing.circuit.name = m_circuit.name;
}

int Closing::addBlock(int cell)
{
    const Cell &what = m_circuit.cells[static_cast<size_t>(cell)];
    Node block;
    block.name = what.name;
    block.role = Role::State;
    const int last = m_circuit.indexOf(what.nodes.back());
    block.span = node(last).span;
    if (std::all_of(m_circuit.nodes.begin(), m_circuit.nodes.end(), [](const Node &n) { return n.place.has_value(); }))
        block.place = Place{(what.low.lane + what.high.lane) / 2, (what.low.column + what.high.column) / 2};
    m_handDrawing.nodes.push_back({last, cell, {}, {}});
    m_handDrawing.circuit.nodes.push_back(block);
    return count(m_handDrawing.nodes) - 1;
}

/// Arrows inside a block are left out; those over its border that read the same are one.
void Closing::addTerms(int reader)
{
    const int to = drawn(reader);
    for (int k = 0; k < count(node(reader).terms); ++k) {
        const Term &term = node(reader).terms[static_cast<size_t>(k)];
        if (!m_handDrawing.isBlock(to)) {
            Term copy = term;
            copy.source = m_handDrawing.circuit.nodes[static_cast<size_t>(drawn(m_circuit.indexOf(term.source)))].name;
            if (!term.gate.empty())
                copy.gate = m_handDrawing.circuit.nodes[static_cast<size_t>(drawn(m_circuit.indexOf(term.gate)))].name;
            m_handDrawing.circuit.nodes[static_cast<size_t>(to)].terms.push_back(copy);
            m_handDrawing.terms[static_cast<size_t>(to)].push_back({ElementRef::ofEdge(reader, k)});
            continue;
        }
        carry(reader, k, false);
        if (!term.gate.empty())
            carry(reader, k, true);
    }
}

void Closing::carry(int reader, int k, bool gate)
{
    const Term &term = node(reader).terms[static_cast<size_t>(k)];
    const int source = m_circuit.indexOf(gate ? term.gate : term.source);
    const int delay = gate ? term.gateDelay : term.delay;
    const int to = drawn(reader);
    if (delay == 0 && drawn(source) == to)
        return;
    auto &terms = m_handDrawing.circuit.nodes[static_cast<size_t>(to)].terms;
    auto &bundles = m_handDrawing.terms[static_cast<size_t>(to)];
    const std::string parameter = gate ? std::string() : term.parameter;
    const auto [found, isNew] = m_bundles.insert({{to, source}, count(terms)});
    if (isNew) {
        terms.push_back({m_handDrawing.circuit.nodes[static_cast<size_t>(drawn(source))].name, parameter, delay, 1, "",
            0, std::nullopt});
        bundles.emplace_back();
        if (drawn(source) == to)
            m_loops[to].push_back({found->second, source});
    }
    if (parameter.empty())
        terms[static_cast<size_t>(found->second)].parameter.clear();
    bundles[static_cast<size_t>(found->second)].push_back(ElementRef::ofEdge(reader, k, 0, gate));
}

/// Rows as in the opened drawing, brought together; what stands above or below a cell keeps its column.
void Closing::place()
{
    std::vector<Place> places = placesOf(m_handDrawing.circuit);
    for (size_t n = 0; n < places.size(); ++n)
        for (size_t b = 0; b < places.size(); ++b)
            if (const int cell = m_handDrawing.nodes[b].cell; cell >= 0 && m_handDrawing.circuit.nodes[b].place) {
                const Cell &frame = m_circuit.cells[static_cast<size_t>(cell)];
                if (frame.low.column <= places[n].column && places[n].column <= frame.high.column)
                    places[n].column = places[b].column;
            }
    std::map<double, double> lanes, columns; // → half the size of the largest that stands there
    for (size_t n = 0; n < places.size(); ++n) {
        const bool block = m_handDrawing.isBlock(static_cast<int>(n));
        double &lane = lanes[places[n].lane];
        lane = std::max(lane, block ? halfBlock.lane + 0.95 : 0.5);
        double &column = columns[places[n].column];
        column = std::max(column, block ? halfBlock.column + besideBlock : 0.8);
    }
    const auto spread = [](std::map<double, double> &sizes) {
        double at = 0;
        for (auto entry = sizes.begin(); entry != sizes.end(); ++entry) {
            at += entry == sizes.begin() ? 0 : entry->second;
            const double half = entry->second;
            entry->second = at;
            at += half;
        }
    };
    spread(lanes);
    spread(columns);
    m_handDrawing.low = {0, 1e9};
    m_handDrawing.high = {-1e9, -1e9};
    for (size_t n = 0; n < places.size(); ++n) {
        const Place at{lanes[places[n].lane], columns[places[n].column]};
        m_handDrawing.nodes[n].place = at;
        const Place half = m_handDrawing.isBlock(static_cast<int>(n)) ? halfBlock : Place{};
        m_handDrawing.low = {std::min(m_handDrawing.low.lane, at.lane - half.lane),
            std::min(m_handDrawing.low.column, at.column - half.column)};
        m_handDrawing.high = {std::max(m_handDrawing.high.lane, at.lane + half.lane),
            std::max(m_handDrawing.high.column, at.column + half.column)};
    }
}

/// Lines out of the right side and into the left one (the other way round from the future), the upper ones over the
/// block, the lower ones below it.
void Closing::addLoops()
{
    for (auto &[block, loops] : m_loops) {
        const Place at = m_handDrawing.placeOf(block);
        std::stable_sort(loops.begin(), loops.end(), [&](const auto &a, const auto &b) {
            return node(a.second).place.value_or(Place{}).lane > node(b.second).place.value_or(Place{}).lane;
        });
        const int above = (count(loops) + 1) / 2;
        for (int i = 0; i < count(loops); ++i) {
            const auto [term, source] = loops[static_cast<size_t>(i)];
            const double lane = at.lane + halfBlock.lane * (1 - 2.0 * (i + 1) / (count(loops) + 1));
            const bool up = i < above;
            const double nest = 1 + 0.6 * (up ? above - 1 - i : i - above);
            const double turn = at.lane + (up ? 1 : -1) * (halfBlock.lane + overBlock * nest);
            const Node &drawn = m_handDrawing.circuit.nodes[static_cast<size_t>(block)];
            const int delay = drawn.terms[static_cast<size_t>(term)].delay;
            const double from = at.column + delay * halfBlock.column;
            const double to = at.column - delay * halfBlock.column;
            const double out = delay * besideBlock * nest;
            DrawnLine line{drawn.name, delay, {{lane, from}},
                {{lane, from + out}, {turn, from + out}, {turn, to - out}, {lane, to - out}}, {{lane, to}}, 0};
            m_handDrawing.ways.push_back(
                {block, std::move(line), {{block, term, false}}, false, node(source).name, source});
        }
    }
}

} // namespace

bool canClose(const Circuit &circuit)
{
    if (circuit.cells.empty())
        return false;
    for (const Node &node : circuit.nodes)
        for (const Term &term : node.terms)
            for (const bool gate : {false, true}) {
                const std::string &source = gate ? term.gate : term.source;
                const int delay = gate ? term.gateDelay : term.delay;
                if (source.empty() || delay == 0)
                    continue;
                const int cell = cellOf(circuit, node.name);
                if (std::abs(delay) != 1 || cell < 0 || cellOf(circuit, source) != cell)
                    return false;
            }
    return true;
}

HandDrawing closedDrawing(const Circuit &circuit)
{
    return Closing(circuit).run();
}

} // namespace unfold
