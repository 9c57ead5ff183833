// Two gradients beside each other: which numbers can be compared, and which they are.
#include "core/analysis/compare.h"
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

std::optional<Comparison> compared(const Run &a, const Run &b)
{
    return compare(a.report, *a.trace, b.report, *b.trace);
}

} // namespace

class CompareTest : public QObject
{
    Q_OBJECT

private slots:
    void oneLossIsAFactorOfTheWholeWay()
    {
        const auto both = compared(linear(0.5), linear(2));
        QVERIFY(both && both->alike);
        QCOMPARE(both->first.from, 11);
        QCOMPARE(both->first.to, 1);
        QCOMPARE(both->first.factor(), std::pow(0.5, 10));
        QCOMPARE(both->second.factor(), 1024.0);
    }

    void severalLossesAreComparedInSize()
    {
        const Run a = linear(0.5, {}, GradientOf::AllSteps);
        const Run b = linear(1, {}, GradientOf::AllSteps);
        const auto both = compared(a, b);
        QVERIFY(both && !both->alike);
        QCOMPARE(both->first.atTo, *a.report.norm[0]);
        QCOMPARE(both->second.atTo, *b.report.norm[0]);
        QCOMPARE(both->first.node, std::string("s"));
    }

    void withoutALossThereIsNothingToCompare()
    {
        Run none = linear(1);
        auto trace = std::make_shared<Trace>(*none.trace);
        trace->hasGradient = false;
        none.trace = trace;
        QVERIFY(!compared(none, linear(1)));
    }
};

UNFOLD_GUILESS_TEST(CompareTest)
#include "compare_test.moc"
