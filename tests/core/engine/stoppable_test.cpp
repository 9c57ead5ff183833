// Passes that are given up, and the trace they leave behind.
#include "core/engine/stoppable.h"

#include "core/run/stoppable_compute.h"
#include "tests/core/analysis/support.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace unfold;
using namespace unfold::test;

class StoppableTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_run.emplace(Json{{"circuit", {{"name", "lstm"}, {"sizes", {{"x", 3}, {"h", 6}, {"o", 2}}}}},
            {"sequence", {{"x", numbers(12, 3, 5)}}},
            {"loss", {{"kind", "squared-error"}, {"source", "o"}, {"targets", numbers(12, 2, 9)}}}});
        m_stopped = std::stop_source();
        m_stopped.request_stop();
    }

    void nobodyStopsIt()
    {
        const std::stop_source never;
        Trace trace;
        QVERIFY(compute(*m_run->prepared, 1, GradientOf::AllSteps, trace, never.get_token()));
        QVERIFY(trace.hasGradient);
        QVERIFY(sameAsRun(trace));
    }

    void aStopIsHeardInEitherPass()
    {
        Trace trace = *m_run->trace;
        QVERIFY(!forward(m_run->prepared->program, m_run->prepared->inputs, trace, m_stopped.get_token()));
        QVERIFY(!trace.hasGradient);
        trace = *m_run->trace;
        QVERIFY(!backward(*m_run->prepared->loss, {1, 12}, trace, m_stopped.get_token()));
        QVERIFY(!trace.hasGradient);
        // The loops were left at once: nothing flowed back.
        const NodeTrace &state = trace.nodes[static_cast<size_t>(m_run->node("s"))];
        QVERIFY(state.at(state.gradient, 1).isZero(0));
    }

    void whatWasGivenUpIsFilledAgain()
    {
        Trace trace = *m_run->trace;
        QVERIFY(!compute(*m_run->prepared, 3, GradientOf::LastStep, trace, m_stopped.get_token()));
        QVERIFY(compute(*m_run->prepared, 1, GradientOf::AllSteps, trace, {}));
        QVERIFY(sameAsRun(trace));
    }

private:
    bool sameAsRun(const Trace &trace) const
    {
        for (size_t n = 0; n < trace.nodes.size(); ++n)
            if (trace.nodes[n].value != m_run->trace->nodes[n].value
                || trace.nodes[n].gradient != m_run->trace->nodes[n].gradient)
                return false;
        return trace.totalLoss == m_run->trace->totalLoss;
    }

    std::optional<Run> m_run;
    std::stop_source m_stopped;
};

UNFOLD_GUILESS_TEST(StoppableTest)
#include "stoppable_test.moc"
