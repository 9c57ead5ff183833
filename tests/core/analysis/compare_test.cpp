// The sentence about two gradients says their true numbers.
#include "core/analysis/compare.h"
#include "core/analysis/plain_number.h"
#include "core/experiment/edit.h"
#include "tests/support/test_program.h"

#include <QTest>

#include <cmath>

using namespace unfold;

namespace {

struct Run {
    std::shared_ptr<const Trace> trace;
    GradientReport report;
};

/// A single linear unit without input: its gradient is exactly gain^(T − t).
Run linear(double gain, const Span &at = {Span::Kind::Last, 1}, GradientOf of = GradientOf::LastStep)
{
    Experiment e;
    e.circuit = NamedCircuit{"autonomous", {{"s", 1}}, Activation::Identity, {}, 1};
    e.steps = 11;
    e.gain = gain;
    e = withLossAt(withData(e, DataSource{RandomSource{1}, 1}), at);
    e.parameters["W"] = Matrix::Constant(1, 1, 1.0);
    const auto prepared = prepare(e);
    Run run{compute(*prepared, gain, of), {}};
    run.report = reportGradient(*prepared, gain, of, *run.trace, 0);
    return run;
}

std::string compared(const Run &a, const Run &b)
{
    return compare({"A", a.report, *a.trace}, {"B", b.report, *b.trace});
}

} // namespace

class CompareTest : public QObject
{
    Q_OBJECT

private slots:
    void oneLossIsAShareOfWhatEntered()
    {
        QCOMPARE(compared(linear(0.5), linear(2)),
            "Back to step 1, the gradient of step 11 comes to " + plainNumber(std::pow(0.5, 10))
                + " times its size with A, to " + plainNumber(1024) + " times with B.");
    }

    void severalLossesAreComparedInSize()
    {
        const Run a = linear(0.5, {}, GradientOf::AllSteps);
        const Run b = linear(1, {}, GradientOf::AllSteps);
        QCOMPARE(compared(a, b),
            "The size of the gradient is " + plainNumber(*a.report.norm[0]) + " with A (s at step 1), "
                + plainNumber(*b.report.norm[0]) + " with B (s at step 1).");
    }

    void withoutALossThereIsNothingToSay()
    {
        Run none = linear(1);
        auto trace = std::make_shared<Trace>(*none.trace);
        trace->hasGradient = false;
        none.trace = trace;
        QCOMPARE(compared(none, linear(1)), std::string());
    }
};

UNFOLD_GUILESS_TEST(CompareTest)
#include "compare_test.moc"
