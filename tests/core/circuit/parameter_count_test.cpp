// Counts of parameters, against the entries of the matrices that the engine makes and against the formulas.
#include "core/circuit/parameter_count.h"

#include "core/run/compute.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace unfold;

namespace {

/// The numbers that a run of the circuit really has.
std::int64_t counted(const Circuit &circuit)
{
    Experiment experiment;
    experiment.circuit = circuit;
    experiment.steps = 2;
    const auto trace = compute(*prepare(experiment), 1);
    std::int64_t count = 0;
    for (const Matrix &parameter : trace->parameters)
        count += parameter.size();
    return count;
}

} // namespace

class ParameterCountTest : public QObject
{
    Q_OBJECT

private slots:
    void theCountsAreThoseOfTheFormulasAndOfARun_data()
    {
        QTest::addColumn<int>("x");
        QTest::addColumn<int>("h");
        QTest::addColumn<int>("o");
        QTest::newRow("as drawn") << 3 << 4 << 2;
        QTest::newRow("one of each") << 1 << 1 << 1;
        QTest::newRow("larger") << 7 << 32 << 5;
    }

    void theCountsAreThoseOfTheFormulasAndOfARun()
    {
        QFETCH(int, x);
        QFETCH(int, h);
        QFETCH(int, o);
        const LayerSizes sizes{x, h, o};
        const Circuit recurrent = recurrentOver(sizes);
        QCOMPARE(parameterCount(recurrent), std::int64_t(h * x + h * h + h + o * h + o));
        QCOMPARE(parameterCount(recurrent), counted(recurrent));
        for (const int steps : {1, 2, 5, 40}) {
            const Circuit wide = feedForwardOver(sizes, steps);
            QCOMPARE(parameterCount(wide), std::int64_t(h * steps * x + h + o * h + o));
            QCOMPARE(parameterCount(wide), counted(wide));
        }
    }

    /// 12 + 16 + 4 + 8 + 2, and 12 T + 14.
    void byHand()
    {
        const LayerSizes sizes{3, 4, 2};
        QCOMPARE(parameterCount(recurrentOver(sizes)), std::int64_t(42));
        QCOMPARE(parameterCount(feedForwardOver(sizes, 1)), std::int64_t(26));
        QCOMPARE(parameterCount(feedForwardOver(sizes, 5)), std::int64_t(74));
    }

    void aSharedParameterCountsOnce()
    {
        Circuit circuit = recurrentOver({3, 3, 2});
        circuit.nodes[1].terms[1].parameter = circuit.nodes[1].terms[0].parameter;
        QCOMPARE(parameterCount(circuit), std::int64_t(9 + 3 + 6 + 2));
    }
};

UNFOLD_GUILESS_TEST(ParameterCountTest)
#include "parameter_count_test.moc"
