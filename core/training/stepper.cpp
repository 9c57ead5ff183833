#include "core/training/stepper.h"

#include "core/circuit/input_error.h"
#include "core/experiment/make_data.h"
#include "core/run/compute.h"

namespace unfold {
namespace {

[[noreturn]] void refuseToRunOn(const std::string &wrong)
{
    throw InputError("circuit", wrong, "a network that reads and answers step by step, such as elman, lstm or gru");
}

/// The circuit over one step: a node that exists at the last steps exists at this one.
Circuit overOneStep(Circuit circuit)
{
    for (Node &node : circuit.nodes) {
        if (node.span.kind == Span::Kind::First || node.span.kind == Span::Kind::After)
            refuseToRunOn("\"" + node.name + "\" exists at some steps only, so that the network cannot be run on");
        node.span = {};
    }
    return circuit;
}

} // namespace

Stepper::Stepper(const Experiment &experiment)
{
    const Circuit circuit = overOneStep(circuitOf(experiment));
    checkCircuit(circuit);
    Experiment one;
    one.circuit = circuit;
    one.steps = 1;
    one.initial = experiment.initial;
    one.parameters = experiment.parameters;
    one.initialisation = experiment.initialisation;
    const auto prepared = prepare(one);
    m_program = prepared->program;
    m_inputs = prepared->inputs;
    m_inputs.before.resize(circuit.nodes.size());
    m_trace.parameters = prepared->baseParameters;
    for (std::size_t p = 0; p < m_trace.parameters.size(); ++p)
        if (m_program->parameters[p].recurrent)
            m_trace.parameters[p] *= experiment.gain;
}

void Stepper::checkCircuit(const Circuit &circuit)
{
    int inputs = 0;
    for (std::size_t n = 0; n < circuit.nodes.size(); ++n) {
        const Node &node = circuit.nodes[n];
        for (const Term &term : node.terms)
            if (term.delay < 0 || term.gateDelay < 0)
                refuseToRunOn("\"" + node.name + "\" reads the future, which is not there yet");
        if (node.role == Role::Input) {
            m_input = n;
            ++inputs;
        }
    }
    if (inputs != 1)
        refuseToRunOn("there are " + std::to_string(inputs) + " inputs, and what it says is fed to one");
    m_output = static_cast<std::size_t>(circuit.indexOf(lossSourceOf(circuit)));
}

int Stepper::inputSize() const
{
    return m_program->nodes[m_input].size;
}

int Stepper::outputSize() const
{
    return m_program->nodes[m_output].size;
}

Vector Stepper::step(const Vector &x)
{
    m_inputs.sequence[m_input] = x;
    forward(m_program, m_inputs, m_trace);
    for (std::size_t n = 0; n < m_trace.nodes.size(); ++n)
        if (const int before = m_trace.nodes[n].before; before > 0)
            m_inputs.before[n] = m_trace.nodes[n].value.middleCols(1, before); // one step later
    const NodeTrace &output = m_trace.nodes[m_output];
    return output.at(output.value, 1).col(0);
}

} // namespace unfold
