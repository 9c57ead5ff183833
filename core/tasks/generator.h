#pragma once
// The memory tasks of the literature, each drawn one example at a time.
//
//   adding          x = (u, marker), u uniform in [0, 1), one marker in each half; target: the mean of the two at the
//   end temporal order  letters A B c d e f; A or B in the second and in the sixth tenth, others elsewhere; which of
//   the four recall          a letter of four at step 1, then noise of four others; the letter at the end copy three
//   letters of four, blanks, "now" three steps before the end; the three letters parity          bits; whether an odd
//   number of ones was read, at every step counting        start aⁿ bⁿ; the next symbol from the first b on, the last
//   of which is "end" echo            letters of four; the one of `delay` steps ago sine            sin(ω t + φ), ω
//   uniform in [0.2, 0.6), φ in [0, 2π); the next value
// Sources: Hochreiter and Schmidhuber, Long Short-Term Memory, 1997 (adding, temporal order, embedded Reber); Gers and
// Schmidhuber, LSTM Recurrent Networks Learn Simple Context Free and Context Sensitive Languages, 2001 (counting).
#include "core/learning/random.h"
#include "core/tasks/task_lists.h"

namespace unfold {

/// Sizes, names and loss; without examples. Throws InputError (place "training.task.steps") where the steps are too
/// few.
TaskLists emptyLists(const Task &task);

/// One example of a generator's task.
Example drawExample(const Task &task, RandomStream &random);

/// Words of Reber's grammar: classes 0 … 6 are B T S X P V E, from B to E.
std::vector<int> reberWord(RandomStream &random);
/// B, T or P, a word of the grammar, the same T or P, E.
std::vector<int> embeddedReberWord(RandomStream &random);

/// A column for each class: one-hot, `size` × count.
Matrix oneHot(const std::vector<int> &classes, int size);

} // namespace unfold
