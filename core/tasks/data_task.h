#pragma once
// Tasks of what people bring: a text, a series, a table. Each gives all examples in the order of the data; which of
// them are for training and which are for testing is decided by split.h.
#include "core/tasks/task_lists.h"

namespace unfold {

/// One list and what the network reads and answers; `examples` are not yet divided.
struct WholeTask {
    Examples examples;
    TaskLists lists; ///< sizes, names, scaling, warnings
};

/// Windows of `task.window` symbols, `task.hop` apart; the last is shorter where the text ends. Targets: the next
/// symbol.
WholeTask textTask(const Task &task, const TextSource &text, double scale);

/// Labelled (one class at the end), tagged (one at every step) or pairs (the decoder writes target, then "<end>", and
/// reads the target before; nothing at its first step). The tag "-" is not asked for.
/// Tagged with a window: each row is a stream cut into windows, and the windows at one place of all streams follow each
/// other, so that `carry` with a batch of as many streams goes on with each (truncated BPTT).
WholeTask tableTask(const Task &task, const TableRows &rows);

/// The series up to its held-out end for training. For testing the whole series, of which only the targets in the
/// held-out end are counted: the state carries on from the years before. Scaled by mean and deviation of the training
/// part alone. With a window the training part is cut into windows. scale multiplies every input, not the targets.
TaskLists seriesTask(const Task &task, const SeriesSource &series, double scale = 1);

/// The values that the network is about: as they are, or their growth.
std::vector<double> transformedSeries(const Task &task, const SeriesSource &series);
/// Mean and deviation of the training part of those; 0 and 1 where the series is not standardised.
Scaling scalingOfTask(const Task &task, const SeriesSource &series);

} // namespace unfold
