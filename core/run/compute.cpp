#include "core/run/compute.h"

#include "core/engine/stoppable.h"
#include "core/experiment/check.h"
#include "core/formula/notation.h"
#include "core/run/stoppable_compute.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <future>

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

struct Parameter {
    Matrix base;
    Spectrum spectrum;
    std::optional<Initialisation> madeBy;
};

constexpr Eigen::Index smallUpTo = 64 * 64; ///< entries; below, a thread costs more than the eigenvalues

/// The matrix that is given, or made; a large one beside the others. `experiment` and `info` outlive the future.
std::future<Parameter> parameterOf(const Experiment &experiment, const ParameterInfo &info)
{
    const bool large = static_cast<Eigen::Index>(info.rows) * info.cols > smallUpTo;
    return std::async(large ? std::launch::async : std::launch::deferred, [&experiment, &info] {
        Parameter parameter;
        if (const auto given = experiment.parameters.find(info.name); given != experiment.parameters.end()) {
            parameter.base = given->second;
        } else {
            parameter.base = initialise(info, experiment.initialisation);
            parameter.madeBy = experiment.initialisation;
        }
        if (!info.bias)
            parameter.spectrum = spectrumOf(parameter.base);
        return parameter;
    });
}

/// The same matrix as `before` has it, where it has it.
std::optional<Parameter> sameIn(const Prepared *before, const Experiment &experiment, const ParameterInfo &info)
{
    if (!before)
        return std::nullopt;
    const std::vector<ParameterInfo> &known = before->program->parameters;
    const auto i = static_cast<std::size_t>(std::find(known.begin(), known.end(), info) - known.begin());
    if (i == known.size())
        return std::nullopt;
    const auto given = experiment.parameters.find(info.name);
    const bool same = given == experiment.parameters.end()
        ? before->madeBy[i] == experiment.initialisation
        : !before->madeBy[i] && before->baseParameters[i] == given->second;
    return same ? std::optional(Parameter{before->baseParameters[i], before->baseSpectra[i], before->madeBy[i]})
                : std::nullopt;
}

void prepareParameters(const Experiment &experiment, const Prepared *before, Prepared &prepared)
{
    const std::vector<ParameterInfo> &infos = prepared.program->parameters;
    std::vector<std::optional<Parameter>> known;
    std::vector<std::future<Parameter>> others;
    for (const ParameterInfo &info : infos) {
        known.push_back(sameIn(before, experiment, info));
        others.push_back(known.back() ? std::future<Parameter>() : parameterOf(experiment, info));
    }
    for (std::size_t i = 0; i < infos.size(); ++i) {
        Parameter parameter = known[i] ? std::move(*known[i]) : others[i].get();
        prepared.baseParameters.push_back(std::move(parameter.base));
        prepared.baseSpectra.push_back(parameter.spectrum);
        prepared.madeBy.push_back(parameter.madeBy);
    }
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

std::shared_ptr<const Prepared> prepare(const Experiment &experiment, const Prepared *before)
{
    Checked checked = check(experiment);
    checked.circuit.names = namesIn(Notation::Letters, checked.circuit);
    auto prepared = std::make_shared<Prepared>();
    prepared->program = std::make_shared<const Program>(compile(checked.circuit, checked.steps));
    prepared->inputs = inputsOf(experiment, checked.circuit, checked.steps);
    prepareParameters(experiment, before, *prepared);
    prepared->loss = experiment.loss;
    return prepared;
}

std::shared_ptr<const Prepared> inNotation(const std::shared_ptr<const Prepared> &prepared, Notation notation)
{
    Names names = namesIn(notation, prepared->program->circuit);
    if (prepared->program->circuit.names == names)
        return prepared;
    const auto program = std::make_shared<Program>(*prepared->program);
    program->circuit.names = std::move(names);
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
