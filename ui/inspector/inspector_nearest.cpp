#include "ui/inspector/inspector_nearest.h"

#include <algorithm>
#include <cstdlib>

namespace unfold {
namespace {

/// The first step of `steps` that `fits`, by its distance from `step`; of two equally near ones the earlier.
template <typename Fits> std::optional<int> nearestOf(StepRange steps, int step, const Fits &fits)
{
    std::optional<int> nearest;
    for (int t = steps.first; t <= steps.last; ++t)
        if (fits(t) && (!nearest || std::abs(t - step) < std::abs(*nearest - step)))
            nearest = t;
    return nearest;
}

Edge arrowAt(const PageSource &s, const ElementRef &edge, int step)
{
    const Term &term = s.node(edge.node).terms[static_cast<size_t>(edge.term)];
    const int source = s.circuit().indexOf(edge.gate ? term.gate : term.source);
    return {{source, step - (edge.gate ? term.gateDelay : term.delay)}, {edge.node, step}, edge.term, edge.gate};
}

bool isKnown(const PageSource &s, const Quantity &quantity)
{
    if (quantity.kind == Quantity::Kind::Parameter)
        return true;
    const bool initial = quantity.step < 1 || quantity.step > s.result.steps();
    return quantity.kind == Quantity::Kind::Value && (initial || s.cursor.valueShown(quantity.step));
}

} // namespace

std::optional<int> nearestStepOf(const PageSource &s, int node, int step)
{
    const StepRange span = s.node(node).span.in(s.result.steps());
    if (span.count() < 1)
        return std::nullopt;
    return std::clamp(step, span.first, span.last);
}

std::optional<Edge> nearestArrow(const PageSource &s, const ElementRef &edge)
{
    const int steps = s.result.steps();
    const auto exists = [&](int step) {
        const UnrolledGraph graph = unfold(s.circuit(), steps, {step, step});
        return std::find(graph.edges.begin(), graph.edges.end(), arrowAt(s, edge, step)) != graph.edges.end();
    };
    const int wanted = edge.step > 0 ? edge.step : s.cursor.step;
    const std::optional<int> step
        = exists(wanted) ? wanted : nearestOf(s.node(edge.node).span.in(steps), wanted, exists);
    return step ? std::optional(arrowAt(s, edge, *step)) : std::nullopt;
}

std::optional<int> nearestLoss(const PageSource &s, int step)
{
    return nearestOf({1, s.result.steps()}, step, [&](int t) { return lossTaken(s, t); });
}

int nodeToShow(const PageSource &s)
{
    const auto exists = [&](int node) { return s.node(node).span.in(s.result.steps()).contains(s.cursor.step); };
    const int plotted = s.result.report.node;
    if (exists(plotted))
        return plotted;
    for (int node = 0; node < static_cast<int>(s.circuit().nodes.size()); ++node)
        if (s.node(node).role == Role::State && exists(node))
            return node;
    return plotted;
}

std::vector<Quantity> knownOperands(const PageSource &s, const Expression &expression)
{
    std::vector<Quantity> known;
    const auto add = [&](const Quantity &quantity) {
        if (isKnown(s, quantity) && std::find(known.begin(), known.end(), quantity) == known.end())
            known.push_back(quantity);
    };
    for (const Summand &summand : expression.summands) {
        if (summand.outer)
            add(*summand.outer);
        if (summand.matrix)
            add(*summand.matrix);
        for (const Quantity &quantity : summand.inner)
            add(quantity);
    }
    return known;
}

} // namespace unfold
