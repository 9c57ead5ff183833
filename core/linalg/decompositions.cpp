#include "core/linalg/decompositions.h"

#include <Eigen/Eigenvalues>
#include <Eigen/QR>
#include <Eigen/SVD>

namespace unfold {

std::vector<std::complex<double>> eigenvaluesOf(const Matrix &M)
{
    const Eigen::EigenSolver<Matrix> solver(M, false);
    if (solver.info() != Eigen::Success)
        return {};
    return {solver.eigenvalues().begin(), solver.eigenvalues().end()};
}

Vector singularValuesOf(const Matrix &M)
{
    return Eigen::BDCSVD<Matrix>(M).singularValues();
}

double largestSymmetricEigenvalue(const Matrix &S)
{
    return Eigen::SelfAdjointEigenSolver<Matrix>(S, Eigen::EigenvaluesOnly).eigenvalues().maxCoeff();
}

LargestOfTridiagonal largestOfTridiagonal(const Vector &diagonal, const Vector &off)
{
    Eigen::SelfAdjointEigenSolver<Matrix> solver;
    solver.computeFromTridiagonal(diagonal, off);
    const Eigen::Index last = diagonal.size() - 1; // the eigenvalues rise
    return {solver.eigenvalues()(last), solver.eigenvectors()(last, last)};
}

Vector leastSquares(const Matrix &A, const Vector &b)
{
    return A.colPivHouseholderQr().solve(b);
}

} // namespace unfold
