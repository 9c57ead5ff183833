#pragma once
// What tests know of a matrix by another way than the code under test. Eigen's templates for it are compiled once.
#include "core/linalg/matrix.h"

namespace unfold::test {

/// σ_max by Jacobi's rotations. Any shape.
double independentSigmaMax(const Matrix &M);

/// max |λ| of a square matrix.
double independentRadius(const Matrix &M);

/// The orthogonal factor of M = Q R by Householder's reflections; as many rows and columns as M has rows.
Matrix orthogonalFactor(const Matrix &M);

} // namespace unfold::test
