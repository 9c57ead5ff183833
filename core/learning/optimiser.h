#pragma once
// How a gradient g changes the parameters θ, entry by entry, as torch.optim does it:
//
//   sgd        θ ← θ − η g
//   momentum   v ← μ v + g,               θ ← θ − η v
//   adagrad    s ← s + g²,                θ ← θ − η g / (√s + ε)
//   rmsprop    s ← ρ s + (1 − ρ) g²,      θ ← θ − η g / (√s + ε)
//   adam       m ← β₁ m + (1 − β₁) g,     v ← β₂ v + (1 − β₂) g²,
//              θ ← θ − η/(1 − β₁ᵘ) · m / (√v/√(1 − β₂ᵘ) + ε),   u the number of this update, from 1
//
// Threads: pure functions of their arguments.
#include "core/linalg/matrix.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace unfold {

enum class OptimiserKind { Sgd, Momentum, Adagrad, Rmsprop, Adam };

/// "sgd", "momentum", "adagrad", "rmsprop", "adam".
std::string_view nameOf(OptimiserKind kind);
std::optional<OptimiserKind> optimiserNamed(std::string_view name);

struct Optimiser {
    OptimiserKind kind = OptimiserKind::Sgd;
    double rate = 0.1; ///< η > 0
    double momentum = 0.9; ///< μ
    double decay = 0.99; ///< ρ
    double beta1 = 0.9;
    double beta2 = 0.999;
    std::optional<double> epsilon; ///< ε; unset: 1e-8, adagrad 1e-10

    double epsilonUsed() const;
    bool operator==(const Optimiser &) const = default;
};

/// What an optimiser remembers, a matrix for each parameter; empty where its kind needs none.
struct Moments {
    std::vector<Matrix> first; ///< momentum: v; adam: m
    std::vector<Matrix> second; ///< adagrad, rmsprop: s; adam: v
};

/// Zeros for parameters of these shapes.
Moments noMoments(OptimiserKind kind, const std::vector<Matrix> &parameters);

/// One update of the parameters that `trained` marks. update: its number from 1. Shapes agree; nothing is allocated.
void applyUpdate(const Optimiser &optimiser, std::int64_t update, const std::vector<bool> &trained,
    const std::vector<Matrix> &gradients, Moments &moments, std::vector<Matrix> &parameters);

} // namespace unfold
