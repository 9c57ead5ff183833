#include "core/tasks/generator.h"

#include "core/circuit/input_error.h"

#include <cmath>
#include <numbers>

namespace unfold {
namespace {

constexpr int copied = 3, letters = 4;

int lengthOf(const Task &task, RandomStream &random)
{
    const auto choices = static_cast<std::uint64_t>(task.most - task.least + 1);
    return task.least + static_cast<int>(random.below(choices));
}

int oneOf(RandomStream &random, int first, int count)
{
    return first + static_cast<int>(random.below(static_cast<std::uint64_t>(count)));
}

Example classified(const std::vector<int> &inputs, int size, std::vector<int> targets)
{
    Example example;
    example.sequence["x"] = oneHot(inputs, size);
    example.classes = std::move(targets);
    return example;
}

/// Each symbol predicts the next.
Example nextOf(const std::vector<int> &word, int size)
{
    return classified({word.begin(), word.end() - 1}, size, {word.begin() + 1, word.end()});
}

Example adding(int steps, RandomStream &random)
{
    Matrix x = Matrix::Zero(2, steps);
    for (Eigen::Index t = 0; t < steps; ++t)
        x(0, t) = random.uniform();
    const int half = steps / 2;
    const int first = oneOf(random, 0, half), second = oneOf(random, half, steps - half);
    x(1, first) = x(1, second) = 1;
    Example example;
    example.vectors = Matrix::Constant(1, 1, (x(0, first) + x(0, second)) / 2);
    example.sequence["x"] = std::move(x);
    return example;
}

/// A place in the n-th tenth of `steps`, n from 1.
int inTenth(int n, int steps, RandomStream &random)
{
    const int from = (n - 1) * steps / 10, to = std::max(from + 1, n * steps / 10);
    return oneOf(random, from, to - from);
}

Example temporalOrder(int steps, RandomStream &random)
{
    std::vector<int> word;
    for (int t = 0; t < steps; ++t)
        word.push_back(oneOf(random, 2, 4));
    const int early = inTenth(2, steps, random), late = inTenth(6, steps, random);
    const int a = oneOf(random, 0, 2), b = oneOf(random, 0, 2);
    word[static_cast<std::size_t>(early)] = a;
    word[static_cast<std::size_t>(late)] = b;
    return classified(word, 6, {2 * a + b});
}

Example recall(int steps, RandomStream &random)
{
    std::vector<int> word{oneOf(random, 0, letters)};
    while (static_cast<int>(word.size()) < steps)
        word.push_back(oneOf(random, letters, letters));
    return classified(word, 2 * letters, {word.front()});
}

Example copy(int steps, RandomStream &random)
{
    const int blank = letters, now = letters + 1;
    std::vector<int> word(static_cast<std::size_t>(steps), blank);
    std::vector<int> targets;
    for (std::size_t t = 0; t < copied; ++t)
        targets.push_back(word[t] = oneOf(random, 0, letters));
    word[static_cast<std::size_t>(steps - copied - 1)] = now;
    return classified(word, letters + 2, targets);
}

Example parity(int steps, RandomStream &random)
{
    std::vector<int> bits, odd;
    for (int t = 0, sum = 0; t < steps; ++t) {
        bits.push_back(oneOf(random, 0, 2));
        odd.push_back((sum += bits.back()) % 2);
    }
    return classified(bits, 2, odd);
}

Example counting(int n)
{
    enum Symbol { Start, A, B, End };
    std::vector<int> word{Start};
    word.insert(word.end(), static_cast<std::size_t>(n), A);
    word.insert(word.end(), static_cast<std::size_t>(n), B);
    word.push_back(End);
    Example example = nextOf(word, 4);
    example.at = Span{Span::Kind::Last, n};
    example.classes.erase(example.classes.begin(), example.classes.end() - n);
    return example;
}

Example echo(int steps, int delay, RandomStream &random)
{
    std::vector<int> word;
    for (int t = 0; t < steps; ++t)
        word.push_back(oneOf(random, 0, letters));
    return classified(word, letters, {word.begin(), word.end() - delay});
}

Example sine(int steps, RandomStream &random)
{
    const double speed = random.uniform(0.2, 0.6), phase = random.uniform(0, 2 * std::numbers::pi);
    Matrix x(1, steps), next(1, steps);
    for (Eigen::Index t = 0; t < steps; ++t) {
        x(0, t) = std::sin(speed * static_cast<double>(t) + phase);
        next(0, t) = std::sin(speed * static_cast<double>(t + 1) + phase);
    }
    Example example;
    example.sequence["x"] = std::move(x);
    example.vectors = std::move(next);
    return example;
}

/// The fewest steps that the task has a place in.
int fewestSteps(const Task &task)
{
    switch (task.kind) {
    case TaskKind::TemporalOrder: return 10;
    case TaskKind::Copy: return 2 * copied + 1;
    case TaskKind::Adding:
    case TaskKind::Recall: return 2;
    case TaskKind::Echo: return task.delay + 1;
    default: return 1;
    }
}

void check(const Task &task)
{
    const int fewest = fewestSteps(task);
    if (task.least < fewest)
        throw InputError("training.task.steps", std::to_string(task.least) + " steps",
            "at least " + std::to_string(fewest) + ", where " + std::string(nameOf(task.kind)) + " has room");
    if (task.most < task.least)
        throw InputError("training.task.most", std::to_string(task.most) + " is less than least",
            "a number from " + std::to_string(task.least));
}

using Words = std::vector<std::string>;

} // namespace

Matrix oneHot(const std::vector<int> &classes, int size)
{
    Matrix columns = Matrix::Zero(size, static_cast<Eigen::Index>(classes.size()));
    for (std::size_t t = 0; t < classes.size(); ++t)
        columns(classes[t], static_cast<Eigen::Index>(t)) = 1;
    return columns;
}

TaskLists emptyLists(const Task &task)
{
    check(task);
    const Span every{}, last{Span::Kind::Last, 1};
    const auto lists = [](Words inputs, Words classes, Span at) {
        TaskLists made;
        made.shape = {static_cast<int>(inputs.size()), 0, static_cast<int>(classes.size()), LossKind::CrossEntropy, at};
        made.inputs = std::move(inputs);
        made.classes = std::move(classes);
        return made;
    };
    const auto numbers = [](int size, Span at) {
        TaskLists made;
        made.shape = {size, 0, 1, LossKind::SquaredError, at};
        return made;
    };
    const Words reber{"B", "T", "S", "X", "P", "V", "E"}, four{"A", "B", "C", "D"};
    switch (task.kind) {
    case TaskKind::Adding: return numbers(2, last);
    case TaskKind::Sine: return numbers(1, every);
    case TaskKind::TemporalOrder: return lists({"A", "B", "c", "d", "e", "f"}, {"AA", "AB", "BA", "BB"}, last);
    case TaskKind::Recall: return lists({"A", "B", "C", "D", "e", "f", "g", "h"}, four, last);
    case TaskKind::Copy: return lists({"A", "B", "C", "D", "–", "now"}, four, {Span::Kind::Last, copied});
    case TaskKind::Parity: return lists({"0", "1"}, {"even", "odd"}, every);
    case TaskKind::Counting: return lists({"start", "a", "b", "end"}, {"start", "a", "b", "end"}, every);
    case TaskKind::Echo: return lists(four, four, {Span::Kind::After, task.delay});
    default: return lists(reber, reber, every);
    }
}

Example drawExample(const Task &task, RandomStream &random)
{
    const auto steps = [&] { return lengthOf(task, random); };
    switch (task.kind) {
    case TaskKind::Adding: return adding(steps(), random);
    case TaskKind::TemporalOrder: return temporalOrder(steps(), random);
    case TaskKind::Recall: return recall(steps(), random);
    case TaskKind::Copy: return copy(steps(), random);
    case TaskKind::Parity: return parity(steps(), random);
    case TaskKind::Counting: return counting(steps());
    case TaskKind::Reber: return nextOf(reberWord(random), 7);
    case TaskKind::EmbeddedReber: return nextOf(embeddedReberWord(random), 7);
    case TaskKind::Echo: return echo(steps(), task.delay, random);
    case TaskKind::Sine: return sine(steps(), random);
    default: return {};
    }
}

} // namespace unfold
