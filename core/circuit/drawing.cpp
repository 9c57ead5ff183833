#include "core/circuit/drawing.h"

#include "core/circuit/circuit.h"

#include <algorithm>
#include <cstdlib>

namespace unfold {
namespace {

bool hasLine(const Drawing &drawing, const std::string &source, int delay)
{
    return std::any_of(drawing.lines.begin(), drawing.lines.end(), [&](const DrawnLine &line) {
        return line.source == source && line.delay == delay && !line.out.empty() && (delay == 0 || !line.in.empty());
    });
}

/// Whether the way of a value read at `delay` is drawn; without delay it may go straight.
bool hasWay(const Drawing &drawing, const std::string &source, int delay)
{
    return delay == 0 || (std::abs(delay) == 1 && hasLine(drawing, source, delay));
}

bool isWellFormed(const Circuit &circuit, const DrawnLine &line)
{
    const bool comesFromSomewhere = !line.out.empty() || hasLine(circuit.drawing, line.source, line.delay);
    const bool delayed = std::abs(line.delay) == 1 && !line.in.empty();
    return circuit.indexOf(line.source) >= 0 && comesFromSomewhere && (line.delay == 0 || delayed);
}

bool isDrawn(const Drawing &drawing, const Node &node)
{
    if (!node.place)
        return false;
    for (int k = 0; k < static_cast<int>(node.terms.size()); ++k) {
        const Term &term = node.terms[static_cast<std::size_t>(k)];
        if (!hasWay(drawing, term.source, term.delay))
            return false;
        if (!term.gate.empty() && (!jointOf(drawing, node.name, k) || !hasWay(drawing, term.gate, term.gateDelay)))
            return false;
    }
    return true;
}

} // namespace

const Joint *jointOf(const Drawing &drawing, const std::string &node, int term)
{
    const auto found = std::find_if(drawing.joints.begin(), drawing.joints.end(),
        [&](const Joint &joint) { return joint.node == node && joint.term == term; });
    return found == drawing.joints.end() ? nullptr : &*found;
}

bool drawnByHand(const Circuit &circuit)
{
    const Drawing &drawing = circuit.drawing;
    return !drawing.empty()
        && std::all_of(circuit.nodes.begin(), circuit.nodes.end(), [&](const Node &n) { return isDrawn(drawing, n); })
        && std::all_of(drawing.lines.begin(), drawing.lines.end(),
            [&](const DrawnLine &line) { return isWellFormed(circuit, line); });
}

int cellOf(const Circuit &circuit, const std::string &node)
{
    const auto holds
        = [&](const Cell &cell) { return std::find(cell.nodes.begin(), cell.nodes.end(), node) != cell.nodes.end(); };
    const auto found = std::find_if(circuit.cells.begin(), circuit.cells.end(), holds);
    return found == circuit.cells.end() ? -1 : static_cast<int>(found - circuit.cells.begin());
}

} // namespace unfold
