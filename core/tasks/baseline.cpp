#include "core/tasks/baseline.h"

#include "core/linalg/decompositions.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace unfold {
namespace {

// --- series ---

/// The counted steps of all examples, each with the `order` inputs up to it.
struct Regression {
    Matrix inputs; ///< steps × (order + 1), the last column 1
    Vector targets;
};

/// Steps at which an example has too few inputs before are left out.
Regression regressionOf(const Examples &examples, int order)
{
    std::vector<Vector> rows;
    std::vector<double> targets;
    for (const Example &example : examples) {
        const Matrix &x = example.sequence.at("x");
        Eigen::Index place = 0;
        for (const int step : example.at.value_or(Span{}).stepsIn(static_cast<int>(x.cols()))) {
            const double target = example.vectors(0, place++);
            if (step < order)
                continue;
            Vector row = Vector::Ones(order + 1);
            row.head(order) = x.row(0).segment(step - order, order).reverse().transpose();
            rows.push_back(row);
            targets.push_back(target);
        }
    }
    Regression made{
        Matrix(static_cast<Eigen::Index>(rows.size()), order + 1), Vector(static_cast<Eigen::Index>(rows.size()))};
    for (std::size_t i = 0; i < rows.size(); ++i) {
        made.inputs.row(static_cast<Eigen::Index>(i)) = rows[i].transpose();
        made.targets[static_cast<Eigen::Index>(i)] = targets[i];
    }
    return made;
}

Vector fitted(const Regression &train)
{
    return leastSquares(train.inputs, train.targets);
}

double halfMeanSquare(const Vector &error)
{
    return error.size() == 0 ? 0 : 0.5 * error.squaredNorm() / static_cast<double>(error.size());
}

double lossOf(const Regression &of, const Vector &coefficients)
{
    return halfMeanSquare(of.inputs * coefficients - of.targets);
}

/// n ln(error) + 2 p, smallest: more values only where they help more than chance would.
int bestOrder(const Examples &train)
{
    int best = 1;
    double smallest = std::numeric_limits<double>::infinity();
    for (int order = 1; order <= longestAutoregression; ++order) {
        const Regression regression = regressionOf(train, order);
        const auto n = static_cast<double>(regression.targets.size());
        if (n <= order + 1)
            break;
        const double criterion = n * std::log(std::max(lossOf(regression, fitted(regression)), 1e-300)) + 2 * order;
        if (criterion < smallest) {
            smallest = criterion;
            best = order;
        }
    }
    return best;
}

std::vector<Baseline> ofSeries(const Training &training)
{
    const Examples &train = training.examples, &test = training.test;
    const Vector repeat = Vector::Unit(2, 0);
    Baseline last{Baseline::Method::RepeatLast, 1, lossOf(regressionOf(test, 1), repeat), 0};
    const int order = bestOrder(train);
    const Vector coefficients = fitted(regressionOf(train, order));
    return {last, {Baseline::Method::Autoregression, order, lossOf(regressionOf(test, order), coefficients), 0}};
}

// --- labelled ---

/// Counts of the words of an example.
Vector bagOf(const Example &example)
{
    return example.sequence.at("x").rowwise().sum();
}

class NaiveBayes
{
public:
    NaiveBayes(const Examples &train, int classes)
        : m_words(Matrix::Ones(train.front().sequence.at("x").rows(), classes))
        , m_examples(Vector::Zero(classes))
    {
        for (const Example &example : train) {
            m_words.col(example.classes.front()) += bagOf(example);
            m_examples[example.classes.front()] += 1;
        }
        for (Eigen::Index c = 0; c < m_words.cols(); ++c)
            m_words.col(c) = (m_words.col(c) / m_words.col(c).sum()).array().log();
    }
    int classOf(const Example &example) const
    {
        const Vector score = m_words.transpose() * bagOf(example) + Vector(m_examples.array().max(1e-300).log());
        Eigen::Index best = 0;
        score.maxCoeff(&best);
        return static_cast<int>(best);
    }

private:
    Matrix m_words; ///< words × classes; ln of their share
    Vector m_examples;
};

std::vector<Baseline> ofLabels(const Training &training)
{
    int classes = 1;
    for (const Examples *list : {&training.examples, &training.test})
        for (const Example &example : *list)
            classes = std::max(classes, example.classes.front() + 1);
    const NaiveBayes bag(training.examples, classes);
    const auto right = std::count_if(training.test.begin(), training.test.end(),
        [&](const Example &example) { return bag.classOf(example) == example.classes.front(); });
    return {
        {Baseline::Method::BagOfWords, 0, 0, static_cast<double>(right) / static_cast<double>(training.test.size())}};
}

} // namespace

std::vector<Baseline> baselinesOf(const Training &training)
{
    if (!training.task || training.test.empty() || training.examples.empty())
        return {};
    if (training.task->kind == TaskKind::Series)
        return ofSeries(training);
    return training.task->kind == TaskKind::Labelled ? ofLabels(training) : std::vector<Baseline>{};
}

} // namespace unfold
