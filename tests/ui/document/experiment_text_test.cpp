// The line that names an experiment in the window and under its figures.
#include "ui/document/experiment_text.h"

#include "core/experiment/edit.h"
#include "core/run/compute.h"
#include "tests/support/experiments.h"
#include "tests/support/test_program.h"

#include <QRegularExpression>

using namespace unfold;

class ExperimentTextTest : public QObject
{
    Q_OBJECT

private slots:
    void namesNetworkShapeSizeAndSeed()
    {
        Experiment e = withHiddenSize(withShape(test::elmanOverWave(16, 4), Shape::ManyToOne), 8);
        e.initialisation.seed = 4;
        QCOMPARE(parts(e).mid(0, 2), (QStringList{QStringLiteral("RNN with output"), shapeText(Shape::ManyToOne)}));
        QVERIFY(parts(e)[2].contains(u'8') && parts(e)[2].contains(QStringLiteral("tanh")));
        QVERIFY(parts(e)[3].endsWith(u'4'));
    }

    /// The gates have activations of their own; a system without input has no shape.
    void leavesOutWhatThereIsNot()
    {
        const Experiment e = test::elmanOverWave(16, 4);
        QVERIFY(!summaryText(withCircuit(e, "lstm")).contains(QStringLiteral("tanh")));
        QCOMPARE(parts(withCircuit(e, "autonomous")).size(), 3);
    }

    void givenWeightsHaveNoSeed()
    {
        Experiment e = test::elmanOverWave(16, 4);
        const QString drawn = parts(e).last();
        const Circuit circuit = circuitOf(e);
        const auto trace = compute(*prepare(e), 1);
        for (std::size_t i = 0; i < trace->parameters.size(); ++i)
            e.parameters[trace->program->parameters[i].name] = trace->parameters[i];
        QVERIFY(parts(e).last() != drawn);
        QVERIFY(!parts(e).last().contains(QRegularExpression(QStringLiteral("\\d"))));
    }

private:
    static QStringList parts(const Experiment &e) { return summaryText(e).split(QStringLiteral(" · ")); }
};

UNFOLD_TEST(ExperimentTextTest)
#include "experiment_text_test.moc"
