#include "core/experiment/training.h"

#include "core/experiment/same_numbers.h"

namespace unfold {

bool operator==(const Example &a, const Example &b)
{
    return sameNumbers(a.sequence, b.sequence) && sameNumbers(a.initial, b.initial) && a.steps == b.steps
        && a.encoderSteps == b.encoderSteps && a.at == b.at && a.classes == b.classes
        && sameNumbers(a.vectors, b.vectors);
}

bool operator==(const Training &a, const Training &b)
{
    const bool sameState = a.state == b.state || (a.state && b.state && *a.state == *b.state);
    return a.examples == b.examples && a.test == b.test && a.validation == b.validation && a.optimiser == b.optimiser
        && a.batch == b.batch && a.order == b.order && a.seed == b.seed && a.updates == b.updates
        && a.reduction == b.reduction && a.carry == b.carry && a.frozen == b.frozen && a.clipValue == b.clipValue
        && a.task == b.task && a.measureEvery == b.measureEvery && a.stop == b.stop && sameState;
}

std::string nameOf(const StopRule &rule)
{
    const std::string list = rule.list == ExampleList::Train ? "train"
        : rule.list == ExampleList::Test                     ? "test"
                                                             : "validation";
    return list + (rule.accuracy ? "_accuracy" : "_loss");
}

} // namespace unfold
