#pragma once
// Which examples are learned from, and which only measured. None is in two lists by accident.
#include "core/tasks/data_task.h"
#include "core/tasks/task_lists.h"

namespace unfold {

struct TaskCounts {
    int train = 0, validation = 0, test = 0;
};

/// Of `all` examples, as the task says; where it does not say, all that are left are for training.
/// Throws InputError (place "training.task.test") where there are too few.
TaskCounts countsOf(const Task &task, int all);

/// Divides the examples in their order (or shuffled, where the task has a seed), and says what is in two lists.
TaskLists divided(const Task &task, WholeTask whole);

/// Draws the lists of a generator, none of whose examples is in two lists where there are enough different ones.
TaskLists drawnLists(const Task &task);

/// A sentence where examples of `measured` are in `train` as well; empty: none is.
std::string sharedExamples(const Examples &train, const Examples &measured, const std::string &name);

} // namespace unfold
