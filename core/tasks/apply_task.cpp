#include "core/tasks/apply_task.h"

#include "core/circuit/input_error.h"
#include "core/tasks/task_lists.h"

namespace unfold {
namespace {

/// Where the loss is taken: an example says it, unless it is every step at which the source exists.
void setSteps(const Span &at, Examples &examples)
{
    if (at == Span{})
        return;
    for (Example &example : examples)
        if (!example.at)
            example.at = at;
}

void requireSize(const Circuit &circuit, const std::string &node, int size, const std::string &task)
{
    const int place = circuit.indexOf(node);
    if (place < 0)
        throw InputError(
            "circuit", "there is no node called " + node, "one of size " + std::to_string(size) + ", for " + task);
    const int has = circuit.nodes[static_cast<std::size_t>(place)].size;
    if (has != size)
        throw InputError("circuit.sizes." + node, std::to_string(has) + " entries",
            std::to_string(size) + ", which " + task + " has");
}

void requireShape(const Experiment &experiment, const Circuit &circuit, const TaskShape &shape, const std::string &task)
{
    requireSize(circuit, "x", shape.x, task);
    if (shape.y > 0)
        requireSize(circuit, "y", shape.y, task);
    requireSize(circuit, experiment.loss->source, shape.o, task);
    if (experiment.loss->kind != shape.loss)
        throw InputError("loss.kind", "this loss does not fit " + task,
            shape.loss == LossKind::CrossEntropy ? "cross-entropy" : "squared-error");
}

} // namespace

std::vector<std::string> fillLists(const Experiment &experiment, Training &training)
{
    TaskLists lists = makeLists(*training.task, experiment.data);
    const std::string name = "the task \"" + std::string(nameOf(training.task->kind)) + "\"";
    requireShape(experiment, circuitOf(experiment), lists.shape, name);
    for (Examples *list : {&lists.train, &lists.validation, &lists.test})
        setSteps(lists.shape.at, *list);
    training.examples = std::move(lists.train);
    training.validation = std::move(lists.validation);
    training.test = std::move(lists.test);
    return lists.warnings;
}

} // namespace unfold
