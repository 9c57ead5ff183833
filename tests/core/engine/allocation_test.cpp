// A trace that was used with a program of the same shape is filled again without allocating.
#include "core/circuit/catalogue.h"
#include "core/engine/engine.h"
#include "tests/support/count_allocations.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace unfold;

class AllocationTest : public QObject
{
    Q_OBJECT

private slots:
    void theCounterCounts()
    {
        const long before = allocations;
        const Matrix matrix(50, 50); // by malloc
        const auto number = std::make_unique<double>(matrix.size()); // by new
        QCOMPARE(allocations - before, 2L + (*number < 0));
    }

    void secondRunAllocatesNothing_data()
    {
        QTest::addColumn<QString>("circuit");
        QTest::addColumn<int>("hidden");
        QTest::addColumn<int>("steps");
        QTest::addColumn<int>("batch");
        for (const char *circuit : {"elman", "lstm", "gru-reset-before", "bidirectional"})
            for (int hidden : {1, 8, 32, 128, 256})
                for (int batch : {1, 4})
                    QTest::addRow("%s, hidden %d, batch %d", circuit, hidden, batch)
                        << circuit << hidden << 60 << batch;
        QTest::newRow("elman, long") << "elman" << 128 << 1000 << 1;
        QTest::newRow("elman, long batch") << "elman" << 256 << 200 << 32;
    }
    void secondRunAllocatesNothing()
    {
        QFETCH(QString, circuit);
        QFETCH(int, hidden);
        QFETCH(int, steps);
        QFETCH(int, batch);
        const auto program = std::make_shared<const Program>(
            compile(makeCircuit(circuit.toStdString(), {{"x", 16}, {"h", hidden}, {"o", 16}}), steps, batch));
        Trace trace;
        for (const ParameterInfo &p : program->parameters)
            trace.parameters.push_back(Matrix::Constant(p.rows, p.cols, 0.01));
        Inputs inputs;
        inputs.sequence = {Matrix::Constant(16, steps * batch, 0.5)};
        const Loss loss{LossKind::CrossEntropy, "o", {}, std::vector<int>(steps * batch, 3), {}};
        const auto run = [&] {
            forward(program, inputs, trace);
            backward(loss, trace);
        };
        run();
        const long before = allocations;
        run();
        QCOMPARE(allocations - before, 0L);
    }
};

UNFOLD_GUILESS_TEST(AllocationTest)
#include "allocation_test.moc"
