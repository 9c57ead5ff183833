#include "ui/diagram/shared/hand_drawing.h"

#include "core/circuit/complement.h"
#include "ui/diagram/shared/closed_drawing.h"

#include <algorithm>
#include <limits>

namespace unfold {
namespace {

double distanceTo(const std::vector<Place> &path, const Place &p)
{
    double best = std::numeric_limits<double>::infinity();
    const auto point = [](const Place &q) { return QPointF(q.column, q.lane); };
    for (size_t i = 0; i + 1 < path.size(); ++i)
        best = std::min(best, distanceToSegment(point(p), point(path[i]), point(path[i + 1])));
    return path.size() == 1 ? distance(point(p), point(path[0])) : best;
}

/// Where an arrow ends: at the joint of its term or of its node, else at the node.
Place endOf(const HandDrawing &handDrawing, const InputRef &reader)
{
    const std::string &node = handDrawing.circuit.nodes[static_cast<size_t>(reader.node)].name;
    const bool gated = !handDrawing.termOf(reader).gate.empty();
    if (const Joint *joint = jointOf(handDrawing.circuit.drawing, node, gated ? reader.term : -1))
        return joint->place;
    return handDrawing.placeOf(reader.node);
}

/// Every reader joins the nearest line of its source and delay.
void shareReaders(HandDrawing &handDrawing)
{
    for (const InputRef &reader : handDrawing.readers()) {
        DrawnWire *nearest = nullptr;
        double best = std::numeric_limits<double>::infinity();
        for (DrawnWire &way : handDrawing.ways) {
            if (way.source != handDrawing.sourceOf(reader) || way.line.delay != handDrawing.delayOf(reader))
                continue;
            const double d = distanceTo(way.line.delay == 0 ? way.line.out : way.line.in, endOf(handDrawing, reader));
            if (d < best) {
                best = d;
                nearest = &way;
            }
        }
        if (nearest)
            nearest->readers.push_back(reader);
    }
}

void widen(HandDrawing &handDrawing, const Place &p)
{
    handDrawing.low = {std::min(handDrawing.low.lane, p.lane), std::min(handDrawing.low.column, p.column)};
    handDrawing.high = {std::max(handDrawing.high.lane, p.lane), std::max(handDrawing.high.column, p.column)};
}

/// source − gate ⊙ source is one arrow, (1 − gate) ⊙ source.
std::vector<ElementRef> arrowsOf(int index, const Node &node, int term)
{
    const int complement = complementOf(node, term);
    if (complement < 0)
        return {ElementRef::ofEdge(index, term)};
    if (!hasComplementGate(node, term))
        return {};
    return {ElementRef::ofEdge(index, term), ElementRef::ofEdge(index, complement)};
}

HandDrawing openDrawing(const Circuit &circuit)
{
    HandDrawing handDrawing;
    handDrawing.circuit = circuit;
    handDrawing.joints = circuit.drawing.joints;
    handDrawing.frames = circuit.cells;
    handDrawing.low = handDrawing.high = *circuit.nodes.front().place;
    for (int n = 0; n < static_cast<int>(circuit.nodes.size()); ++n) {
        const Node &node = circuit.nodes[static_cast<size_t>(n)];
        handDrawing.nodes.push_back({n, -1, *node.place, {}});
        widen(handDrawing, *node.place);
        auto &terms = handDrawing.terms.emplace_back();
        for (int k = 0; k < static_cast<int>(node.terms.size()); ++k)
            terms.push_back(arrowsOf(n, node, k));
    }
    for (const Cell &cell : circuit.cells)
        for (const Place &corner : {cell.low, cell.high})
            widen(handDrawing, corner);
    for (const DrawnLine &line : circuit.drawing.lines)
        handDrawing.ways.push_back({circuit.indexOf(line.source), line, {}, line.delay != 0 && line.out.empty()});
    shareReaders(handDrawing);
    return handDrawing;
}

} // namespace

std::vector<ElementRef> HandDrawing::carriedBy(const InputRef &r) const
{
    std::vector<ElementRef> all = terms[static_cast<size_t>(r.node)][static_cast<size_t>(r.term)];
    if (!r.gate)
        return all;
    all.resize(1); // the complement has no gate
    all.front().gate = true;
    return all;
}

bool HandDrawing::joinsComplement(const InputRef &r) const
{
    return !termOf(r).gate.empty() && terms[static_cast<size_t>(r.node)][static_cast<size_t>(r.term)].size() > 1;
}

int HandDrawing::drawnFor(int original) const
{
    for (size_t i = 0; i < nodes.size(); ++i) {
        const DrawnNode &node = nodes[i];
        const ElementRef element = ElementRef::ofNode(original);
        if ((node.cell < 0 && node.original == original)
            || std::find(node.holds.begin(), node.holds.end(), element) != node.holds.end())
            return static_cast<int>(i);
    }
    return -1;
}

std::vector<InputRef> HandDrawing::readers() const
{
    std::vector<InputRef> all;
    for (int n = 0; n < static_cast<int>(circuit.nodes.size()); ++n) {
        const std::vector<Term> &list = circuit.nodes[static_cast<size_t>(n)].terms;
        for (int k = 0; k < static_cast<int>(list.size()); ++k) {
            if (terms[static_cast<size_t>(n)][static_cast<size_t>(k)].empty())
                continue;
            all.push_back({n, k, false});
            if (!list[static_cast<size_t>(k)].gate.empty())
                all.push_back({n, k, true});
        }
    }
    return all;
}

std::string complementText(const Circuit &circuit, const std::string &gate)
{
    return "1 − " + circuit.names.node(gate);
}

std::optional<HandDrawing> handDrawingOf(const Circuit &circuit, bool opened)
{
    if (!opened && canClose(circuit))
        return closedDrawing(circuit);
    if (drawnByHand(circuit))
        return openDrawing(circuit);
    return std::nullopt;
}

} // namespace unfold
