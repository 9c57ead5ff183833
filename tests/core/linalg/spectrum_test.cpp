// Spectral radius and largest singular value against matrices whose values are known by construction.
#include "core/linalg/spectrum.h"
#include "tests/support/independent_matrices.h"
#include "tests/support/test_program.h"

#include <QtTest>

#include <cmath>
#include <limits>
#include <numbers>
#include <random>

using namespace unfold;

namespace {
Matrix randomMatrix(int rows, int cols, unsigned seed)
{
    std::mt19937 generator(seed);
    std::normal_distribution<double> normal;
    return Matrix::NullaryExpr(rows, cols, [&] { return normal(generator); });
}

Matrix orthogonal(int n, unsigned seed)
{
    return test::orthogonalFactor(randomMatrix(n, n, seed));
}

/// rows × cols with the given singular values.
Matrix withSingularValues(int rows, int cols, const Vector &values)
{
    Matrix middle = Matrix::Zero(rows, cols);
    middle.diagonal() = values;
    return orthogonal(rows, 5) * middle * orthogonal(cols, 6).transpose();
}

bool close(double a, double b, double relative)
{
    return std::abs(a - b) <= relative * std::abs(b);
}
} // namespace

class SpectrumTest : public QObject
{
    Q_OBJECT

private slots:
    void radiusOfARotationIsItsScale()
    {
        const double angle = std::numbers::pi / 7;
        Matrix W(2, 2);
        W << std::cos(angle), -std::sin(angle), std::sin(angle), std::cos(angle);
        QVERIFY(close(spectralRadius(1.3 * W), 1.3, 1e-14));
    }

    void radiusIsNotTheNorm()
    {
        Matrix W(2, 2);
        W << 0.5, 100, 0, -0.75;
        QVERIFY(close(spectralRadius(W), 0.75, 1e-12));
        QVERIFY(largestSingularValue(W) > 100);
    }

    void radiusOfAnOrthogonalMatrixIsOne()
    {
        for (const int n : {2, 17, 64})
            QVERIFY(close(spectralRadius(0.9 * orthogonal(n, 3)), 0.9, 1e-13));
    }

    void aNumberIsItsOwnSpectrumToTheLastDigit()
    {
        for (const double w : {0.9, -1.1, 1e-300, 1e300}) {
            const Spectrum spectrum = spectrumOf(Matrix::Constant(1, 1, w));
            QCOMPARE(*spectrum.radius, std::abs(w));
            QCOMPARE(spectrum.sigmaMax, std::abs(w));
        }
    }

    void sigmaMaxAgreesWithJacobi_data()
    {
        QTest::addColumn<int>("rows");
        QTest::addColumn<int>("cols");
        for (const auto &[rows, cols] :
            {std::pair{2, 5}, {5, 2}, {1, 9}, {9, 1}, {24, 24}, {25, 25}, {31, 77}, {90, 40}, {128, 128}})
            QTest::addRow("%d x %d", rows, cols) << rows << cols;
    }

    void sigmaMaxAgreesWithJacobi()
    {
        QFETCH(int, rows);
        QFETCH(int, cols);
        for (unsigned seed = 1; seed <= 5; ++seed) {
            const Matrix M = randomMatrix(rows, cols, seed);
            const double expected = test::independentSigmaMax(M);
            QVERIFY(close(largestSingularValue(M), expected, 2e-12));
        }
    }

    void closeSingularValuesAreToldApart()
    {
        for (const double gap : {1e-3, 1e-6, 1e-9, 0.0}) {
            Vector values = Vector::LinSpaced(60, 1.0, 0.1);
            values(1) = 1 - gap;
            values(2) = 1 - 2 * gap;
            QVERIFY(close(largestSingularValue(withSingularValues(80, 60, values)), 1, 2e-12));
        }
    }

    void rankOneAndOrthogonalEndTheIterationAtOnce()
    {
        QVERIFY(close(largestSingularValue(1.05 * orthogonal(100, 8)), 1.05, 1e-13));
        const Vector a = randomMatrix(70, 1, 1);
        const Vector b = randomMatrix(50, 1, 2);
        QVERIFY(close(largestSingularValue(a * b.transpose()), a.norm() * b.norm(), 1e-13));
        QVERIFY(close(largestSingularValue(Matrix::Identity(40, 40)), 1, 1e-14));
    }

    void nothingOverflowsOrUnderflowsOnTheWay()
    {
        for (const int n : {3, 50})
            for (const double scale : {1e-300, 1e-200, 1e200, 1e300}) {
                const Matrix Q = orthogonal(n, 4);
                QVERIFY(close(largestSingularValue(scale * Q), scale, 1e-12));
                QVERIFY(close(spectralRadius(scale * Q), scale, 1e-12));
            }
    }

    void zeroEmptyAndNotFinite()
    {
        QCOMPARE(largestSingularValue(Matrix::Zero(40, 40)), 0.0);
        QCOMPARE(spectralRadius(Matrix::Zero(3, 3)), 0.0);
        QCOMPARE(largestSingularValue(Matrix(0, 3)), 0.0);
        Matrix M = Matrix::Identity(3, 3);
        M(1, 2) = std::numeric_limits<double>::infinity();
        QVERIFY(std::isinf(largestSingularValue(M)));
        QVERIFY(std::isnan(spectralRadius(M)));
        M(0, 0) = std::numeric_limits<double>::quiet_NaN();
        QVERIFY(std::isnan(largestSingularValue(M)));
    }

    void onlySquareMatricesHaveARadius()
    {
        QVERIFY(!spectrumOf(Matrix::Ones(2, 3)).radius);
        QVERIFY(spectrumOf(Matrix::Ones(2, 2)).radius);
    }
};

UNFOLD_GUILESS_TEST(SpectrumTest)
#include "spectrum_test.moc"
