#include "core/experiment/compute.h"

#include "core/circuit/notation.h"
#include "core/engine/stoppable.h"
#include "core/experiment/check.h"
#include "core/experiment/stoppable_compute.h"

#include <cmath>
#include <cstddef>

namespace unfold {
namespace {

Inputs inputsOf(const Experiment &experiment, const Circuit &circuit, int steps)
{
    Inputs inputs;
    for (const Node &node : circuit.nodes) {
        const auto given = experiment.sequence.find(node.name);
        const auto initial = experiment.initial.find(node.name);
        if (node.role != Role::Input)
            inputs.sequence.emplace_back();
        else if (given != experiment.sequence.end())
            inputs.sequence.push_back(given->second);
        else
            inputs.sequence.push_back(Matrix::Zero(node.size, node.span.in(steps).count()));
        inputs.initial.push_back(initial == experiment.initial.end() ? Matrix() : Matrix(initial->second));
    }
    return inputs;
}

Matrix parameterOf(const Experiment &experiment, const ParameterInfo &info)
{
    const auto given = experiment.parameters.find(info.name);
    return given == experiment.parameters.end() ? initialise(info, experiment.initialisation) : given->second;
}

void setParameters(const Prepared &prepared, double gain, Trace &trace)
{
    const std::vector<ParameterInfo> &infos = prepared.program->parameters;
    trace.parameters.resize(infos.size());
    for (std::size_t i = 0; i < infos.size(); ++i)
        if (infos[i].recurrent)
            trace.parameters[i] = gain * prepared.baseParameters[i];
        else
            trace.parameters[i] = prepared.baseParameters[i];
}

void clearGradients(Trace &trace)
{
    trace.hasGradient = false;
    trace.gradients.clear();
    trace.stepLoss.assign(static_cast<std::size_t>(trace.steps()), std::nullopt);
    trace.totalLoss = 0;
}

} // namespace

StepRange countedSteps(const Loss &loss, GradientOf of, int steps)
{
    const StepRange taken = loss.at.in(steps);
    return of == GradientOf::AllSteps ? taken : StepRange{taken.last, taken.last};
}

std::shared_ptr<const Prepared> prepare(const Experiment &experiment)
{
    const Checked checked = check(experiment);
    auto prepared = std::make_shared<Prepared>();
    prepared->program = std::make_shared<const Program>(compile(checked.circuit, checked.steps));
    prepared->inputs = inputsOf(experiment, checked.circuit, checked.steps);
    for (const ParameterInfo &info : prepared->program->parameters) {
        prepared->baseParameters.push_back(parameterOf(experiment, info));
        prepared->baseSpectra.push_back(info.bias ? Spectrum{} : spectrumOf(prepared->baseParameters.back()));
    }
    prepared->loss = experiment.loss;
    return prepared;
}

std::shared_ptr<const Prepared> inNotation(const std::shared_ptr<const Prepared> &prepared, Notation notation)
{
    if (prepared->program->circuit.names.notation == notation)
        return prepared;
    const auto program = std::make_shared<Program>(*prepared->program);
    program->circuit.names = namesIn(notation, program->circuit);
    auto renamed = std::make_shared<Prepared>(*prepared);
    renamed->program = program;
    return renamed;
}

bool compute(const Prepared &prepared, double gain, GradientOf of, Trace &trace, const std::stop_token &stop)
{
    setParameters(prepared, gain, trace);
    if (!forward(prepared.program, prepared.inputs, trace, stop))
        return false;
    if (prepared.loss)
        return backward(*prepared.loss, countedSteps(*prepared.loss, of, trace.steps()), trace, stop);
    clearGradients(trace);
    return true;
}

std::shared_ptr<const Trace> compute(const Prepared &prepared, double gain, GradientOf of, std::shared_ptr<Trace> reuse)
{
    const std::shared_ptr<Trace> trace = reuse ? std::move(reuse) : std::make_shared<Trace>();
    compute(prepared, gain, of, *trace, {});
    return trace;
}

Spectrum spectrumAt(const Prepared &prepared, int index, double gain)
{
    const auto i = static_cast<std::size_t>(index);
    Spectrum spectrum = prepared.baseSpectra[i];
    if (!prepared.program->parameters[i].recurrent)
        return spectrum;
    if (spectrum.radius)
        *spectrum.radius *= std::abs(gain);
    spectrum.sigmaMax *= std::abs(gain);
    return spectrum;
}

} // namespace unfold
