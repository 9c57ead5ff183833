// The scheme is that of Goto and van de Geijn, "Anatomy of high-performance matrix multiplication" (2008): a tile of C
// stays in registers while panels of A and B stream past it.
#include "core/linalg/gemm.h"

#include "core/linalg/simd.h"

#include <algorithm>

namespace unfold {
namespace {

using Index = Eigen::Index;

constexpr int panelRows = 2 * simdCount; ///< rows of a panel of A: two registers
constexpr int panelCols = simdCount == 8 ? 8 : 4; ///< columns of a panel of B: as many as registers allow
constexpr int columnPanels = simdCount == 8 ? 4 : 2; ///< panels of A at once, where B is a single column

// A block of A (256 KB) and one of B (512 KB) stay in the second-level cache.
constexpr Index blockDepth = 256;
constexpr Index blockRows = 128;
constexpr Index blockCols = 256;
static_assert(blockRows % panelRows == 0 && blockCols % panelCols == 0);

Index roundedUp(Index n, Index unit)
{
    return (n + unit - 1) / unit * unit;
}

/// An operand of a product: entry (row, col) stands at data[row · rowStep + col · colStep].
struct Operand {
    const double *data;
    Index rowStep;
    Index colStep;

    Operand from(Index row, Index col) const { return {data + row * rowStep + col * colStep, rowStep, colStep}; }
};

Operand plain(const ConstMatrixBlock &m)
{
    return {m.data(), 1, m.outerStride()};
}

Operand transposed(const ConstMatrixBlock &m)
{
    return {m.data(), m.outerStride(), 1};
}

/// Copies `count` entries, `step` apart, to the `Rows` entries of one column of a panel; missing ones are 0.
template <int Rows> void packColumn(const double *from, Index step, Index count, double *to)
{
    static_assert(Rows % simdCount == 0);
    if (count < Rows)
        for (Index row = 0; row < Rows; ++row)
            to[row] = row < count ? from[row * step] : 0;
    else if (step == 1)
        for (Index row = 0; row < Rows; row += simdCount)
            store(load(from + row), to + row);
    else
#pragma GCC unroll 16
        for (Index row = 0; row < Rows; ++row)
            to[row] = from[row * step];
}

/// Copies a rows × cols operand into panels of `Rows` rows, each column by column.
template <int Rows> void packPanels(const Operand &from, Index rows, Index cols, double *to)
{
    for (Index first = 0; first < rows; first += Rows) {
        const Operand panel = from.from(first, 0);
        for (Index col = 0; col < cols; ++col, to += Rows)
            packColumn<Rows>(panel.data + col * panel.colStep, panel.rowStep, std::min<Index>(Rows, rows - first), to);
    }
}

/// c[0 … rows) += factor · sum, one column of one panel.
void addColumn(double factor, Simd upper, Simd lower, double *c, Index rows)
{
    if (rows >= panelRows) {
        store(load(c) + factor * upper, c);
        store(load(c + simdCount) + factor * lower, c + simdCount);
        return;
    }
    double sum[panelRows];
    store(factor * upper, sum);
    store(factor * lower, sum + simdCount);
    for (Index row = 0; row < rows; ++row)
        c[row] += sum[row];
}

/// C += factor · (one panel of A) · (one panel of B). a: panelRows × depth; b: depth × panelCols, row by row;
/// c: the rows × cols upper left part of the tile is written, columns `stride` apart.
void addTile(
    double factor, const double *a, const double *b, Index depth, double *c, Index stride, Index rows, Index cols)
{
    Simd upper[panelCols] = {};
    Simd lower[panelCols] = {};
    for (Index k = 0; k < depth; ++k, a += panelRows, b += panelCols) {
        const Simd a0 = load(a);
        const Simd a1 = load(a + simdCount);
#pragma GCC unroll 8
        for (int j = 0; j < panelCols; ++j) {
            upper[j] += a0 * b[j];
            lower[j] += a1 * b[j];
        }
    }
#pragma GCC unroll 8
    for (int j = 0; j < panelCols; ++j)
        if (j < cols)
            addColumn(factor, upper[j], lower[j], c + j * stride, rows);
}

/// c += factor · (`Panels` panels of A) · b, b a single column. Even and odd entries of b are summed apart, so that one
/// sum need not wait for the other.
template <int Panels>
void addPanelsTimesColumn(double factor, const double *a, const double *b, Index depth, double *c, Index rows)
{
    Simd sum[2][2 * Panels] = {};
    const Index panel = depth * panelRows;
    const auto addOne = [&](Index k, Simd *sums) {
#pragma GCC unroll 8
        for (int p = 0; p < Panels; ++p) {
            sums[2 * p] += load(a + p * panel + k * panelRows) * b[k];
            sums[2 * p + 1] += load(a + p * panel + k * panelRows + simdCount) * b[k];
        }
    };
    Index k = 0;
    for (; k + 1 < depth; k += 2) {
        addOne(k, sum[0]);
        addOne(k + 1, sum[1]);
    }
    if (k < depth)
        addOne(k, sum[0]);
#pragma GCC unroll 8
    for (int p = 0; p < Panels; ++p)
        addColumn(factor, sum[0][2 * p] + sum[1][2 * p], sum[0][2 * p + 1] + sum[1][2 * p + 1], c + p * panelRows,
            rows - p * panelRows);
}

void addProductWithColumn(double factor, const PackedMatrix &A, const double *b, double *c)
{
    const double *a = A.panels.data();
    Index row = 0;
    for (; row + (columnPanels - 1) * panelRows < A.rows; row += columnPanels * panelRows)
        addPanelsTimesColumn<columnPanels>(factor, a + row * A.cols, b, A.cols, c + row, A.rows - row);
    for (; row < A.rows; row += panelRows)
        addPanelsTimesColumn<1>(factor, a + row * A.cols, b, A.cols, c + row, A.rows - row);
}

/// A block of A: its packed panels, which may be the middle part of deeper ones.
struct PackedBlock {
    const double *data;
    Index stride; ///< from one panel to the next
};

/// b: depth × cols in panels of columns.
void addBlock(double factor, PackedBlock a, const double *b, Index depth, MatrixBlock C)
{
    for (Index col = 0; col < C.cols(); col += panelCols)
        for (Index row = 0; row < C.rows(); row += panelRows)
            addTile(factor, a.data + row / panelRows * a.stride, b + col * depth, depth, &C(row, col), C.outerStride(),
                C.rows() - row, C.cols() - col);
}

struct Workspace {
    alignas(64) double a[blockRows * blockDepth];
    alignas(64) double b[blockCols * blockDepth];
};

Workspace &workspace()
{
    static thread_local Workspace space;
    return space;
}

/// Calls visit(first, count) for the blocks of at most `size` of 0 … total.
template <typename Visit> void forBlocks(Index total, Index size, Visit visit)
{
    for (Index first = 0; first < total; first += size)
        visit(first, std::min(size, total - first));
}

/// C += factor · A · B, block by block; A: m × depth; B: depth × n. packedA(k, deep, row, rows) gives a block of A.
template <typename PackedA> void addBlocks(double factor, PackedA packedA, const Operand &B, Index depth, MatrixBlock C)
{
    double *const b = workspace().b;
    forBlocks(depth, blockDepth, [&](Index k, Index deep) {
        forBlocks(C.cols(), blockCols, [&](Index col, Index cols) {
            const Operand part = B.from(k, col);
            packPanels<panelCols>({part.data, part.colStep, part.rowStep}, cols, deep, b);
            forBlocks(C.rows(), blockRows, [&](Index row, Index rows) {
                addBlock(factor, packedA(k, deep, row, rows), b, deep, C.block(row, col, rows, cols));
            });
        });
    });
}

void addBlocks(double factor, const Operand &A, const Operand &B, Index depth, MatrixBlock C)
{
    double *const a = workspace().a;
    const auto packedA = [&](Index k, Index deep, Index row, Index rows) {
        packPanels<panelRows>(A.from(row, k), rows, deep, a);
        return PackedBlock{a, deep * panelRows};
    };
    addBlocks(factor, packedA, B, depth, C);
}

void packOperand(const Operand &A, Index rows, Index cols, PackedMatrix &packed)
{
    packed.rows = static_cast<int>(rows);
    packed.cols = static_cast<int>(cols);
    packed.panels.resize(roundedUp(rows, panelRows) * cols);
    packPanels<panelRows>(A, rows, cols, packed.panels.data());
}

} // namespace

void pack(const Matrix &A, PackedMatrix &packed)
{
    packOperand(plain(A), A.rows(), A.cols(), packed);
}

void packTransposed(const Matrix &A, PackedMatrix &packed)
{
    packOperand(transposed(A), A.cols(), A.rows(), packed);
}

void addProduct(double factor, const PackedMatrix &A, const ConstMatrixBlock &B, MatrixBlock C)
{
    if (B.cols() < panelCols) {
        for (Index col = 0; col < B.cols(); ++col)
            addProductWithColumn(factor, A, B.col(col).data(), C.col(col).data());
        return;
    }
    const auto packedA = [&](Index k, Index, Index row, Index) {
        return PackedBlock{A.panels.data() + row * A.cols + k * panelRows, Index{A.cols} * panelRows};
    };
    addBlocks(factor, packedA, plain(B), A.cols, C);
}

void addProduct(double factor, const ConstMatrixBlock &A, const ConstMatrixBlock &B, MatrixBlock C)
{
    addBlocks(factor, plain(A), plain(B), A.cols(), C);
}

void addTransposedProduct(double factor, const ConstMatrixBlock &A, const ConstMatrixBlock &B, MatrixBlock C)
{
    addBlocks(factor, transposed(A), plain(B), A.rows(), C);
}

void addProductTransposed(double factor, const ConstMatrixBlock &A, const ConstMatrixBlock &B, MatrixBlock C)
{
    addBlocks(factor, plain(A), transposed(B), A.cols(), C);
}

} // namespace unfold
