#include "core/experiment/apply_shape.h"

#include "core/circuit/input_error.h"

#include <algorithm>

namespace unfold {
namespace {

/// The first half reads, the second writes.
int readingSteps(int steps)
{
    return (steps + 1) / 2;
}

void splitPhases(NamedCircuit &page, int steps)
{
    if (steps < 2)
        throw InputError("steps", "an encoder and a decoder do not fit into one step", "at least 2 steps");
    page.encoderSteps = readingSteps(steps);
}

/// The spans of a shape over `steps` steps.
struct ShapeSpans {
    Span input;
    Span output;
};

ShapeSpans spansOf(Shape shape, int steps)
{
    const Span every;
    const int reading = readingSteps(steps);
    switch (shape) {
    case Shape::OneToMany: return {{Span::Kind::First, 1}, every};
    case Shape::ManyToOne: return {every, {Span::Kind::Last, 1}};
    case Shape::ManyToManyUnequal:
        return {{Span::Kind::First, reading}, {Span::Kind::Last, std::max(1, steps - reading)}};
    case Shape::OneToOne:
    case Shape::ManyToMany: break;
    }
    return {every, every};
}

/// Whether a later step reads it: such an output carries the memory, and a network that answers once still needs it.
bool isRemembered(const Circuit &circuit, const Node &node)
{
    for (const Node &reader : circuit.nodes)
        for (const Term &term : reader.terms)
            if ((term.source == node.name && term.delay != 0) || (term.gate == node.name && term.gateDelay != 0))
                return true;
    return false;
}

/// Inputs and outputs get their spans, and a loss is taken wherever there is an output.
void setShape(Experiment &experiment, Shape shape, int steps)
{
    const ShapeSpans spans = spansOf(shape, steps);
    const Circuit circuit = circuitOf(experiment);
    for (const Node &node : circuit.nodes)
        if (node.role == Role::Input)
            setSpan(experiment, node.name, spans.input);
        else if (node.role == Role::Output)
            setSpan(experiment, node.name, isRemembered(circuit, node) ? Span{} : spans.output);
    if (experiment.loss)
        experiment.loss->at = spans.output;
}

} // namespace

void setSpan(Experiment &experiment, const std::string &node, const Span &span)
{
    if (auto *page = std::get_if<NamedCircuit>(&experiment.circuit)) {
        const Circuit plain = makeCircuit(page->name, page->sizes, page->activation, page->encoderSteps, page->layers);
        if (span == plain.nodes[static_cast<std::size_t>(plain.indexOf(node))].span) // as the page has it
            page->spans.erase(node);
        else
            page->spans[node] = span;
        return;
    }
    Circuit &circuit = std::get<Circuit>(experiment.circuit);
    circuit.nodes[static_cast<std::size_t>(circuit.indexOf(node))].span = span;
}

void applyShape(Experiment &experiment, Shape shape, int steps)
{
    if (!hasPhases(experiment))
        return setShape(experiment, shape, steps);
    NamedCircuit &page = std::get<NamedCircuit>(experiment.circuit);
    splitPhases(page, steps);
    if (experiment.loss)
        experiment.loss->at = {Span::Kind::After, page.encoderSteps};
}

} // namespace unfold
