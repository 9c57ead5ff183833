// Each optimiser against its textbook formula, entry by entry, written out as torch.optim's documentation has it.
#include "core/learning/optimiser.h"
#include "core/learning/order.h"
#include "tests/support/test_program.h"

#include <QTest>

#include <cmath>
#include <functional>

using namespace unfold;

namespace {

/// One parameter entry over several updates; gradient(u) is that of update u, from 1.
using Scalar = std::function<double(double theta, const std::function<double(int)> &gradient, int updates)>;

double gradientAt(int update, int entry)
{
    return std::sin(update * 1.7 + entry) * (entry + 1);
}

double sgd(double theta, const std::function<double(int)> &g, int updates)
{
    for (int u = 1; u <= updates; ++u)
        theta -= 0.05 * g(u);
    return theta;
}

double momentum(double theta, const std::function<double(int)> &g, int updates)
{
    double buffer = g(1); // torch starts with the first gradient
    theta -= 0.05 * buffer;
    for (int u = 2; u <= updates; ++u) {
        buffer = 0.8 * buffer + g(u);
        theta -= 0.05 * buffer;
    }
    return theta;
}

double adagrad(double theta, const std::function<double(int)> &g, int updates)
{
    double sum = 0;
    for (int u = 1; u <= updates; ++u) {
        sum += g(u) * g(u);
        theta -= 0.05 * g(u) / (std::sqrt(sum) + 1e-10);
    }
    return theta;
}

double rmsprop(double theta, const std::function<double(int)> &g, int updates)
{
    double average = 0;
    for (int u = 1; u <= updates; ++u) {
        average = 0.95 * average + (1 - 0.95) * g(u) * g(u);
        theta -= 0.05 * g(u) / (std::sqrt(average) + 1e-8);
    }
    return theta;
}

double adam(double theta, const std::function<double(int)> &g, int updates)
{
    double m = 0;
    double v = 0;
    for (int u = 1; u <= updates; ++u) {
        m = 0.85 * m + (1 - 0.85) * g(u);
        v = 0.99 * v + (1 - 0.99) * g(u) * g(u);
        const double mHat = m / (1 - std::pow(0.85, u));
        const double vHat = v / (1 - std::pow(0.99, u));
        theta -= 0.05 * mHat / (std::sqrt(vHat) + 1e-8);
    }
    return theta;
}

} // namespace

class OptimiserTest : public QObject
{
    Q_OBJECT

private slots:
    void followsItsFormula_data()
    {
        QTest::addColumn<int>("kind");
        for (int kind = 0; kind < 5; ++kind)
            QTest::newRow(std::string(nameOf(static_cast<OptimiserKind>(kind))).c_str()) << kind;
    }
    void followsItsFormula()
    {
        QFETCH(int, kind);
        const Scalar formulas[] = {sgd, momentum, adagrad, rmsprop, adam};
        Optimiser optimiser{static_cast<OptimiserKind>(kind), 0.05, 0.8, 0.95, 0.85, 0.99, {}};
        const Matrix start = (Matrix(2, 2) << 0.5, -1, 2, 0.25).finished();
        std::vector<Matrix> parameters{start, start};
        Moments moments = noMoments(optimiser.kind, parameters);
        for (int u = 1; u <= 25; ++u) {
            std::vector<Matrix> gradients(2, Matrix(2, 2));
            for (int i = 0; i < 4; ++i)
                gradients[0](i) = gradients[1](i) = gradientAt(u, i);
            applyUpdate(optimiser, u, {true, false}, gradients, moments, parameters);
        }
        for (int i = 0; i < 4; ++i) {
            const double expected = formulas[kind](
                start(i), [i](int u) { return gradientAt(u, i); }, 25);
            QVERIFY(std::abs(parameters[0](i) - expected) < 1e-13);
        }
        QVERIFY(parameters[1] == start); // frozen
    }

    void epsilonIsThatOfTheKind()
    {
        Optimiser optimiser;
        QCOMPARE(optimiser.epsilonUsed(), 1e-8);
        optimiser.kind = OptimiserKind::Adagrad;
        QCOMPARE(optimiser.epsilonUsed(), 1e-10);
        optimiser.epsilon = 0.5;
        QCOMPARE(optimiser.epsilonUsed(), 0.5);
    }

    void namesAreThoseOfTheFile()
    {
        for (const char *name : {"sgd", "momentum", "adagrad", "rmsprop", "adam"})
            QCOMPARE(std::string(nameOf(optimiserNamed(name).value())), std::string(name));
        QVERIFY(!optimiserNamed("adamw"));
    }

    void anOrderHasEveryExampleOnce()
    {
        std::vector<int> order;
        fillOrder(ExampleOrder::Given, 1, 3, 4, order);
        QCOMPARE(order, (std::vector<int>{0, 1, 2, 3}));
        std::vector<int> first;
        fillOrder(ExampleOrder::Shuffled, 1, 1, 50, first);
        fillOrder(ExampleOrder::Shuffled, 1, 2, 50, order);
        QVERIFY(first != order);
        fillOrder(ExampleOrder::Shuffled, 1, 1, 50, order);
        QCOMPARE(order, first);
        fillOrder(ExampleOrder::Shuffled, 2, 1, 50, order);
        QVERIFY(first != order);
        std::sort(order.begin(), order.end());
        for (int i = 0; i < 50; ++i)
            QCOMPARE(order[static_cast<std::size_t>(i)], i);
    }

    /// Three things have six orders; each is as likely as the others.
    void ordersAreAllAlike()
    {
        std::map<std::vector<int>, int> seen;
        std::vector<int> order;
        for (int epoch = 1; epoch <= 6000; ++epoch) {
            fillOrder(ExampleOrder::Shuffled, 5, epoch, 3, order);
            ++seen[order];
        }
        QCOMPARE(seen.size(), std::size_t{6});
        for (const auto &[one, count] : seen)
            QVERIFY(count > 880 && count < 1120);
    }
};

UNFOLD_APPLESS_TEST(OptimiserTest)
#include "optimiser_test.moc"
