// The global norm over all gradients together, and what a threshold leaves of it.
#include "core/learning/clipping.h"
#include "tests/support/test_program.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace unfold;

namespace {
/// ‖g‖ = 13: 3, 4 in the one matrix, 12 in the other.
const std::vector<Matrix> gradients{(Matrix(1, 2) << 3, -4).finished(), Matrix::Constant(1, 1, 12), Matrix(0, 0)};
} // namespace

class ClippingTest : public QObject
{
    Q_OBJECT

private slots:
    void theNormIsThatOfAllGradientsTogether()
    {
        const Clipping clipping = clippingOf(gradients, std::nullopt);
        QCOMPARE(clipping.norm, 13.0);
        QCOMPARE(clipping.factor, 1.0);
        QCOMPARE(clipping.clipped.value(), 13.0);
    }

    void aLongerOneIsCutToTheThreshold()
    {
        const Clipping clipping = clippingOf(gradients, 5);
        QCOMPARE(clipping.norm, 13.0);
        QCOMPARE(clipping.factor, 5.0 / 13);
        QCOMPARE(clipping.clipped.value(), 5.0);
    }

    void aShorterOneStaysAsItIs()
    {
        for (const double threshold : {13.0, 20.0}) {
            QCOMPARE(clippingOf(gradients, threshold).factor, 1.0);
            QCOMPARE(clippingOf(gradients, threshold).clipped.value(), 13.0);
        }
        QCOMPARE(clippingOf({}, 5).clipped.value(), 0.0);
    }

    void hugeOnesDoNotOverflowOnTheWay()
    {
        const Clipping clipping = clippingOf({Matrix::Constant(1, 1, 3e300), Matrix::Constant(1, 1, 4e300)}, 1);
        QCOMPARE(clipping.norm, 5e300);
        QCOMPARE(clipping.clipped.value(), 1.0);
    }

    void infinityHasNoDirection()
    {
        const Clipping clipping = clippingOf({Matrix::Constant(1, 1, std::numeric_limits<double>::infinity())}, 1);
        QVERIFY(std::isinf(clipping.norm));
        QCOMPARE(clipping.factor, 0.0);
        QVERIFY(!clipping.clipped);
        const Clipping none = clippingOf({Matrix::Constant(1, 1, std::nan(""))}, 1);
        QVERIFY(std::isnan(none.norm) && !none.clipped);
    }
};

UNFOLD_GUILESS_TEST(ClippingTest)
#include "clipping_test.moc"
