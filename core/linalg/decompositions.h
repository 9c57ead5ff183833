#pragma once
// Eigen's decompositions, as functions: each is compiled once, in decompositions.cpp alone, where it costs half a
// minute.
#include "core/linalg/matrix.h"

#include <complex>
#include <optional>
#include <vector>

namespace unfold {

/// The eigenvalues of M, n × n, in no order, by the real Schur form; O(n³). Empty where the iteration does not
/// converge.
std::vector<std::complex<double>> eigenvaluesOf(const Matrix &M);

/// The singular values of M, m × n, falling, by divide and conquer; O(m n · min(m, n)).
Vector singularValuesOf(const Matrix &M);

/// The largest eigenvalue of S, n × n, symmetric (its lower triangle is read).
double largestSymmetricEigenvalue(const Matrix &S);

/// The largest eigenvalue of the symmetric tridiagonal matrix with this diagonal (n) and this line beside it (n − 1),
/// and the last entry of its eigenvector of length 1.
struct LargestOfTridiagonal {
    double eigenvalue = 0;
    double lastEntry = 0;
};
LargestOfTridiagonal largestOfTridiagonal(const Vector &diagonal, const Vector &off);

/// The x that makes ‖A x − b‖₂ smallest; A m × n, by QR with column pivoting. Of several: one of them.
Vector leastSquares(const Matrix &A, const Vector &b);

} // namespace unfold
