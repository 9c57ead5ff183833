#include "core/experiment/example.h"

namespace unfold {

Experiment withExample(Experiment experiment, const Example &example)
{
    experiment.sequence = example.sequence;
    experiment.steps = example.steps;
    for (const auto &[node, value] : example.initial)
        experiment.initial[node] = value;
    if (experiment.loss && example.at)
        experiment.loss->at = *example.at;
    if (auto *page = std::get_if<NamedCircuit>(&experiment.circuit); page && example.encoderSteps) {
        const Span decoder{Span::Kind::After, page->encoderSteps};
        page->encoderSteps = *example.encoderSteps;
        if (experiment.loss && experiment.loss->at == decoder) // where the decoder writes, also where that begins later
            experiment.loss->at.count = *example.encoderSteps;
    }
    if (!experiment.loss)
        return experiment;
    experiment.loss->classes = example.classes;
    experiment.loss->vectors = example.vectors;
    return experiment;
}

Example ownExample(const Experiment &experiment)
{
    Example own;
    own.sequence = experiment.sequence;
    own.steps = experiment.steps;
    if (experiment.loss) {
        own.classes = experiment.loss->classes;
        own.vectors = experiment.loss->vectors;
    }
    return own;
}

Examples examplesOf(const Experiment &experiment)
{
    if (!experiment.training || experiment.training->examples.empty())
        return {ownExample(experiment)};
    return experiment.training->examples;
}

bool hasLoss(const Experiment &experiment, const Example &example)
{
    const Span &at = example.at ? *example.at : experiment.loss->at;
    return at.kind != Span::Kind::Listed || !at.listed.empty();
}

} // namespace unfold
