#pragma once
// Initial weights by recipe and seed: the same weights from the same seed with every compiler.
#include "core/circuit/parameters.h"
#include "core/linalg/matrix.h"

#include <cstdint>

namespace unfold {

enum class Recipe { Orthogonal, Identity, GlorotUniform, Gaussian };

/// What a recurrent matrix made by a recipe is scaled to 1 by, before the gain: its spectral radius or its σ_max.
/// A matrix that is not square has no spectral radius and is scaled by σ_max always.
enum class ScaledBy { SpectralRadius, LargestSingularValue };

struct Initialisation {
    Recipe recipe = Recipe::Orthogonal;
    std::uint64_t seed = 1;
    ScaledBy scaledBy = ScaledBy::SpectralRadius;
    bool operator==(const Initialisation &) const = default;
};

/// "orthogonal", "identity", "glorot-uniform", "gaussian".
std::string_view nameOf(Recipe recipe);
std::optional<Recipe> recipeNamed(std::string_view name);

/// One parameter. Biases are 0. Each parameter draws from its own stream (seed, name), so that adding one changes no
/// other. Recurrent matrices come scaled to 1 as said above (one that is all zero stays so).
Matrix initialise(const ParameterInfo &parameter, const Initialisation &initialisation);

} // namespace unfold
