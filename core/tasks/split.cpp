#include "core/tasks/split.h"

#include "core/circuit/input_error.h"
#include "core/learning/order.h"
#include "core/tasks/generator.h"

#include <algorithm>

namespace unfold {
namespace {

constexpr int drawnToTrain = 500, drawnToValidate = 200, drawnToTest = 500;
constexpr int triesForNew = 20;

/// What an example shows and asks, as bytes that can be compared.
std::string keyOf(const Example &example)
{
    std::string key;
    const auto add = [&](const double *numbers, Eigen::Index count) {
        key.append(reinterpret_cast<const char *>(numbers), static_cast<std::size_t>(count) * sizeof(double)); // NOLINT
    };
    for (const auto &[node, values] : example.sequence) {
        key += node + ":" + std::to_string(values.rows()) + "x" + std::to_string(values.cols()) + ";";
        add(values.data(), values.size());
    }
    for (const int target : example.classes)
        key += "," + std::to_string(target);
    add(example.vectors.data(), example.vectors.size());
    return key;
}

std::vector<std::string> keysOf(const Examples &examples)
{
    std::vector<std::string> keys;
    std::transform(examples.begin(), examples.end(), std::back_inserter(keys), keyOf);
    std::sort(keys.begin(), keys.end());
    return keys;
}

Examples taken(Examples &all, int count)
{
    const auto end = all.begin() + count;
    Examples part(std::make_move_iterator(all.begin()), std::make_move_iterator(end));
    all.erase(all.begin(), end);
    return part;
}

void warnOfShared(TaskLists &lists)
{
    for (const auto &[measured, name] : {std::pair{&lists.validation, "validation"}, std::pair{&lists.test, "test"}})
        if (const std::string warning = sharedExamples(lists.train, *measured, name); !warning.empty())
            lists.warnings.push_back(warning);
}

/// Only the letter that has to agree with the second one is asked for: the others can be known by half at best.
void askForLastButOne(Examples &examples)
{
    for (Example &example : examples) {
        const auto steps = static_cast<int>(example.sequence.at("x").cols());
        example.at = Span{Span::Kind::Listed, 1, {steps - 1}};
        example.classes = {example.classes[static_cast<std::size_t>(steps - 2)]};
    }
}

class Drawer
{
public:
    explicit Drawer(const Task &task)
        : m_task(task)
    {
    }
    /// Examples that were not drawn before, as far as they can be had.
    Examples draw(int count, std::string_view list)
    {
        RandomStream random(m_task.seed.value_or(1), "task " + std::string(list));
        Examples examples;
        std::vector<std::string> own;
        for (int i = 0; i < count; ++i) {
            examples.push_back(drawNew(random));
            own.push_back(keyOf(examples.back()));
        }
        m_seen.insert(m_seen.end(), own.begin(), own.end());
        std::sort(m_seen.begin(), m_seen.end());
        return examples;
    }

private:
    Example drawNew(RandomStream &random) const
    {
        Example example = drawExample(m_task, random);
        for (int i = 1; i < triesForNew && std::binary_search(m_seen.begin(), m_seen.end(), keyOf(example)); ++i)
            example = drawExample(m_task, random);
        return example;
    }

    const Task &m_task;
    std::vector<std::string> m_seen; ///< sorted; of the lists before
};

} // namespace

TaskCounts countsOf(const Task &task, int all)
{
    const int validation = task.validation.value_or(0), test = task.test.value_or(0);
    const int train = task.train.value_or(all - validation - test);
    if (train < 1 || train + validation + test > all)
        throw InputError("training.task",
            std::to_string(task.train.value_or(1)) + " for training, " + std::to_string(validation)
                + " for validation and " + std::to_string(test) + " for testing are more than the "
                + std::to_string(all) + " examples of the data",
            "fewer, at least one of them for training");
    return {train, validation, test};
}

std::string sharedExamples(const Examples &train, const Examples &measured, const std::string &name)
{
    const std::vector<std::string> known = keysOf(train);
    const auto shared = std::count_if(measured.begin(), measured.end(),
        [&](const Example &example) { return std::binary_search(known.begin(), known.end(), keyOf(example)); });
    if (shared == 0)
        return {};
    return std::to_string(shared) + " of " + std::to_string(measured.size()) + " examples for " + name
        + " are also among those for training";
}

TaskLists divided(const Task &task, WholeTask whole)
{
    Examples &all = whole.examples;
    const TaskCounts counts = countsOf(task, static_cast<int>(all.size()));
    if (task.seed) {
        std::vector<int> order;
        fillOrder(ExampleOrder::Shuffled, *task.seed, 0, static_cast<int>(all.size()), order);
        Examples shuffled;
        for (const int i : order)
            shuffled.push_back(std::move(all[static_cast<std::size_t>(i)]));
        all = std::move(shuffled);
    }
    TaskLists lists = std::move(whole.lists);
    lists.train = taken(all, counts.train);
    lists.validation = taken(all, counts.validation);
    lists.test = taken(all, counts.test);
    if (counts.test + counts.validation == 0)
        lists.warnings.emplace_back("nothing is held out: what is measured is what was learned by heart");
    warnOfShared(lists);
    return lists;
}

TaskLists drawnLists(const Task &task)
{
    TaskLists lists = emptyLists(task);
    Drawer drawer(task);
    lists.train = drawer.draw(task.train.value_or(drawnToTrain), "train");
    lists.validation = drawer.draw(task.validation.value_or(drawnToValidate), "validation");
    lists.test = drawer.draw(task.test.value_or(drawnToTest), "test");
    warnOfShared(lists);
    if (task.kind == TaskKind::EmbeddedReber)
        for (Examples *measured : {&lists.validation, &lists.test})
            askForLastButOne(*measured);
    return lists;
}

} // namespace unfold
