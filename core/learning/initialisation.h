#pragma once
// Initial weights by recipe and seed: the same weights from the same seed with every compiler.
#include "core/circuit/parameters.h"
#include "core/linalg/matrix.h"

#include <cstdint>
#include <map>
#include <optional>

namespace unfold {

enum class Recipe { Orthogonal, Identity, GlorotUniform, Gaussian };

/// What a recurrent matrix made by a recipe is scaled to 1 by, before the gain: its spectral radius or its σ_max.
/// A matrix that is not square has no spectral radius and is scaled by σ_max always.
enum class ScaledBy { SpectralRadius, LargestSingularValue };

/// The recipe of one parameter alone.
struct OwnRecipe {
    Recipe recipe = Recipe::Orthogonal;
    std::optional<double> deviation = {}; ///< of Gaussian entries; nullopt: 1/√(size of the source)
    bool operator==(const OwnRecipe &) const = default;
};

struct Initialisation {
    Recipe recipe = Recipe::Orthogonal; ///< of every matrix that has none of its own
    std::uint64_t seed = 1;
    /// nullopt: the spectral radius, and a matrix with a recipe of its own is not scaled at all.
    std::optional<ScaledBy> scaledBy = {};
    std::map<std::string, double> constants = {}; ///< parameter → the number that every entry starts with
    std::map<std::string, OwnRecipe> recipes = {}; ///< parameter → its own recipe; no name is in both maps
    bool operator==(const Initialisation &) const = default;
};

/// "orthogonal", "identity", "glorot-uniform", "gaussian".
std::string_view nameOf(Recipe recipe);
std::optional<Recipe> recipeNamed(std::string_view name);

/// One parameter. Biases without a constant or a recipe of their own are 0. Each parameter draws from its own stream
/// (seed, name), so that adding one changes no other. Recurrent matrices are scaled to 1 as said above (one that is all
/// zero stays so); constants are taken as written.
Matrix initialise(const ParameterInfo &parameter, const Initialisation &initialisation);

/// Whether the parameter, where it is a recurrent matrix that is made so, is scaled to 1 before the gain.
bool isScaled(const std::string &parameter, const Initialisation &initialisation);

/// Without the constants and recipes of parameters that are not there.
void keepOnly(const std::vector<ParameterInfo> &parameters, Initialisation &initialisation);

} // namespace unfold
