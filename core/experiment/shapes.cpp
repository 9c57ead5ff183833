#include "core/experiment/shapes.h"

namespace unfold {

Experiment smallestOf(Shape shape)
{
    constexpr Span first{Span::Kind::First, 1};
    constexpr Span last{Span::Kind::Last, 1};
    Experiment experiment;
    NamedCircuit circuit;
    experiment.steps = 3;
    switch (shape) {
    case Shape::OneToOne: experiment.steps = 1; break;
    case Shape::OneToMany: circuit.spans = {{"x", first}}; break;
    case Shape::ManyToOne: circuit.spans = {{"o", last}}; break;
    case Shape::ManyToMany: break;
    case Shape::ManyToManyUnequal:
        experiment.steps = 5;
        circuit.spans = {{"x", {Span::Kind::First, 3}}, {"o", {Span::Kind::Last, 2}}};
        break;
    }
    experiment.circuit = circuit;
    return experiment;
}

} // namespace unfold
