#include "core/learning/initialisation.h"

#include "core/learning/random.h"
#include "core/linalg/spectrum.h"

#include <array>
#include <cmath>

namespace unfold {
namespace {

constexpr std::array<std::pair<Recipe, std::string_view>, 4> recipeNames{{
    {Recipe::Orthogonal, "orthogonal"},
    {Recipe::Identity, "identity"},
    {Recipe::GlorotUniform, "glorot-uniform"},
    {Recipe::Gaussian, "gaussian"},
}};

/// Row by row, as one reads.
template <typename Draw> Matrix filled(Eigen::Index rows, Eigen::Index cols, Draw draw)
{
    Matrix m(rows, cols);
    for (Eigen::Index i = 0; i < rows; ++i)
        for (Eigen::Index j = 0; j < cols; ++j)
            m(i, j) = draw();
    return m;
}

/// M ← (I − 2 v vᵀ / vᵀv) M, rows and columns from `from` on. Plain loops: the order of the sums is part of the result.
void reflect(Matrix &m, const Vector &v, Eigen::Index from)
{
    double square = 0;
    for (Eigen::Index i = from; i < m.rows(); ++i)
        square += v(i) * v(i);
    if (square == 0)
        return;
    for (Eigen::Index j = from; j < m.cols(); ++j) {
        double dot = 0;
        for (Eigen::Index i = from; i < m.rows(); ++i)
            dot += v(i) * m(i, j);
        const double factor = 2 * dot / square;
        for (Eigen::Index i = from; i < m.rows(); ++i)
            m(i, j) -= factor * v(i);
    }
}

/// The Householder vector that takes column k of `m` to a multiple of unit vector k.
Vector householder(const Matrix &m, Eigen::Index k)
{
    Vector v = Vector::Zero(m.rows());
    double square = 0;
    for (Eigen::Index i = k; i < m.rows(); ++i) {
        v(i) = m(i, k);
        square += v(i) * v(i);
    }
    v(k) += std::copysign(std::sqrt(square), v(k));
    return v;
}

/// Q of M = Q R with a positive diagonal of R: uniform over the (semi-)orthogonal matrices if M is Gaussian
/// (Mezzadri 2007). M is tall: rows ≥ cols; Q has its shape.
Matrix orthogonalOf(Matrix m)
{
    std::vector<Vector> reflections;
    for (Eigen::Index k = 0; k < m.cols(); ++k) {
        reflections.push_back(householder(m, k));
        reflect(m, reflections.back(), k);
    }
    Matrix q = Matrix::Identity(m.rows(), m.cols());
    for (Eigen::Index k = m.cols() - 1; k >= 0; --k)
        reflect(q, reflections[static_cast<size_t>(k)], k);
    for (Eigen::Index k = 0; k < m.cols(); ++k)
        if (m(k, k) < 0)
            q.col(k) *= -1;
    return q;
}

Matrix orthogonal(Eigen::Index rows, Eigen::Index cols, RandomStream &stream)
{
    const auto normal = [&stream] { return stream.normal(); };
    if (rows >= cols)
        return orthogonalOf(filled(rows, cols, normal));
    return orthogonalOf(filled(cols, rows, normal)).transpose();
}

Matrix scaledToOne(Matrix m, ScaledBy by)
{
    const bool byRadius = by == ScaledBy::SpectralRadius && m.rows() == m.cols();
    const double size = byRadius ? spectralRadius(m) : largestSingularValue(m);
    return size > 0 ? Matrix(m / size) : m;
}

Matrix drawn(Eigen::Index rows, Eigen::Index cols, const OwnRecipe &recipe, RandomStream &stream)
{
    switch (recipe.recipe) {
    case Recipe::Orthogonal: return orthogonal(rows, cols, stream);
    case Recipe::Identity: break;
    case Recipe::GlorotUniform: {
        const double limit = std::sqrt(6.0 / static_cast<double>(rows + cols));
        return filled(rows, cols, [&] { return stream.uniform(-limit, limit); });
    }
    case Recipe::Gaussian: {
        const double deviation = recipe.deviation.value_or(1 / std::sqrt(static_cast<double>(cols)));
        return filled(rows, cols, [&] { return deviation * stream.normal(); });
    }
    }
    return Matrix::Identity(rows, cols);
}

/// All singular values of the other two are 1: there is nothing to scale.
bool needsScaling(Recipe recipe)
{
    return recipe == Recipe::GlorotUniform || recipe == Recipe::Gaussian;
}

} // namespace

std::string_view nameOf(Recipe recipe)
{
    for (const auto &[value, name] : recipeNames)
        if (value == recipe)
            return name;
    return {};
}

std::optional<Recipe> recipeNamed(std::string_view name)
{
    for (const auto &[value, known] : recipeNames)
        if (known == name)
            return value;
    return std::nullopt;
}

Matrix initialise(const ParameterInfo &parameter, const Initialisation &initialisation)
{
    const Eigen::Index rows = parameter.rows;
    const Eigen::Index cols = parameter.cols;
    if (const auto constant = initialisation.constants.find(parameter.name); constant != initialisation.constants.end())
        return Matrix::Constant(rows, cols, constant->second);
    const auto own = initialisation.recipes.find(parameter.name);
    const bool ownRecipe = own != initialisation.recipes.end();
    if (parameter.bias && !ownRecipe)
        return Matrix::Zero(rows, cols);
    const OwnRecipe recipe = ownRecipe ? own->second : OwnRecipe{initialisation.recipe};
    RandomStream stream(initialisation.seed, parameter.name);
    Matrix m = drawn(rows, cols, recipe, stream);
    return parameter.recurrent && needsScaling(recipe.recipe) && isScaled(parameter.name, initialisation)
        ? scaledToOne(std::move(m), initialisation.scaledBy.value_or(ScaledBy::SpectralRadius))
        : m;
}

bool isScaled(const std::string &parameter, const Initialisation &initialisation)
{
    return initialisation.constants.count(parameter) == 0
        && (initialisation.recipes.count(parameter) == 0 || initialisation.scaledBy);
}

void keepOnly(const std::vector<ParameterInfo> &parameters, Initialisation &initialisation)
{
    const auto unknown = [&](const auto &entry) { return indexOf(parameters, entry.first) < 0; };
    std::erase_if(initialisation.constants, unknown);
    std::erase_if(initialisation.recipes, unknown);
}

} // namespace unfold
