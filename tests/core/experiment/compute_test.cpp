#include "core/circuit/input_error.h"
#include "core/experiment/compute.h"
#include "core/experiment/edit.h"

#include <QTest>

#include <cmath>

using namespace unfold;

namespace {

/// One linear unit with W = w and a squared error at every step or the last: everything can be done by hand.
Experiment scalar(double w, const Span &at, int steps = 5)
{
    Experiment e;
    e.circuit = NamedCircuit{"autonomous", {{"s", 1}}, Activation::Identity, {}, 1};
    e.steps = steps;
    e.initial["s"] = Vector::Ones(1);
    e.parameters["W"] = Matrix::Constant(1, 1, w);
    e.loss = Loss{LossKind::SquaredError, "s", at, {}, Matrix::Zero(1, at.in(steps).count())};
    return e;
}

double gradientAt(const Trace &trace, int step)
{
    const NodeTrace &s = trace.nodes[0];
    return s.at(s.gradient, step)(0, 0);
}

} // namespace

class ComputeTest : public QObject
{
    Q_OBJECT

private slots:
    void gainMultipliesTheRecurrentMatrix();
    void theLastStepsLossAlone();
    void withoutLossThereIsNoGradient();
    void aReusedTraceHoldsTheSameNumbers();
    void spectraFollowTheGain();
    void givenMatricesAreTakenAsWritten();
    void valuesThatAreNoFilesAreCheckedToo();
    void anotherNotationChangesNamesAlone();
};

void ComputeTest::anotherNotationChangesNamesAlone()
{
    const auto prepared = prepare(scalar(0.5, {Span::Kind::Last, 1}));
    QCOMPARE(inNotation(prepared, Notation::Letters), prepared);
    const auto indexed = inNotation(prepared, Notation::Indexed);
    QCOMPARE(inNotation(indexed, Notation::Indexed), indexed);
    QVERIFY(indexed->program->circuit.names.notation == Notation::Indexed);
    QVERIFY(prepared->program->circuit.names == Names{});
    QVERIFY(inNotation(indexed, Notation::Letters)->program->circuit == prepared->program->circuit);
    const auto before = compute(*prepared, 0.9), after = compute(*indexed, 0.9);
    for (size_t i = 0; i < before->gradients.size(); ++i)
        QVERIFY(before->gradients[i] == after->gradients[i]);
}

void ComputeTest::gainMultipliesTheRecurrentMatrix()
{
    const auto prepared = prepare(scalar(0.5, {Span::Kind::Last, 1}));
    const auto trace = compute(*prepared, 3);
    QCOMPARE(trace->parameters[0](0, 0), 1.5);
    QCOMPARE(trace->nodes[0].at(trace->nodes[0].value, 4)(0, 0), std::pow(1.5, 4));
    for (int t = 1; t <= 5; ++t) // L = ½ s(5)², so ∂L/∂s(t) = s(5) · 1.5^(5−t)
        QCOMPARE(gradientAt(*trace, t), std::pow(1.5, 5) * std::pow(1.5, 5 - t));
}

void ComputeTest::theLastStepsLossAlone()
{
    const auto prepared = prepare(scalar(2, {}));
    const auto all = compute(*prepared, 1);
    const auto last = compute(*prepared, 1, GradientOf::LastStep);
    double expected = 0;
    for (int t = 5; t >= 1; --t) {
        expected = std::pow(2, t) + 2 * expected; // its own loss, and what comes back from the next step
        QCOMPARE(gradientAt(*all, t), expected);
        QCOMPARE(gradientAt(*last, t), std::pow(2, 5) * std::pow(2, 5 - t));
    }
}

void ComputeTest::withoutLossThereIsNoGradient()
{
    Experiment e = scalar(2, {});
    const auto used = std::make_shared<Trace>();
    compute(*prepare(e), 1, GradientOf::AllSteps, used);
    QVERIFY(used->hasGradient);
    e.loss.reset();
    const auto trace = compute(*prepare(e), 1, GradientOf::AllSteps, used);
    QVERIFY(!trace->hasGradient);
    QVERIFY(trace->gradients.empty());
    QCOMPARE(trace->stepLoss, StepSeries(5));
    QCOMPARE(trace->totalLoss, 0.0);
}

void ComputeTest::aReusedTraceHoldsTheSameNumbers()
{
    const auto prepared = prepare(scalar(0.7, {}));
    const auto fresh = compute(*prepared, 1.3);
    const auto used = std::make_shared<Trace>();
    compute(*prepared, 0.2, GradientOf::LastStep, used);
    const auto again = compute(*prepared, 1.3, GradientOf::AllSteps, used);
    QCOMPARE(again.get(), static_cast<const Trace *>(used.get()));
    QVERIFY(again->nodes[0].gradient == fresh->nodes[0].gradient);
    QVERIFY(again->gradients[0] == fresh->gradients[0]);
    QCOMPARE(again->totalLoss, fresh->totalLoss);
}

void ComputeTest::spectraFollowTheGain()
{
    Experiment e;
    e.circuit = NamedCircuit{"driven", {{"x", 3}, {"h", 6}}, Activation::Tanh, {}, 1};
    e.initialisation.recipe = Recipe::Gaussian;
    e.steps = 2;
    const auto prepared = prepare(e);
    for (const double gain : {-2.0, 0.0, 0.9}) {
        const auto trace = compute(*prepared, gain);
        for (std::size_t p = 0; p < trace->parameters.size(); ++p) {
            if (trace->program->parameters[p].bias)
                continue;
            const Spectrum quick = spectrumAt(*prepared, static_cast<int>(p), gain);
            const Spectrum exact = spectrumOf(trace->parameters[p]);
            QVERIFY(std::abs(quick.sigmaMax - exact.sigmaMax) < 1e-12);
            QCOMPARE(quick.radius.has_value(), exact.radius.has_value());
            QVERIFY(std::abs(quick.radius.value_or(0) - exact.radius.value_or(0)) < 1e-12);
        }
    }
    const int W = indexOf(prepared->program->parameters, "W");
    QVERIFY(std::abs(*spectrumAt(*prepared, W, 0.9).radius - 0.9) < 1e-12); // scaled to 1 before the gain
}

void ComputeTest::givenMatricesAreTakenAsWritten()
{
    const auto prepared = prepare(scalar(0.25, {}));
    QCOMPARE(*spectrumAt(*prepared, 0, 1).radius, 0.25);
    QCOMPARE(*spectrumAt(*prepared, 0, -2).radius, 0.5);
}

void ComputeTest::valuesThatAreNoFilesAreCheckedToo()
{
    const auto refused = [](const auto &change, const char *sentence) {
        Experiment e = scalar(1, {});
        change(e);
        try {
            prepare(e);
            return QByteArray("accepted");
        } catch (const InputError &error) {
            return QByteArray(error.what()).startsWith(sentence) ? QByteArray() : QByteArray(error.what());
        }
    };
    const double nan = std::nan("");
    QCOMPARE(refused([&](Experiment &e) { e.gain = nan; }, "gain: the number is not finite"), QByteArray());
    QCOMPARE(
        refused([&](Experiment &e) { e.parameters["W"](0, 0) = nan; }, "parameters.W[0][0]: the number is not finite"),
        QByteArray());
    QCOMPARE(refused([&](Experiment &e) { e.initial["s"][0] = nan; }, "initial.s[0]: the number is not finite"),
        QByteArray());
    QCOMPARE(
        refused([&](Experiment &e) { e.loss->vectors(0, 3) = nan; }, "loss.targets[3][0]: the number is not finite"),
        QByteArray());
    QCOMPARE(refused([&](Experiment &e) { e.parameters["W"].resize(2, 1); },
                 "parameters.W: the shape is 2 × 1; expected 1 × 1"),
        QByteArray());
    QCOMPARE(refused(
                 [&](Experiment &e) {
                     e.steps = 2000000000;
                     e.loss.reset();
                 },
                 "circuit: a run of this circuit over 2000000000 steps needs 48 GB"),
        QByteArray());
}

QTEST_GUILESS_MAIN(ComputeTest)
#include "compute_test.moc"
