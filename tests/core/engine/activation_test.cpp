#include "core/engine/activation.h"
#include "tests/support/test_program.h"

#include <QTest>

#include <cmath>
#include <functional>
#include <limits>
#include <vector>

using namespace unfold;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();
constexpr double leastStep = std::numeric_limits<double>::denorm_min();

/// |actual − exact| in units of the last place of the exact value.
double unitsApart(double actual, long double exact)
{
    const double nearest = static_cast<double>(exact);
    if (actual == nearest)
        return 0;
    const double above = std::nextafter(std::abs(nearest), infinity) - std::abs(nearest);
    return static_cast<double>(std::abs(actual - exact) / std::max(above, leastStep));
}

/// Every order of magnitude, both signs, and the places where the formulas change.
std::vector<double> arguments()
{
    std::vector<double> all{0.0, -0.0, leastStep, -leastStep, std::numeric_limits<double>::max(),
        std::numeric_limits<double>::lowest(), std::numeric_limits<double>::min()};
    for (int exponent = -1070; exponent <= 1023; ++exponent)
        for (double mantissa : {1.0, 1.1, 1.37, 1.5, 1.999})
            for (double sign : {1.0, -1.0})
                all.push_back(sign * std::ldexp(mantissa, exponent));
    for (int i = -300000; i <= 300000; ++i)
        all.push_back(i * 0.0025003 + 1e-9 * i); // −750 … 750
    for (int i = -200000; i <= 200000; ++i)
        all.push_back(i * 0.0001234567); // the range that matters, finely
    for (double edge :
        {std::log(2.0) / 2, std::log(2.0) / 4, 20.0, 709.78271289338397, 708.3964185322641, 745.13321910194110})
        for (int i = -20; i <= 20; ++i)
            for (double sign : {1.0, -1.0})
                all.push_back(sign * edge * (1 + i * 1e-15));
    return all;
}

using Exact = std::function<long double(long double)>;
using InPlace = std::function<void(double *, std::ptrdiff_t)>;

void compare(const InPlace &function, const Exact &exact, double bound)
{
    const std::vector<double> x = arguments();
    std::vector<double> y = x;
    function(y.data(), static_cast<std::ptrdiff_t>(y.size()));
    double worst = 0;
    double where = 0;
    for (std::size_t i = 0; i < x.size(); ++i)
        if (const double apart = unitsApart(y[i], exact(x[i])); !(apart <= worst)) {
            worst = apart;
            where = x[i];
        }
    qInfo("worst: %.3f units at %.17g", worst, where);
    QVERIFY2(worst <= bound, QByteArray::number(worst) + " units at " + QByteArray::number(where, 'g', 17));
}

InPlace activating(Activation activation)
{
    return [activation](double *values, std::ptrdiff_t count) { activate(activation, values, count); };
}

double one(const InPlace &function, double x)
{
    function(&x, 1);
    return x;
}

} // namespace

class ActivationTest : public QObject
{
    Q_OBJECT

private slots:
    void tanhIsAccurate()
    {
        compare(
            activating(Activation::Tanh), [](long double x) { return std::tanh(x); }, 3);
    }
    void sigmoidIsAccurate()
    {
        const Exact exact = [](long double x) { return 1 / (1 + std::exp(-x)); };
        compare(activating(Activation::Sigmoid), exact, 3);
    }
    void exponentialIsAccurate()
    {
        compare(
            exponentiate, [](long double x) { return std::exp(x); }, 3);
    }
    void reluIsExact()
    {
        compare(
            activating(Activation::Relu), [](long double x) { return x > 0 ? x : 0; }, 0);
    }
    void identityIsExact()
    {
        compare(
            activating(Activation::Identity), [](long double x) { return x; }, 0);
    }

    void limits()
    {
        QCOMPARE(one(activating(Activation::Tanh), infinity), 1.0);
        QCOMPARE(one(activating(Activation::Tanh), -infinity), -1.0);
        QVERIFY(std::signbit(one(activating(Activation::Tanh), -0.0)));
        QCOMPARE(one(activating(Activation::Sigmoid), infinity), 1.0);
        QCOMPARE(one(activating(Activation::Sigmoid), -infinity), 0.0);
        QCOMPARE(one(activating(Activation::Sigmoid), 0), 0.5);
        QCOMPARE(one(activating(Activation::Relu), infinity), infinity);
        QCOMPARE(one(activating(Activation::Relu), -infinity), 0.0);
        QCOMPARE(one(exponentiate, infinity), infinity);
        QCOMPARE(one(exponentiate, -infinity), 0.0);
        QCOMPARE(one(exponentiate, 0), 1.0);
    }
    void notANumberStaysSo()
    {
        for (Activation a : {Activation::Identity, Activation::Tanh, Activation::Sigmoid, Activation::Relu})
            QVERIFY(std::isnan(one(activating(a), notANumber)));
        QVERIFY(std::isnan(one(exponentiate, notANumber)));
    }
    void neighboursDoNotMatter()
    {
        for (Activation a : {Activation::Tanh, Activation::Sigmoid, Activation::Relu})
            for (std::ptrdiff_t count = 0; count <= 20; ++count) {
                std::vector<double> values(count + 1);
                for (std::ptrdiff_t i = 0; i <= count; ++i)
                    values[i] = i % 7 == 3 ? infinity : 0.37 * static_cast<double>(i) - 2;
                std::vector<double> expected = values;
                for (std::ptrdiff_t i = 0; i < count; ++i)
                    expected[i] = one(activating(a), expected[i]);
                activate(a, values.data(), count);
                QCOMPARE(values, expected); // the last one untouched
            }
    }

    void slopes()
    {
        const double dValue[] = {1, 2, -3};
        const double value[] = {0.5, 0, 0.25};
        const auto slope = [&](Activation a) {
            std::vector<double> da(3);
            slopeBackward(a, dValue, value, da.data(), 3);
            return da;
        };
        QCOMPARE(slope(Activation::Tanh), (std::vector<double>{0.75, 2, -3 * 0.9375}));
        QCOMPARE(slope(Activation::Sigmoid), (std::vector<double>{0.25, 0, -3 * 0.1875}));
        QCOMPARE(slope(Activation::Relu), (std::vector<double>{1, 0, -3}));
        QCOMPARE(slope(Activation::Identity), (std::vector<double>{1, 2, -3}));
    }

    void softmaxSharesOutEachColumn()
    {
        std::vector<double> values{0, std::log(3.0), 1000, 1000};
        activate(Activation::Softmax, values.data(), 4, 2);
        QVERIFY(std::abs(values[0] - 0.25) < 1e-15 && std::abs(values[1] - 0.75) < 1e-15);
        QCOMPARE(values[2], 0.5); // no overflow
        QCOMPARE(values[3], 0.5);
        const double dValue[] = {1, 0, 2, 2};
        std::vector<double> da(4);
        slopeBackward(Activation::Softmax, dValue, values.data(), da.data(), 4, 2);
        QVERIFY(std::abs(da[0] - 0.1875) < 1e-15 && std::abs(da[1] + 0.1875) < 1e-15); // v ⊙ (g − v·g)
        QCOMPARE(da[2], 0.0); // the same for all entries changes nothing
        QCOMPARE(da[3], 0.0);
    }
};

UNFOLD_GUILESS_TEST(ActivationTest)
#include "activation_test.moc"
