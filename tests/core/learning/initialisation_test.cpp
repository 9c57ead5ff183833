// Initial weights: recorded, orthogonal where they should be, scaled to the edge where they recur.
#include "core/learning/initialisation.h"

#include "core/linalg/spectrum.h"
#include "tests/support/independent_matrices.h"
#include "tests/support/test_program.h"

#include <QtTest>

#include <cmath>

using namespace unfold;

namespace {

ParameterInfo matrix(const char *name, int rows, int cols, bool recurrent = false)
{
    return {.name = name, .rows = rows, .cols = cols, .bias = false, .recurrent = recurrent};
}

Initialisation with(Recipe recipe, std::uint64_t seed = 7, ScaledBy by = ScaledBy::SpectralRadius)
{
    return {.recipe = recipe, .seed = seed, .scaledBy = by};
}

void compareRows(const Matrix &m, const std::vector<double> &expected)
{
    QCOMPARE(static_cast<size_t>(m.size()), expected.size());
    for (Eigen::Index i = 0; i < m.rows(); ++i)
        for (Eigen::Index j = 0; j < m.cols(); ++j)
            QVERIFY2(std::abs(m(i, j) - expected[static_cast<size_t>(i * m.cols() + j)]) < 1e-14,
                qPrintable(QString("entry %1, %2 is %3").arg(i).arg(j).arg(m(i, j), 0, 'g', 17)));
}

} // namespace

class InitialisationTest : public QObject
{
    Q_OBJECT

private slots:
    void weightsAreThoseRecorded();
    void orthogonalIsOrthogonal_data();
    void orthogonalIsOrthogonal();
    void orthogonalOfSizeOneIsPlusOrMinusOne();
    void identityHasOnesOnItsDiagonal();
    void glorotStaysWithinItsLimits();
    void gaussianHasItsVariance();
    void recurrentMatrixStandsAtTheEdge_data();
    void recurrentMatrixStandsAtTheEdge();
    void onlyRecurrentMatricesAreScaled();
    void biasesAreZero();
    void eachParameterHasItsOwnStream();
    void recipesAreNamed();
    void aConstantIsEveryEntry();
    void aRecipeOfItsOwnIsForOneParameterAlone();
    void aRecurrentMatrixOfItsOwnRecipeIsScaledOnlyWhereThatIsAsked();
    void whatNamesNoParameterGoes();
};

void InitialisationTest::weightsAreThoseRecorded()
{
    // Recorded from an independent program: the same generator in Python, QR by LAPACK, eigenvalues by LAPACK.
    const auto orthogonal = with(Recipe::Orthogonal);
    compareRows(initialise(matrix("W", 3, 3), orthogonal),
        {0.9954211863473781, 0.08840716507267746, -0.03634329284188314, -0.01725819201832995, -0.207740234214272,
            -0.9780317734597677, 0.09401498060967181, -0.9741807677491956, 0.20526328256303192});
    compareRows(initialise(matrix("U", 3, 2), orthogonal),
        {0.4477449849878834, 0.3953101766914951, -0.8505440506019876, 0.46501872302259084, 0.2758609185871817,
            0.7921410552689322});
    compareRows(initialise(matrix("V", 2, 3), orthogonal),
        {0.13668643147101367, 0.9867899488010362, 0.08696215496966583, 0.5989778109454491, -0.012408107592865925,
            -0.800669482908498});
    compareRows(initialise(matrix("U", 3, 2), with(Recipe::GlorotUniform)),
        {0.289471415152752, 0.613462036591002, -0.7844557701080082, -0.12009240398305465, 1.0869337073227392,
            -0.5291387914133894});
    compareRows(initialise(matrix("W", 3, 3, true), with(Recipe::Gaussian)),
        {1.2179224788002618, 0.17926907704453457, -1.710096390267581, -0.02111582543235134, -0.13079305721617054,
            -0.24234785475409867, 0.11502965759514312, -0.5914576422285929, 0.49004188892608097});
    compareRows(initialise(matrix("W", 3, 3, true), with(Recipe::Gaussian, 7, ScaledBy::LargestSingularValue)),
        {0.5659503028337782, 0.08330365044418003, -0.7946561351755884, -0.009812207267737204, -0.06077757133850143,
            -0.11261541204519657, 0.053452556040320516, -0.2748414924259896, 0.2277151134546353});
}

void InitialisationTest::orthogonalIsOrthogonal_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("cols");
    QTest::newRow("square") << 8 << 8;
    QTest::newRow("tall") << 9 << 4;
    QTest::newRow("wide") << 4 << 9;
    QTest::newRow("column") << 6 << 1;
    QTest::newRow("large") << 256 << 256;
}

void InitialisationTest::orthogonalIsOrthogonal()
{
    QFETCH(int, rows);
    QFETCH(int, cols);
    const Matrix q = initialise(matrix("W", rows, cols, true), with(Recipe::Orthogonal));
    const Matrix gram = rows >= cols ? Matrix(q.transpose() * q) : Matrix(q * q.transpose());
    QVERIFY((gram - Matrix::Identity(gram.rows(), gram.cols())).cwiseAbs().maxCoeff() < 1e-13);
    QVERIFY(std::abs(test::independentSigmaMax(q) - 1) < 1e-12);
}

void InitialisationTest::orthogonalOfSizeOneIsPlusOrMinusOne()
{
    bool plus = false;
    bool minus = false;
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        const double w = initialise(matrix("W", 1, 1, true), with(Recipe::Orthogonal, seed))(0, 0);
        QCOMPARE(std::abs(w), 1.0);
        plus |= w > 0;
        minus |= w < 0;
    }
    QVERIFY(plus && minus); // the sign fix leaves both, as a uniform choice must
}

void InitialisationTest::identityHasOnesOnItsDiagonal()
{
    QCOMPARE(initialise(matrix("W", 4, 4, true), with(Recipe::Identity)), Matrix(Matrix::Identity(4, 4)));
    QCOMPARE(initialise(matrix("U", 2, 3), with(Recipe::Identity)), Matrix(Matrix::Identity(2, 3)));
    QCOMPARE(initialise(matrix("W", 1, 1, true), with(Recipe::Identity))(0, 0), 1.0); // the scalar of the blackboard
}

void InitialisationTest::glorotStaysWithinItsLimits()
{
    const Matrix m = initialise(matrix("U", 200, 100), with(Recipe::GlorotUniform));
    const double limit = std::sqrt(6.0 / 300);
    QVERIFY(m.cwiseAbs().maxCoeff() <= limit);
    QVERIFY(m.cwiseAbs().maxCoeff() > 0.999 * limit);
    QVERIFY(std::abs(m.mean()) < 5 * limit / std::sqrt(3.0 * 20000));
    QVERIFY(std::abs(m.squaredNorm() / 20000 - 2.0 / 300) < 0.02 * 2.0 / 300);
}

void InitialisationTest::gaussianHasItsVariance()
{
    const Matrix m = initialise(matrix("U", 200, 100), with(Recipe::Gaussian));
    QVERIFY(std::abs(m.mean()) < 5 * 0.1 / std::sqrt(20000.0));
    QVERIFY(std::abs(m.squaredNorm() / 20000 - 0.01) < 5 * 0.01 * std::sqrt(2.0 / 20000));
}

void InitialisationTest::recurrentMatrixStandsAtTheEdge_data()
{
    QTest::addColumn<int>("recipe");
    QTest::addColumn<int>("size");
    for (const Recipe recipe : {Recipe::Orthogonal, Recipe::Identity, Recipe::GlorotUniform, Recipe::Gaussian})
        for (const int size : {1, 2, 8, 64})
            QTest::addRow("%s %d", std::string(nameOf(recipe)).c_str(), size) << static_cast<int>(recipe) << size;
}

void InitialisationTest::recurrentMatrixStandsAtTheEdge()
{
    QFETCH(int, recipe);
    QFETCH(int, size);
    const auto r = static_cast<Recipe>(recipe);
    const Matrix byRadius = initialise(matrix("W", size, size, true), with(r));
    QVERIFY(std::abs(test::independentRadius(byRadius) - 1) < 1e-12);
    const Matrix bySigma = initialise(matrix("W", size, size, true), with(r, 7, ScaledBy::LargestSingularValue));
    QVERIFY(std::abs(test::independentSigmaMax(bySigma) - 1) < 1e-12);
    const Matrix notSquare = initialise(matrix("W", size, size + 1, true), with(r)); // has no spectral radius
    QVERIFY(std::abs(test::independentSigmaMax(notSquare) - 1) < 1e-12);
}

void InitialisationTest::onlyRecurrentMatricesAreScaled()
{
    const Matrix plain = initialise(matrix("W", 5, 5), with(Recipe::Gaussian));
    const Matrix scaled = initialise(matrix("W", 5, 5, true), with(Recipe::Gaussian));
    QVERIFY(std::abs(test::independentRadius(plain) - 1) > 1e-3);
    QVERIFY((scaled * test::independentRadius(plain) - plain).cwiseAbs().maxCoeff() < 1e-13);
}

void InitialisationTest::biasesAreZero()
{
    const ParameterInfo bias{.name = "b", .rows = 3, .cols = 1, .bias = true, .recurrent = false};
    for (const Recipe recipe : {Recipe::Orthogonal, Recipe::Identity, Recipe::GlorotUniform, Recipe::Gaussian})
        QCOMPARE(initialise(bias, with(recipe)), Matrix(Matrix::Zero(3, 1)));
}

void InitialisationTest::eachParameterHasItsOwnStream()
{
    const auto recipe = with(Recipe::Gaussian);
    const Matrix w = initialise(matrix("W", 4, 4), recipe);
    const Matrix u = initialise(matrix("U", 4, 4), recipe); // drawn in between: changes nothing about W
    QCOMPARE(initialise(matrix("W", 4, 4), recipe), w);
    QVERIFY((u - w).cwiseAbs().maxCoeff() > 0.1);
    QVERIFY((initialise(matrix("W", 4, 4), with(Recipe::Gaussian, 8)) - w).cwiseAbs().maxCoeff() > 0.1);
}

void InitialisationTest::recipesAreNamed()
{
    for (const Recipe recipe : {Recipe::Orthogonal, Recipe::Identity, Recipe::GlorotUniform, Recipe::Gaussian})
        QVERIFY(recipeNamed(nameOf(recipe)) == recipe);
    QCOMPARE(nameOf(Recipe::GlorotUniform), std::string_view("glorot-uniform"));
    QVERIFY(!recipeNamed("xavier"));
}

void InitialisationTest::aConstantIsEveryEntry()
{
    Initialisation initialisation = with(Recipe::Gaussian);
    initialisation.constants = {{"b", 5}, {"W", 0.25}};
    const ParameterInfo bias{.name = "b", .rows = 3, .cols = 1, .bias = true, .recurrent = false};
    QCOMPARE(initialise(bias, initialisation), Matrix(Matrix::Constant(3, 1, 5)));
    QCOMPARE(initialise(matrix("W", 3, 3, true), initialisation), Matrix(Matrix::Constant(3, 3, 0.25))); // not scaled
    QVERIFY(!isScaled("W", initialisation));
    QCOMPARE(initialise(matrix("U", 3, 2), initialisation), initialise(matrix("U", 3, 2), with(Recipe::Gaussian)));
}

void InitialisationTest::aRecipeOfItsOwnIsForOneParameterAlone()
{
    Initialisation initialisation = with(Recipe::Orthogonal);
    initialisation.recipes = {{"U", {Recipe::Gaussian, 0.1}}, {"W", {Recipe::Identity}}, {"b", {Recipe::Gaussian}}};
    QCOMPARE(initialise(matrix("W", 3, 3, true), initialisation), Matrix(Matrix::Identity(3, 3)));
    QCOMPARE(initialise(matrix("V", 2, 3), initialisation), initialise(matrix("V", 2, 3), with(Recipe::Orthogonal)));
    // Gaussian entries have the deviation 1/√cols unless another is given: the same draws, 0.1 √4 times as large.
    const Matrix usual = initialise(matrix("U", 200, 4), with(Recipe::Gaussian));
    const Matrix own = initialise(matrix("U", 200, 4), initialisation);
    QVERIFY((own - 0.2 * usual).cwiseAbs().maxCoeff() < 1e-15);
    QVERIFY(std::abs(std::sqrt(own.squaredNorm() / 800) - 0.1) < 0.01);
    const ParameterInfo bias{.name = "b", .rows = 3, .cols = 1, .bias = true, .recurrent = false};
    QVERIFY(!initialise(bias, initialisation).isZero());
}

void InitialisationTest::aRecurrentMatrixOfItsOwnRecipeIsScaledOnlyWhereThatIsAsked()
{
    Initialisation initialisation;
    initialisation.recipes = {{"W", {Recipe::Gaussian, 0.01}}};
    const Matrix own = initialise(matrix("W", 64, 64, true), initialisation);
    QVERIFY(std::abs(std::sqrt(own.squaredNorm()) / 64 - 0.01) < 0.001); // as drawn
    QVERIFY(!isScaled("W", initialisation));
    QVERIFY(isScaled("Z", initialisation));
    initialisation.scaledBy = ScaledBy::SpectralRadius;
    QVERIFY(isScaled("W", initialisation));
    const double radius = test::independentRadius(initialise(matrix("W", 64, 64, true), initialisation));
    QVERIFY(std::abs(radius - 1) < 1e-12);
    initialisation.scaledBy = ScaledBy::LargestSingularValue;
    const double sigma = test::independentSigmaMax(initialise(matrix("W", 64, 64, true), initialisation));
    QVERIFY(std::abs(sigma - 1) < 1e-12);
    initialisation.scaledBy.reset();
    const Matrix other = initialise(matrix("Z", 64, 64, true), with(Recipe::Gaussian));
    QVERIFY(std::abs(test::independentRadius(other) - 1) < 1e-12); // that of another is no matter
}

void InitialisationTest::whatNamesNoParameterGoes()
{
    Initialisation initialisation;
    initialisation.constants = {{"b", 5}, {"gone", 1}};
    initialisation.recipes = {{"W", {}}, {"lost", {}}};
    keepOnly({matrix("W", 2, 2), matrix("b", 2, 1)}, initialisation);
    QCOMPARE(initialisation.constants, (std::map<std::string, double>{{"b", 5}}));
    QVERIFY(initialisation.recipes == (std::map<std::string, OwnRecipe>{{"W", {}}}));
}

UNFOLD_GUILESS_TEST(InitialisationTest)
#include "initialisation_test.moc"
