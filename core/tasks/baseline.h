#pragma once
// What a simpler method does on the same task: a network is worth its trouble only beside it.
//
//   series     repeat the last value: ô(t) = x(t); a linear autoregression of p values, by least squares on the
//   training
//              part, ô(t) = c + Σ_k a_k x(t − k), k = 0 … p − 1
//   labelled   a bag of words: multinomial naive Bayes with one added to every count (McCallum and Nigam 1998); it
//   counts
//              words and knows nothing of their order
#include "core/experiment/training.h"
#include "core/tasks/task_lists.h"

namespace unfold {

struct Baseline {
    enum class Method { RepeatLast, Autoregression, BagOfWords };
    Method method = Method::RepeatLast;
    int order = 0; ///< of an autoregression: p
    double loss = 0; ///< of the test list, the mean over its counted steps: ½(ô − y)²; series
    double accuracy = 0; ///< of the test list; labelled
};

/// Of the test list; empty where the task has none, or where no simpler method is known.
std::vector<Baseline> baselinesOf(const Training &training);

/// p of the autoregression that is best on the training part by the criterion of Akaike, at most 12.
constexpr int longestAutoregression = 12;

} // namespace unfold
