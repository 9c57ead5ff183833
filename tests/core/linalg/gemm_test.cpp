#include "core/linalg/gemm.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace unfold;

namespace {

/// Whole numbers, so that every order of summation gives the same result.
Matrix numbers(int rows, int cols, unsigned seed)
{
    Matrix m(rows, cols);
    for (double &entry : m.reshaped()) {
        seed = seed * 1103515245u + 12345u;
        entry = static_cast<double>((seed >> 16) % 17) - 8;
    }
    return m;
}

/// A product by the definition.
Matrix product(const Matrix &A, const Matrix &B)
{
    Matrix C = Matrix::Zero(A.rows(), B.cols());
    for (Eigen::Index i = 0; i < A.rows(); ++i)
        for (Eigen::Index j = 0; j < B.cols(); ++j)
            for (Eigen::Index k = 0; k < A.cols(); ++k)
                C(i, j) += A(i, k) * B(k, j);
    return C;
}

} // namespace

class GemmTest : public QObject
{
    Q_OBJECT

private slots:
    void everyShape_data()
    {
        QTest::addColumn<int>("m");
        QTest::addColumn<int>("k");
        QTest::addColumn<int>("n");
        const auto row = [](int m, int k, int n) { QTest::addRow("%d x %d x %d", m, k, n) << m << k << n; };
        for (int m : {1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 33, 48, 64, 65, 130})
            for (int k : {1, 2, 5, 32})
                for (int n : {1, 2, 3, 4, 7, 8, 9, 17})
                    row(m, k, n);
        row(127, 255, 255); // the edges of the blocks
        row(128, 256, 256);
        row(129, 257, 257);
        row(300, 600, 3);
        row(3, 600, 300);
        row(5, 9000, 9);
    }
    void everyShape()
    {
        QFETCH(int, m);
        QFETCH(int, k);
        QFETCH(int, n);
        const Matrix A = numbers(m, k, 1);
        const Matrix B = numbers(k, n, 2);
        const Matrix start = numbers(m, n, 3);
        const Matrix expected = start - 2 * product(A, B);
        const Matrix transposedA = A.transpose();
        const Matrix transposedB = B.transpose();

        Matrix C = start;
        addProduct(-2, A, B, C);
        QVERIFY(C == expected);
        C = start;
        addTransposedProduct(-2, transposedA, B, C);
        QVERIFY(C == expected);
        C = start;
        addProductTransposed(-2, A, transposedB, C);
        QVERIFY(C == expected);
        PackedMatrix packed;
        pack(A, packed);
        C = start;
        addProduct(-2, packed, B, C);
        QVERIFY(C == expected);
        packTransposed(transposedA, packed);
        C = start;
        addProduct(-2, packed, B, C);
        QVERIFY(C == expected);
    }
    void nothingBesideTheBlockIsTouched()
    {
        const Matrix A = numbers(5, 3, 1);
        const Matrix B = numbers(3, 9, 2);
        PackedMatrix packed;
        pack(A, packed);
        Matrix frame = Matrix::Constant(9, 12, 7);
        addProduct(1, A, B, frame.block(2, 1, 5, 9));
        addProduct(-1, packed, B, frame.block(2, 1, 5, 9));
        QVERIFY(frame == Matrix::Constant(9, 12, 7));
        addProduct(1, packed, B.leftCols(1), frame.block(2, 1, 5, 1));
        frame.block(2, 1, 5, 1) -= A * B.leftCols(1);
        QVERIFY(frame == Matrix::Constant(9, 12, 7));
    }
    void noColumnsAreNoWork()
    {
        const Matrix A = numbers(5, 3, 1);
        PackedMatrix packed;
        pack(A, packed);
        Matrix C(5, 0);
        addProduct(1, A, Matrix(3, 0), C);
        addProduct(1, packed, Matrix(3, 0), C);
        Matrix untouched = numbers(5, 5, 2);
        addProductTransposed(1, Matrix(5, 0), Matrix(5, 0), untouched);
        QVERIFY(untouched == numbers(5, 5, 2));
    }
};

UNFOLD_GUILESS_TEST(GemmTest)
#include "gemm_test.moc"
