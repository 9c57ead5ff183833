#include "core/linalg/lanczos.h"

#include "core/linalg/decompositions.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace unfold {
namespace {
constexpr double relativeTolerance = 1e-12;
constexpr double breakdown = 1e-15; ///< relative to σ: what is left of a vector after reorthogonalisation is rounding

/// A fixed direction without structure, so that no matrix of a textbook is orthogonal to it.
Vector startVector(Eigen::Index size)
{
    Vector v(size);
    std::uint64_t state = 0x9e3779b97f4a7c15u;
    for (double &entry : v) {
        state = state * 6364136223846793005u + 1442695040888963407u;
        entry = static_cast<double>(state >> 11) * 0x1p-53 + 0.25;
        if ((state >> 7) & 1u)
            entry = -entry;
    }
    return v.normalized();
}

/// Subtracts from v its part in the span of the first `count` columns of Q, twice ("twice is enough").
void orthogonalise(Vector &v, const Matrix &Q, Eigen::Index count)
{
    for (int pass = 0; pass < 2; ++pass)
        v.noalias() -= Q.leftCols(count) * (Q.leftCols(count).transpose() * v).eval();
}

struct Estimate {
    double sigma = 0;
    double lastEntry = 0; ///< of the left singular vector of B: the residual is β times this
};

/// The largest singular value of the k × k bidiagonal B, from the tridiagonal B Bᵀ.
Estimate estimateFrom(const Vector &alpha, const Vector &beta, Eigen::Index k)
{
    Vector diagonal = alpha.head(k).cwiseAbs2();
    diagonal.head(k - 1) += beta.head(k - 1).cwiseAbs2();
    const Vector off = beta.head(k - 1).cwiseProduct(alpha.segment(1, k - 1));
    const LargestOfTridiagonal largest = largestOfTridiagonal(diagonal, off);
    return {std::sqrt(std::max(0.0, largest.eigenvalue)), std::abs(largest.lastEntry)};
}
} // namespace

std::optional<double> lanczosSigmaMax(const Matrix &A)
{
    const Eigen::Index limit = std::min(A.rows(), A.cols()) / 3;
    Matrix U(A.rows(), limit);
    Matrix V(A.cols(), limit);
    Vector alpha = Vector::Zero(limit);
    Vector beta = Vector::Zero(limit);
    Vector u(A.rows());
    Vector v = startVector(A.cols());
    Eigen::Index nextCheck = 4;
    for (Eigen::Index k = 0; k < limit; ++k) {
        V.col(k) = v;
        u.noalias() = A * v;
        orthogonalise(u, U, k);
        alpha(k) = u.norm();
        if (alpha(k) > 0)
            u /= alpha(k);
        U.col(k) = u;
        v.noalias() = A.transpose() * u;
        orthogonalise(v, V, k + 1);
        beta(k) = v.norm();
        const double scale = alpha.head(k + 1).maxCoeff();
        const bool exhausted = alpha(k) <= breakdown * scale || beta(k) <= breakdown * scale;
        if (exhausted || k + 1 == nextCheck || k + 1 == limit) {
            const Estimate estimate = estimateFrom(alpha, beta, k + 1);
            if (exhausted || beta(k) * estimate.lastEntry <= relativeTolerance * estimate.sigma)
                return estimate.sigma;
            nextCheck += std::max<Eigen::Index>(2, nextCheck / 3);
        }
        v /= beta(k);
    }
    return std::nullopt;
}

} // namespace unfold
