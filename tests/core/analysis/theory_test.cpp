// What the theory says must come out of the numbers: Pascanu, Mikolov and Bengio 2013; Goodfellow et al. 2016,
// chapter 10.
#include "core/analysis/gradient_report.h"
#include "core/analysis/jacobian.h"
#include "core/analysis/norms.h"
#include "tests/core/analysis/support.h"
#include "tests/support/test_program.h"

#include <QtTest>

#include <random>

using namespace unfold;
using namespace unfold::test;

namespace {
/// One linear unit, h(t) = w h(t−1), whose last value is 1 away from its target: ∂L/∂h(T) = 1.
Json scalar(double w, int steps)
{
    return {{"circuit", {{"name", "driven"}, {"sizes", {{"x", 1}, {"h", 1}}}, {"activation", "identity"}}},
        {"steps", steps}, {"gain", w}, {"parameters", {{"W", {{1}}}, {"U", {{1}}}, {"b", {0}}}},
        {"loss", {{"kind", "squared-error"}, {"source", "h"}, {"at", "last"}, {"targets", {{-1}}}}}};
}

/// s(t) = φ(W s(t−1)) with a loss on the last state.
Json autonomous(int hidden, int steps, double gain, const char *activation, unsigned long seed = 1)
{
    return {{"circuit", {{"name", "autonomous"}, {"sizes", {{"s", hidden}}}, {"activation", activation}}},
        {"steps", steps}, {"gain", gain}, {"initialisation", {{"recipe", "orthogonal"}, {"seed", seed}}},
        {"loss", {{"kind", "squared-error"}, {"source", "s"}, {"at", "last"}, {"targets", numbers(1, hidden, 2)}}}};
}

Json elman(std::mt19937 &generator)
{
    const auto pick = [&](int from, int to) { return std::uniform_int_distribution<int>(from, to)(generator); };
    const auto real
        = [&](double from, double to) { return std::uniform_real_distribution<double>(from, to)(generator); };
    const char *activations[] = {"tanh", "sigmoid", "relu", "identity"};
    const char *recipes[] = {"orthogonal", "glorot-uniform", "gaussian"};
    const int steps = pick(2, 40);
    return {{"circuit",
                {{"name", "elman"}, {"sizes", {{"x", 3}, {"h", pick(1, 30)}, {"o", 4}}},
                    {"activation", activations[pick(0, 3)]}}},
        {"sequence", {{"x", numbers(steps, 3, static_cast<unsigned>(pick(1, 1000)), std::pow(10.0, real(-2, 1)))}}},
        {"gain", real(0.1, 2)}, {"initialisation", {{"recipe", recipes[pick(0, 2)]}, {"seed", pick(1, 1000)}}},
        {"loss", {{"kind", "cross-entropy"}, {"source", "o"}, {"at", "last"}, {"targets", {pick(0, 3)}}}}};
}

GradientReport readingOf(const Run &run, const std::string &node, GradientOf shown = GradientOf::AllSteps)
{
    return reportGradient(*run.prepared, run.experiment.gain, shown, *run.trace, run.node(node));
}
} // namespace

class TheoryTest : public QObject
{
    Q_OBJECT

private slots:
    void oneLinearUnitIsAPowerToTheLastDigit()
    {
        for (const double w : {0.9, 1.0, 1.1}) {
            const int steps = 120;
            const Run run(scalar(w, steps));
            const StepSeries gradient = gradientNorms(*run.trace, run.node("h"));
            const StepSeries jacobian = jacobianNorms(*run.trace, run.node("h"));
            double power = 1;
            for (int step = steps; step >= 1; --step) {
                QCOMPARE(*gradient[step - 1] - power, 0.0); // a difference, since QCOMPARE of doubles is fuzzy
                QCOMPARE(*jacobian[step - 1] - power, 0.0);
                power *= w;
            }
        }
    }

    void theGuidesOfOneLinearUnitAreItsGradient()
    {
        const Run run(scalar(0.9, 100));
        const GradientReport report = readingOf(run, "h");
        QCOMPARE(*report.spectrum.radius, 0.9);
        QCOMPARE(report.spectrum.sigmaMax, 0.9);
        for (int step = 1; step <= 100; ++step) {
            QVERIFY(close(*report.bound[step - 1], *report.norm[step - 1], 1e-13));
            QVERIFY(close(*report.radiusGuide[step - 1], *report.norm[step - 1], 1e-13));
        }
    }

    void anOrthogonalMatrixKeepsTheNorm()
    {
        for (const char *activation : {"identity", "tanh"}) {
            const Run run(autonomous(32, 100, 1, activation));
            const StepSeries norms = gradientNorms(*run.trace, run.node("s"));
            const StepSeries jacobian = jacobianNorms(*run.trace, run.node("s"));
            for (int step = 1; step <= 100; ++step) {
                QVERIFY(close(*norms[step - 1], *norms[99], 1e-12));
                QVERIFY(close(*jacobian[step - 1], 1, 1e-12));
            }
        }
    }

    /// Orthogonal W of gain g, tanh, T = 100, hidden 64, no input: g^99 from the last step to the first.
    void theGainDecidesWithoutInput()
    {
        const auto ratio = [](double gain) {
            const Run run(autonomous(64, 100, gain, "tanh"));
            const StepSeries norms = gradientNorms(*run.trace, run.node("s"));
            return *norms[0] / *norms[99];
        };
        QVERIFY(close(ratio(0.9), 3e-5, 0.02));
        QVERIFY(close(ratio(1), 1, 1e-12));
        QVERIFY(close(ratio(1.1), 1.25e4, 0.01));
    }

    /// The same at gain 1 with inputs of unit scale: tanh′ kills it.
    void inputsOfUnitScaleKillIt()
    {
        Json json{{"circuit", {{"name", "elman"}, {"sizes", {{"x", 8}, {"h", 64}, {"o", 4}}}}}, {"steps", 100},
            {"gain", 1.0}, {"sequence", {{"x", numbers(100, 8, 3, std::sqrt(3.0))}}},
            {"loss", {{"kind", "cross-entropy"}, {"source", "o"}, {"at", "last"}, {"targets", {0}}}}};
        const GradientReport report = readingOf(Run(json), "h");
        QVERIFY(*report.norm[0] / *report.norm[99] < 1e-6);
        QVERIFY(close(*report.mean.matrix, 1, 1e-9)); // W is innocent
        QVERIFY(*report.mean.slope < 0.9);
    }

    void theBoundHolds()
    {
        std::mt19937 generator(7);
        for (int i = 0; i < 150; ++i) {
            const Run run(elman(generator));
            const GradientReport report = readingOf(run, "h");
            const StepSeries jacobian = jacobianNorms(*run.trace, run.node("h"));
            const int steps = run.trace->steps();
            const double base = report.gamma * report.spectrum.sigmaMax;
            for (int step = 1; step <= steps; ++step) {
                if (*report.norm[steps - 1] > 0)
                    QVERIFY(*report.norm[step - 1] <= *report.bound[step - 1] * (1 + 1e-11));
                QVERIFY(*jacobian[step - 1] <= std::pow(base, steps - step) * (1 + 1e-11));
            }
        }
    }

    void theFactorsMultiplyToTheRatioOfNorms()
    {
        std::mt19937 generator(11);
        for (int i = 0; i < 100; ++i) {
            const Run run(elman(generator));
            const GradientReport report = readingOf(run, "h");
            const int steps = run.trace->steps();
            double product = 1;
            for (int step = steps - 1; step >= 1; --step) {
                if (!report.slopeFactor[step - 1] || !report.matrixFactor[step - 1])
                    break;
                product *= *report.slopeFactor[step - 1] * *report.matrixFactor[step - 1];
                QVERIFY(close(product * *report.norm[steps - 1], *report.norm[step - 1], 1e-11));
                QVERIFY(*report.slopeFactor[step - 1] <= report.gamma * (1 + 1e-12));
                QVERIFY(*report.matrixFactor[step - 1] <= report.spectrum.sigmaMax * (1 + 1e-12));
            }
            if (report.mean.both && *report.norm[0] > 1e-250)
                QVERIFY(close(std::pow(*report.mean.both, steps - 1), *report.norm[0] / *report.norm[steps - 1], 1e-9));
        }
    }

    void aLossAtEveryStepKeepsTheTotalUp()
    {
        Json json{{"circuit", {{"name", "elman"}, {"sizes", {{"x", 3}, {"h", 8}, {"o", 4}}}}}, {"gain", 0.5},
            {"sequence", {{"x", numbers(60, 3, 3)}}},
            {"loss",
                {{"kind", "cross-entropy"}, {"source", "o"}, {"at", "every"}, {"targets", std::vector<int>(60, 1)}}}};
        const GradientReport report = readingOf(Run(json), "h");
        QVERIFY(*report.norm[0] > 0.1 * *report.norm[59]);
        QVERIFY(*report.otherNorm[0] < 1e-15 * *report.otherNorm[59]);
    }

    void explosionNeedsMoreThanARadiusAboveOne()
    {
        const auto farJacobian = [](const char *activation) {
            const Run run(
                {{"circuit", {{"name", "driven"}, {"sizes", {{"x", 8}, {"h", 32}}}, {"activation", activation}}},
                    {"steps", 100}, {"gain", 1.5}, {"sequence", {{"x", numbers(100, 8, 3, std::sqrt(3.0))}}}});
            return *jacobianNorms(*run.trace, run.node("h"))[0];
        };
        QVERIFY(close(farJacobian("identity"), std::pow(1.5, 99), 1e-9)); // 3e17
        QVERIFY(farJacobian("tanh") < 1e4);
    }
};

UNFOLD_GUILESS_TEST(TheoryTest)
#include "theory_test.moc"
