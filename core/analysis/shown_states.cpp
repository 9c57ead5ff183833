#include "core/analysis/shown_states.h"

#include "core/analysis/gated_path.h"

#include <algorithm>

namespace unfold {
namespace {

StepRange spanOf(const Circuit &circuit, int steps, int node)
{
    return circuit.nodes[static_cast<std::size_t>(node)].span.in(steps);
}

bool overlap(const StepRange &a, const StepRange &b)
{
    return std::max(a.first, b.first) <= std::min(a.last, b.last);
}

/// Whether `reader` reads `source` of another step, both within their spans.
bool readsAcross(const Circuit &circuit, int steps, int reader, int source)
{
    const Node &node = circuit.nodes[static_cast<std::size_t>(reader)];
    const std::string &name = circuit.nodes[static_cast<std::size_t>(source)].name;
    const StepRange there = node.span.in(steps);
    const StepRange from = spanOf(circuit, steps, source);
    const auto meets = [&](const std::string &read, int delay) {
        return read == name && delay != 0 && overlap(there, {from.first + delay, from.last + delay});
    };
    return std::any_of(node.terms.begin(), node.terms.end(),
        [&](const Term &term) { return meets(term.source, term.delay) || meets(term.gate, term.gateDelay); });
}

/// The nodes to show, in the order of the circuit.
std::vector<int> shownNodes(const Circuit &circuit, int steps, int plotted)
{
    const Node &watched = circuit.nodes[static_cast<std::size_t>(plotted)];
    const bool withStates = watched.role == Role::State || watched.span.in(steps).count() < steps;
    std::vector<int> nodes;
    for (int node = 0; node < static_cast<int>(circuit.nodes.size()); ++node) {
        const bool state = circuit.nodes[static_cast<std::size_t>(node)].role == Role::State;
        if (node == plotted || (withStates && state && spanOf(circuit, steps, node).count() > 0))
            nodes.push_back(node);
    }
    return nodes;
}

/// Whether a loop that the node is on holds another state.
bool hasStateBeside(const Program &program, int node)
{
    const auto group = groupOfNode(program.groups, static_cast<int>(program.nodes.size()));
    const auto &members = program.groups[static_cast<std::size_t>(group[static_cast<std::size_t>(node)])].nodes;
    return std::any_of(members.begin(), members.end(), [&](int other) {
        return other != node && program.circuit.nodes[static_cast<std::size_t>(other)].role == Role::State;
    });
}

} // namespace

std::vector<StateTrack> shownStates(const Circuit &circuit, int steps, int plotted)
{
    std::vector<StateTrack> tracks;
    for (const int node : shownNodes(circuit, steps, plotted)) {
        const auto free = std::find_if(tracks.begin(), tracks.end(), [&](const StateTrack &track) {
            return std::none_of(track.begin(), track.end(),
                [&](int other) { return overlap(spanOf(circuit, steps, node), spanOf(circuit, steps, other)); });
        });
        if (free == tracks.end())
            tracks.push_back({node});
        else
            free->push_back(node);
    }
    return tracks;
}

const StateTrack &trackOf(const std::vector<StateTrack> &tracks, int node)
{
    static const StateTrack none;
    const auto found = std::find_if(tracks.begin(), tracks.end(),
        [node](const StateTrack &track) { return std::find(track.begin(), track.end(), node) != track.end(); });
    return found == tracks.end() ? none : *found;
}

bool leadsOn(const Circuit &circuit, int steps, int a, int b)
{
    return readsAcross(circuit, steps, a, b) || readsAcross(circuit, steps, b, a);
}

StateKind stateKindOf(const Program &program, int node)
{
    const Activation activation = program.nodes[static_cast<std::size_t>(node)].activation;
    if (activation == Activation::Identity && gatedPathOf(program, node))
        return hasStateBeside(program, node) ? StateKind::Cell : StateKind::Gated;
    switch (activation) {
    case Activation::Tanh: return StateKind::Tanh;
    case Activation::Sigmoid: return StateKind::Sigmoid;
    case Activation::Relu: return StateKind::Relu;
    case Activation::Softmax:
    case Activation::Identity: break;
    }
    return StateKind::Linear;
}

} // namespace unfold
