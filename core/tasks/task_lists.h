#pragma once
// The examples that a task makes: the same lists from the same task and data on every machine.
#include "core/data/dataset.h"
#include "core/experiment/task.h"
#include "core/experiment/training.h"

namespace unfold {

/// What a network for a task has to be like.
struct TaskShape {
    int x = 0; ///< size of its input
    int y = 0; ///< size of the decoder's input, the target before; 0: there is none
    int o = 0; ///< size of its output
    LossKind loss = LossKind::CrossEntropy;
    Span at; ///< where the loss is taken, unless an example says otherwise
};

struct TaskLists {
    Examples train, validation, test;
    TaskShape shape;
    std::vector<std::string> inputs; ///< name of each entry of x; empty: numbers
    std::vector<std::string> classes; ///< name of each class; empty: squared error
    Scaling scaling; ///< series
    std::vector<std::string> warnings; ///< each a sentence: what is doubtful about the lists
};

/// data: a text, a series or a table, as the task needs; generators read none.
/// Throws InputError (place "training.task…" or "data…") where nothing can be made of it.
TaskLists makeLists(const Task &task, const DataSource &data);

} // namespace unfold
