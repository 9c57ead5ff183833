#include "core/learning/optimiser.h"

#include <array>
#include <cmath>

namespace unfold {
namespace {

constexpr std::array<std::pair<OptimiserKind, std::string_view>, 5> optimiserNames{{
    {OptimiserKind::Sgd, "sgd"},
    {OptimiserKind::Momentum, "momentum"},
    {OptimiserKind::Adagrad, "adagrad"},
    {OptimiserKind::Rmsprop, "rmsprop"},
    {OptimiserKind::Adam, "adam"},
}};

/// How far adam's averages of u gradients are from those of many, both started at 0.
struct AdamBias {
    double first = 1; ///< 1 − β₁ᵘ
    double rootOfSecond = 1; ///< √(1 − β₂ᵘ)
};

void updateOne(const Optimiser &o, const AdamBias &bias, const Matrix &g, Matrix *first, Matrix *second, Matrix &theta)
{
    const double epsilon = o.epsilonUsed();
    switch (o.kind) {
    case OptimiserKind::Sgd: theta.array() -= o.rate * g.array(); break;
    case OptimiserKind::Momentum:
        first->array() = o.momentum * first->array() + g.array();
        theta.array() -= o.rate * first->array();
        break;
    case OptimiserKind::Adagrad:
        second->array() += g.array().square();
        theta.array() -= o.rate * g.array() / (second->array().sqrt() + epsilon);
        break;
    case OptimiserKind::Rmsprop:
        second->array() = o.decay * second->array() + (1 - o.decay) * g.array().square();
        theta.array() -= o.rate * g.array() / (second->array().sqrt() + epsilon);
        break;
    case OptimiserKind::Adam:
        first->array() = o.beta1 * first->array() + (1 - o.beta1) * g.array();
        second->array() = o.beta2 * second->array() + (1 - o.beta2) * g.array().square();
        theta.array() -= o.rate / bias.first * first->array() / (second->array().sqrt() / bias.rootOfSecond + epsilon);
        break;
    }
}

std::vector<Matrix> zerosLike(const std::vector<Matrix> &parameters)
{
    std::vector<Matrix> zeros;
    for (const Matrix &parameter : parameters)
        zeros.push_back(Matrix::Zero(parameter.rows(), parameter.cols()));
    return zeros;
}

} // namespace

std::string_view nameOf(OptimiserKind kind)
{
    for (const auto &[value, name] : optimiserNames)
        if (value == kind)
            return name;
    return {};
}

std::optional<OptimiserKind> optimiserNamed(std::string_view name)
{
    for (const auto &[value, known] : optimiserNames)
        if (known == name)
            return value;
    return std::nullopt;
}

double Optimiser::epsilonUsed() const
{
    return epsilon.value_or(kind == OptimiserKind::Adagrad ? 1e-10 : 1e-8);
}

Moments noMoments(OptimiserKind kind, const std::vector<Matrix> &parameters)
{
    Moments moments;
    if (kind == OptimiserKind::Momentum || kind == OptimiserKind::Adam)
        moments.first = zerosLike(parameters);
    if (kind == OptimiserKind::Adagrad || kind == OptimiserKind::Rmsprop || kind == OptimiserKind::Adam)
        moments.second = zerosLike(parameters);
    return moments;
}

void applyUpdate(const Optimiser &optimiser, std::int64_t update, const std::vector<bool> &trained,
    const std::vector<Matrix> &gradients, Moments &moments, std::vector<Matrix> &parameters)
{
    const auto u = static_cast<double>(update);
    const AdamBias bias{1 - std::pow(optimiser.beta1, u), std::sqrt(1 - std::pow(optimiser.beta2, u))};
    for (std::size_t p = 0; p < parameters.size(); ++p)
        if (trained[p])
            updateOne(optimiser, bias, gradients[p], moments.first.empty() ? nullptr : &moments.first[p],
                moments.second.empty() ? nullptr : &moments.second[p], parameters[p]);
}

} // namespace unfold
