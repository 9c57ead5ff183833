#include "tests/support/independent_matrices.h"

#include <Eigen/Eigenvalues>
#include <Eigen/QR>
#include <Eigen/SVD>

namespace unfold::test {

double independentSigmaMax(const Matrix &M)
{
    return Eigen::JacobiSVD<Matrix>(M).singularValues()(0);
}

double independentRadius(const Matrix &M)
{
    return M.eigenvalues().cwiseAbs().maxCoeff();
}

Matrix orthogonalFactor(const Matrix &M)
{
    return Eigen::HouseholderQR<Matrix>(M).householderQ();
}

} // namespace unfold::test
