#pragma once
// Matrix products, added to what is there.
//
// Two kinds, because a recurrent network has two: the same matrix times one step after the other (packed once, so that
// each step reads it straight through), and products over a whole sequence. Nothing here allocates but `pack`, and that
// only for a new shape. Result entries beyond the block given are never touched. Threads: pure functions of their
// arguments.
#include "core/linalg/matrix.h"

namespace unfold {

using ConstMatrixBlock = Eigen::Ref<const Matrix, 0, Eigen::OuterStride<>>;
using MatrixBlock = Eigen::Ref<Matrix, 0, Eigen::OuterStride<>>;

/// A matrix copied into panels of a few rows, each panel column by column, the last one filled up with zeros.
struct PackedMatrix {
    int rows = 0;
    int cols = 0;
    Vector panels;
};

void pack(const Matrix &A, PackedMatrix &packed);
void packTransposed(const Matrix &A, PackedMatrix &packed); ///< packs Aᵀ

/// C += factor · A · B        A: m × k, packed; B: k × n, few columns; C: m × n
void addProduct(double factor, const PackedMatrix &A, const ConstMatrixBlock &B, MatrixBlock C);

/// C += factor · A · B        A: m × k; B: k × n; C: m × n
void addProduct(double factor, const ConstMatrixBlock &A, const ConstMatrixBlock &B, MatrixBlock C);

/// C += factor · Aᵀ · B       A: k × m; B: k × n; C: m × n
void addTransposedProduct(double factor, const ConstMatrixBlock &A, const ConstMatrixBlock &B, MatrixBlock C);

/// C += factor · A · Bᵀ       A: m × k; B: n × k; C: m × n
void addProductTransposed(double factor, const ConstMatrixBlock &A, const ConstMatrixBlock &B, MatrixBlock C);

} // namespace unfold
