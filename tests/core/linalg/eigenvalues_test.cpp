// Eigenvalues and singular values against matrices that are built from them.
#include "core/linalg/eigenvalues.h"

#include "core/linalg/spectrum.h"
#include "tests/support/test_program.h"

#include <Eigen/LU>
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

/// A turn by `angle`, lengthened by `length`, and a number, seen from another basis.
Matrix turnBesideANumber(double length, double angle, double number)
{
    Matrix block = Matrix::Zero(3, 3);
    block.topLeftCorner(2, 2) << std::cos(angle), -std::sin(angle), std::sin(angle), std::cos(angle);
    block *= length;
    block(2, 2) = number;
    const Matrix basis = randomMatrix(3, 3, 4);
    return basis * block * basis.inverse();
}

} // namespace

class EigenvaluesTest : public QObject
{
    Q_OBJECT

private slots:
    void aTurnIsAPairAndANumberIsReal()
    {
        const double angle = 2 * std::numbers::pi / 7;
        const auto values = fullSpectrumOf(turnBesideANumber(1.1, angle, -0.4)).eigenvalues;
        QCOMPARE(values.size(), size_t(3));
        QVERIFY(std::abs(values[0] - std::polar(1.1, angle)) < 1e-13);
        QVERIFY(std::abs(values[1] - std::polar(1.1, -angle)) < 1e-13);
        QVERIFY(std::abs(values[2] + 0.4) < 1e-13);
        QVERIFY(std::abs(*stepsOfATurn(values[0]) - 7) < 1e-12);
        QVERIFY(std::abs(*stepsOfATurn(values[2]) - 2) < 1e-12);
        QVERIFY(!stepsOfATurn(0.7));
        QVERIFY(!stepsOfATurn(0));
    }

    /// det = Π λ, trace = Σ λ, ‖·‖²_F = Σ σ², |det| = Π σ.
    void theyAgreeWithDeterminantTraceAndNorm()
    {
        for (const int n : {1, 2, 5, 12}) {
            const Matrix M = randomMatrix(n, n, unsigned(n));
            const FullSpectrum spectrum = fullSpectrumOf(M);
            std::complex<double> product = 1, sum = 0;
            for (const auto &value : spectrum.eigenvalues) {
                product *= value;
                sum += value;
            }
            double stretches = 1, squares = 0;
            for (const double value : spectrum.singularValues) {
                stretches *= value;
                squares += value * value;
            }
            const double det = M.determinant();
            QVERIFY(std::abs(product - det) <= 1e-11 * std::abs(det));
            QVERIFY(std::abs(sum - M.trace()) <= 1e-11 * M.norm());
            QVERIFY(std::abs(stretches - std::abs(det)) <= 1e-11 * std::abs(det));
            QVERIFY(std::abs(squares - M.squaredNorm()) <= 1e-12 * M.squaredNorm());
        }
    }

    void theFirstAreThoseOfTheSliderCard()
    {
        const Matrix M = randomMatrix(20, 20, 9);
        const FullSpectrum spectrum = fullSpectrumOf(M);
        QVERIFY(std::abs(std::abs(spectrum.eigenvalues.front()) - spectralRadius(M)) < 1e-12);
        QVERIFY(std::abs(spectrum.singularValues.front() - largestSingularValue(M)) < 1e-12);
        QVERIFY(std::is_sorted(spectrum.singularValues.rbegin(), spectrum.singularValues.rend()));
    }

    void aFactorScalesThem()
    {
        const Matrix M = randomMatrix(6, 6, 2);
        for (const double factor : {0.5, -1.3, 0.0}) {
            const FullSpectrum moved = scaled(fullSpectrumOf(M), factor);
            const FullSpectrum anew = fullSpectrumOf(factor * M);
            for (size_t i = 0; i < 6; ++i) {
                QVERIFY(std::abs(moved.singularValues[i] - anew.singularValues[i]) < 1e-12);
                const auto same = [&](const auto &z) { return std::abs(z - moved.eigenvalues[i]) < 1e-12; };
                QVERIFY(std::any_of(anew.eigenvalues.begin(), anew.eigenvalues.end(), same));
            }
        }
    }

    void whatIsNotSquareHasSingularValuesAlone()
    {
        const FullSpectrum spectrum = fullSpectrumOf(randomMatrix(3, 5, 1));
        QVERIFY(spectrum.eigenvalues.empty());
        QCOMPARE(spectrum.singularValues.size(), size_t(3));
    }

    void whatIsNotFiniteHasNone()
    {
        Matrix M = Matrix::Identity(2, 2);
        M(0, 1) = std::numeric_limits<double>::infinity();
        QVERIFY(fullSpectrumOf(M) == FullSpectrum());
        QVERIFY(fullSpectrumOf(Matrix()) == FullSpectrum());
    }
};

UNFOLD_GUILESS_TEST(EigenvaluesTest)
#include "eigenvalues_test.moc"
