#include "core/circuit/edit_circuit.h"

#include "core/circuit/free_names.h"

#include <algorithm>
#include <cmath>

namespace unfold {
namespace {

Node &at(Circuit &circuit, int node)
{
    return circuit.nodes[static_cast<std::size_t>(node)];
}

void rename(std::string &name, const std::string &from, const std::string &to)
{
    if (name == from)
        name = to;
}

const Node *firstOf(const Circuit &circuit, Role role)
{
    const auto found
        = std::find_if(circuit.nodes.begin(), circuit.nodes.end(), [&](const Node &n) { return n.role == role; });
    return found == circuit.nodes.end() ? nullptr : &*found;
}

/// The lane of the nodes of this role; a lane of its own where there are none.
double laneFor(const Circuit &circuit, Role role)
{
    const Node *like = firstOf(circuit, role);
    if (like && like->place)
        return like->place->lane;
    double top = 0;
    for (const Node &node : circuit.nodes)
        if (node.place)
            top = std::max(top, node.place->lane);
    return role == Role::Input ? 0 : role == Role::Output ? top + 1 : std::max(1.0, std::floor(top / 2));
}

/// Right of everything, in the lane of its kind. Where other places are found automatically, so is this one.
std::optional<Place> placeFor(const Circuit &circuit, Role role)
{
    double right = -1;
    for (const Node &node : circuit.nodes) {
        if (!node.place)
            return std::nullopt;
        right = std::max(right, node.place->column);
    }
    return Place{laneFor(circuit, role), std::ceil(right) + 1};
}

bool covers(const Place &a, const Place &b)
{
    return std::abs(a.lane - b.lane) < 0.5 && std::abs(a.column - b.column) < 1;
}

double toHalf(double x)
{
    return std::round(2 * x) / 2;
}

/// Not so far from the other nodes that the drawing would shrink for nothing.
Place near(Place place, int node, const std::vector<Place> &places)
{
    constexpr double furthest = 2; // lanes and columns
    Place low = place, high = place;
    bool first = true;
    for (int n = 0; n < static_cast<int>(places.size()); ++n) {
        if (n == node)
            continue;
        const Place &p = places[static_cast<std::size_t>(n)];
        low = first ? p : Place{std::min(low.lane, p.lane), std::min(low.column, p.column)};
        high = first ? p : Place{std::max(high.lane, p.lane), std::max(high.column, p.column)};
        first = false;
    }
    return {std::clamp(place.lane, toHalf(low.lane) - furthest, toHalf(high.lane) + furthest),
        std::clamp(place.column, toHalf(low.column) - furthest, toHalf(high.column) + furthest)};
}

/// Lengths that must agree: those of a product entry by entry, and of what enters without a parameter.
std::vector<std::pair<int, int>> tiesOf(const Circuit &circuit)
{
    std::vector<std::pair<int, int>> ties;
    for (int n = 0; n < static_cast<int>(circuit.nodes.size()); ++n)
        for (const Term &term : circuit.nodes[static_cast<std::size_t>(n)].terms) {
            const int source = circuit.indexOf(term.source);
            if (term.parameter.empty())
                ties.emplace_back(n, source);
            if (!term.gate.empty())
                ties.emplace_back(circuit.indexOf(term.gate), source);
        }
    return ties;
}

} // namespace

Circuit withNode(Circuit circuit, Role role)
{
    Node node;
    node.name = freeNodeName(circuit, role);
    node.role = role;
    node.place = placeFor(circuit, role);
    if (const Node *like = firstOf(circuit, role))
        node.size = like->size;
    else if (!circuit.nodes.empty())
        node.size = circuit.nodes.front().size;
    if (role == Role::State)
        node.activation = Activation::Tanh;
    circuit.nodes.push_back(std::move(node));
    if (role != Role::Input)
        circuit.nodes.back().bias = freeBiasName(circuit, static_cast<int>(circuit.nodes.size()) - 1);
    circuit.drawing = {};
    return circuit;
}

Circuit withoutNode(Circuit circuit, int node)
{
    const std::string name = at(circuit, node).name;
    circuit.nodes.erase(circuit.nodes.begin() + node);
    for (Node &other : circuit.nodes)
        std::erase_if(other.terms, [&](const Term &t) { return t.source == name || t.gate == name; });
    for (Cell &cell : circuit.cells)
        std::erase(cell.nodes, name);
    std::erase_if(circuit.cells, [](const Cell &cell) { return cell.nodes.empty(); });
    circuit.drawing = {};
    return circuit;
}

Circuit withName(Circuit circuit, int node, const std::string &name)
{
    const std::string from = at(circuit, node).name;
    at(circuit, node).name = name;
    for (Node &other : circuit.nodes)
        for (Term &term : other.terms) {
            rename(term.source, from, name);
            rename(term.gate, from, name);
        }
    for (Cell &cell : circuit.cells)
        for (std::string &held : cell.nodes)
            rename(held, from, name);
    for (DrawnLine &line : circuit.drawing.lines)
        rename(line.source, from, name);
    for (Joint &joint : circuit.drawing.joints)
        rename(joint.node, from, name);
    return circuit;
}

Circuit withRole(Circuit circuit, int node, Role role)
{
    Node &changed = at(circuit, node);
    changed.role = role;
    if (role == Role::Input) {
        if (!changed.terms.empty())
            circuit.drawing = {};
        changed.terms.clear();
        changed.bias.clear();
        changed.activation = Activation::Identity;
    }
    return circuit;
}

Circuit withSize(Circuit circuit, int node, int size)
{
    const auto ties = tiesOf(circuit);
    std::vector<int> reached{node};
    for (std::size_t i = 0; i < reached.size(); ++i)
        for (const auto &[a, b] : ties)
            for (const auto &[here, there] : {std::pair(a, b), std::pair(b, a)})
                if (here == reached[i] && there >= 0
                    && std::find(reached.begin(), reached.end(), there) == reached.end())
                    reached.push_back(there);
    for (const int n : reached)
        at(circuit, n).size = size;
    return circuit;
}

Circuit withActivation(Circuit circuit, int node, Activation activation)
{
    at(circuit, node).activation = activation;
    return circuit;
}

Circuit withBias(Circuit circuit, int node, const std::string &bias)
{
    at(circuit, node).bias = bias;
    return circuit;
}

Circuit withSpan(Circuit circuit, int node, const Span &span)
{
    at(circuit, node).span = span.kind == Span::Kind::Every ? Span{} : span;
    return circuit;
}

Circuit withPlace(Circuit circuit, int node, Place place, const std::vector<Place> &places)
{
    place = near({toHalf(place.lane), toHalf(place.column)}, node, places);
    const auto isFree = [&](const Place &wanted) {
        for (int n = 0; n < static_cast<int>(places.size()); ++n)
            if (n != node && covers(wanted, places[static_cast<std::size_t>(n)]))
                return false;
        return true;
    };
    const double column = place.column;
    for (int tries = 1; !isFree(place); ++tries) { // left and right of it in turns, further and further
        const int halves = (tries + 1) / 2;
        place.column = column + (tries % 2 == 1 ? 0.5 : -0.5) * halves;
    }
    for (std::size_t n = 0; n < circuit.nodes.size(); ++n)
        circuit.nodes[n].place = places[n];
    at(circuit, node).place = place;
    circuit.drawing = {};
    return circuit;
}

} // namespace unfold
