#include "core/circuit/input_error.h"
#include "core/experiment/edit.h"
#include "core/run/compute.h"
#include "tests/support/test_program.h"

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
    void theMatricesOfTheRunBeforeAreTakenOverWhereTheyAreTheSame();
    void otherMatricesAreMadeAnew_data();
    void otherMatricesAreMadeAnew();
    void largeMatricesAreMadeBesideEachOther();
};

namespace {

Experiment elman(int hidden = 3)
{
    Experiment e;
    e.circuit = NamedCircuit{"elman", {{"x", 2}, {"h", hidden}, {"o", 2}}, {}, {}, 1};
    e.steps = 4;
    e.initialisation.recipe = Recipe::Gaussian;
    return e;
}

/// Nobody would compute this spectrum: where it is found, it was taken over.
constexpr double marked = 4711;

Prepared markedRun(const Experiment &experiment)
{
    Prepared run = *prepare(experiment);
    for (Spectrum &spectrum : run.baseSpectra)
        spectrum.sigmaMax = marked;
    return run;
}

} // namespace

void ComputeTest::theMatricesOfTheRunBeforeAreTakenOverWhereTheyAreTheSame()
{
    Experiment e = elman();
    e.parameters["W"] = Matrix::Constant(3, 3, 0.25);
    const Prepared before = markedRun(e);
    e.steps = 7;
    e.gain = 2;
    const auto after = prepare(e, &before);
    QCOMPARE(after->program->steps, 7);
    QVERIFY(after->baseParameters == prepare(e)->baseParameters);
    QVERIFY(after->madeBy == before.madeBy);
    for (const Spectrum &spectrum : after->baseSpectra)
        QCOMPARE(spectrum.sigmaMax, marked);
}

void ComputeTest::otherMatricesAreMadeAnew_data()
{
    QTest::addColumn<QString>("other");
    for (const char *other : {"seed", "recipe", "scale", "given before", "given now", "given otherwise", "size"})
        QTest::newRow(other) << QString::fromLatin1(other);
}

void ComputeTest::otherMatricesAreMadeAnew()
{
    QFETCH(const QString, other);
    Experiment e = elman();
    if (other == u"given before" || other == u"given otherwise")
        e.parameters["W"] = Matrix::Constant(3, 3, 0.25);
    const Prepared before = markedRun(e);
    if (other == u"seed")
        ++e.initialisation.seed;
    else if (other == u"recipe")
        e.initialisation.recipe = Recipe::Identity;
    else if (other == u"scale")
        e.initialisation.scaledBy = ScaledBy::LargestSingularValue;
    else if (other == u"given before")
        e.parameters.clear();
    else if (other == u"given now")
        e.parameters["W"] = before.baseParameters[static_cast<size_t>(indexOf(before.program->parameters, "W"))];
    else if (other == u"given otherwise")
        e.parameters["W"](2, 2) = 0.5;
    else
        e.circuit = elman(5).circuit;
    const auto after = prepare(e, &before), alone = prepare(e);
    const auto W = static_cast<size_t>(indexOf(after->program->parameters, "W"));
    QCOMPARE(after->baseSpectra[W].sigmaMax, alone->baseSpectra[W].sigmaMax);
    QVERIFY(after->baseSpectra[W].sigmaMax != marked);
    QVERIFY(after->baseParameters == alone->baseParameters);
}

void ComputeTest::largeMatricesAreMadeBesideEachOther()
{
    Experiment e = elman(80); // each on a thread of its own
    const auto prepared = prepare(e), again = prepare(e);
    QVERIFY(prepared->baseParameters == again->baseParameters);
    const auto W = static_cast<size_t>(indexOf(prepared->program->parameters, "W"));
    QCOMPARE(prepared->baseParameters[W].rows(), 80);
    QCOMPARE(*prepared->baseSpectra[W].radius, 1.0);
    QCOMPARE(prepared->baseSpectra[W].sigmaMax, spectrumOf(prepared->baseParameters[W]).sigmaMax);
}

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

UNFOLD_GUILESS_TEST(ComputeTest)
#include "compute_test.moc"
