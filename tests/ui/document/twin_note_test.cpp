// The note on an RNN and an LSTM beside each other has the numbers of their curves.
#include "tests/support/experiments.h"
#include "tests/support/test_program.h"
#include "ui/document/document.h"
#include "ui/document/twin.h"
#include "ui/document/twin_note.h"
#include "ui/style/number_text.h"

#include <QTest>

using namespace unfold;

namespace {

double left(const StepSeries &series)
{
    return *series.front() / *series.back();
}

} // namespace

class TwinNoteTest : public QObject
{
    Q_OBJECT

private slots:
    void itSaysWhyEachCurveIsAsItIs()
    {
        Document document(test::smallElman());
        document.twin()->start(TwinPreset::RnnAndLstm);
        const QString note = QString::fromStdString(document.experiment().note);
        const GradientReport &rnn = document.result()->report;
        const GradientReport &lstm = document.twin()->result()->report;
        QVERIFY(left(rnn.norm) < 1e-8); // the RNN fails
        QVERIFY(left(lstm.norm) > 0.1 && left(lstm.norm) < 10);
        const QStringList rnnLeft = numberText(left(rnn.norm), 2).split(u'e');
        QVERIFY(note.contains(rnnLeft.first() + QStringLiteral("·10⁻")) && !note.contains(QStringLiteral("e−")));
        for (const double number : {*rnn.mean.matrix, *rnn.mean.slope, left(lstm.gatedPath), left(lstm.norm),
                 document.experiment().gain, 5.0, -4.0})
            QVERIFY2(note.contains(numberText(number, 2)),
                qPrintable(numberText(number, 2) + QStringLiteral(" in: ") + note));
        const double gate = std::pow(left(lstm.gatedPath), 1.0 / 99);
        QVERIFY2(note.contains(numberText(gate, 3)), qPrintable(note));
        QVERIFY(note.contains(QStringLiteral("step 100")));
    }

    void theNoteOfTheSceneBeforeGoes()
    {
        Experiment scene = test::smallElman();
        scene.note = "Drag W_rec over 16 steps.";
        Document document(scene);
        document.twin()->start(TwinPreset::RnnAndLstm);
        QVERIFY(!QString::fromStdString(document.experiment().note).contains(QStringLiteral("16 steps")));
        QVERIFY(document.experiment().title != scene.title);
        document.undoStack()->undo();
        QVERIFY(document.experiment() == scene);
    }

    void withoutAGradientThereIsNothingToSay()
    {
        Experiment rnn = withCircuit(test::smallElman(), "elman");
        Experiment lstm = withCircuit(rnn, "lstm");
        lstm.loss.reset();
        QVERIFY(noteOnRnnAndLstm(rnn, lstm).isEmpty());
        QVERIFY(noteOnRnnAndLstm(withGain(rnn, 0), withCircuit(rnn, "lstm")).isEmpty());
    }
};

UNFOLD_TEST(TwinNoteTest)
#include "twin_note_test.moc"
