#include "core/circuit/input_error.h"
#include "core/data/symbols.h"
#include "core/tasks/data_task.h"
#include "core/tasks/generator.h"
#include "core/tasks/vocabulary.h"

#include <algorithm>

namespace unfold {
namespace {

Example windowOf(const std::vector<int> &classes, std::size_t from, std::size_t count, int size, double scale)
{
    const auto begin = classes.begin() + static_cast<std::ptrdiff_t>(from);
    const auto end = begin + static_cast<std::ptrdiff_t>(count);
    Example example;
    example.sequence["x"] = scale * oneHot({begin, end}, size);
    example.classes = {begin + 1, end + 1};
    return example;
}

} // namespace

WholeTask textTask(const Task &task, const TextSource &text, double scale)
{
    Vocabulary vocabulary;
    const std::vector<int> classes = vocabulary.classesOf(symbolsOf(text));
    if (classes.size() < 2)
        throw InputError("data.text", "there is nothing to predict in it", "at least two symbols");
    const std::size_t pairs = classes.size() - 1;
    const std::size_t window = task.window > 0 ? static_cast<std::size_t>(task.window) : pairs;
    const std::size_t hop = task.hop > 0 ? static_cast<std::size_t>(task.hop) : window;
    if (window > pairs)
        throw InputError("training.task.window", std::to_string(window) + " symbols are more than the text has",
            "at most " + std::to_string(pairs) + ", each with a symbol behind it");
    WholeTask whole;
    for (std::size_t from = 0; from < pairs; from += hop)
        whole.examples.push_back(windowOf(classes, from, std::min(window, pairs - from), vocabulary.size(), scale));
    for (const std::string &symbol : vocabulary.symbols())
        whole.lists.inputs.push_back(visible(symbol));
    whole.lists.classes = whole.lists.inputs;
    whole.lists.shape = {vocabulary.size(), 0, vocabulary.size(), LossKind::CrossEntropy, {}};
    return whole;
}

} // namespace unfold
