#include "core/experiment/edit.h"
#include "tests/support/experiments.h"
#include "tests/support/test_program.h"
#include "ui/controls/data_panel.h"

#include "tests/support/panel_fixture.h"
#include "ui/controls/csv_dialog.h"
#include "ui/controls/sequence_preview.h"
#include "ui/controls/series_page.h"
#include "ui/controls/shipped_series.h"
#include "ui/document/document.h"
#include "ui/widgets/seed_box.h"
#include "ui/widgets/soft_button.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFile>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QUndoStack>

using namespace unfold;

namespace {

enum Kind { Text, Series, Random, Zero };

struct Bench {
    explicit Bench(const Experiment &experiment = test::smallElman())
        : document(experiment)
    {
        loadFonts();
        panel = std::make_unique<DataPanel>(&document);
        present(*panel);
    }
    void choose(Kind kind)
    {
        auto *box = control<QComboBox>(*panel, "dataKind");
        box->setFocus();
        QTest::keyClick(box, Qt::Key_Home);
        while (box->currentIndex() < kind)
            QTest::keyClick(box, Qt::Key_Down);
    }
    QPlainTextEdit *text() const { return control<QPlainTextEdit>(*panel, "text"); }
    void type(const QString &typed)
    {
        text()->setFocus();
        text()->selectAll();
        QTest::keyClick(text(), Qt::Key_Delete);
        QTest::keyClicks(text(), typed);
    }
    void use() { QTest::mouseClick(control<SoftButton>(*panel, "useText"), Qt::LeftButton); }
    QString fault() const
    {
        const QLabel *line = control<QLabel>(*panel, "dataFault");
        return line->isVisible() ? line->text() : QString();
    }
    QString summary() const { return control<QLabel>(*panel, "dataSummary")->text(); }
    const DataSource &data() const { return document.experiment().data; }

    Document document;
    std::unique_ptr<DataPanel> panel;
};

QString write(const QTemporaryDir &dir, const char *text)
{
    QString path = dir.filePath(QStringLiteral("mine.csv"));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        qFatal("no temporary file");
    file.write(text);
    return path;
}

/// Every parameter is given, as in an imported network.
Experiment trainedElman()
{
    Experiment e = test::smallElman();
    e.title = "net.npz";
    e.note = "Imported RNN.";
    e.parameters = {{"U", Matrix::Ones(4, 3)}, {"W", Matrix::Identity(4, 4)}, {"V", Matrix::Ones(2, 4)},
        {"b", Matrix::Zero(4, 1)}, {"c", Matrix::Zero(2, 1)}};
    return e;
}

QPushButton *okOf(const CsvDialog &dialog)
{
    return dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
}

} // namespace

class DataPanelTest : public QObject
{
    Q_OBJECT

private slots:
    void aTypedTextIsRead()
    {
        Bench bench;
        bench.choose(Text);
        bench.type(QStringLiteral("abcab"));
        bench.use();
        QCOMPARE(std::get<TextSource>(bench.data().kind).text, std::string("abcab"));
        QCOMPARE(bench.document.result()->steps(), 4);
        QCOMPARE(bench.document.experiment().sequence.at("x").rows(), 3); // one-hot of a, b, c
        for (const char *claim : {"4 of 5 characters", "3 are different: a b c"})
            QVERIFY2(bench.summary().contains(QLatin1String(claim)), claim);
        QCOMPARE(bench.fault(), QString());
    }

    void wordsAreAChoice()
    {
        Bench bench;
        bench.choose(Text);
        bench.type(QStringLiteral("to be or not to be"));
        auto *unit = control<QComboBox>(*bench.panel, "textUnit");
        unit->setFocus();
        QTest::keyClick(unit, Qt::Key_Down);
        QCOMPARE(std::get<TextSource>(bench.data().kind).unit, TextSource::Unit::Words);
        QCOMPARE(bench.document.result()->steps(), 5);
        QVERIFY(bench.summary().contains(QStringLiteral("4 are different: to be or not")));
    }

    void typingIsTakenWithControlEnterAndWhenTheFieldIsLeft()
    {
        Bench bench;
        bench.choose(Text);
        bench.type(QStringLiteral("xyxy"));
        QVERIFY(std::get<TextSource>(bench.data().kind).text != "xyxy"); // not at each letter
        QTest::keyClick(bench.text(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(std::get<TextSource>(bench.data().kind).text, std::string("xyxy"));
        bench.type(QStringLiteral("uvuv"));
        control<QComboBox>(*bench.panel, "dataKind")->setFocus();
        QCOMPARE(std::get<TextSource>(bench.data().kind).text, std::string("uvuv"));
    }

    void typingIsTakenWhenItRests()
    {
        Bench bench;
        bench.choose(Text);
        bench.type(QStringLiteral("rest"));
        QTRY_COMPARE(std::get<TextSource>(bench.data().kind).text, std::string("rest"));
    }

    void anEmptyTextIsRefusedInPlaceAndKeepsWhatWas()
    {
        Bench bench;
        bench.choose(Text);
        bench.type(QStringLiteral("abab"));
        bench.use();
        for (const QString &bad : {QString(), QStringLiteral("a")}) {
            bench.type(bad);
            bench.use();
            QCOMPARE(std::get<TextSource>(bench.data().kind).text, std::string("abab"));
            QVERIFY2(bench.fault().contains(QStringLiteral("The present input stays.")), qPrintable(bench.fault()));
            QCOMPARE(bench.text()->toPlainText(), bad); // nothing typed is lost
        }
        bench.type(QStringLiteral("ab"));
        bench.use();
        QCOMPARE(bench.fault(), QString());
    }

    void typingSurvivesOtherChanges()
    {
        Bench bench;
        bench.choose(Text);
        bench.type(QStringLiteral("half a sen"));
        bench.document.setGain(0.5);
        bench.document.change(withHiddenSize(bench.document.experiment(), 6), QStringLiteral("hidden"));
        QCOMPARE(bench.text()->toPlainText(), QStringLiteral("half a sen"));
        bench.document.change(
            withData(bench.document.experiment(), {TextSource{"another", {}}, 1}), QStringLiteral("text"));
        QCOMPARE(bench.text()->toPlainText(), QStringLiteral("another")); // the experiment really has another text
    }

    void whatIsHalfTypedIsNotAskedOfAnExperimentThatReadsSomethingElse()
    {
        Bench bench;
        bench.choose(Text);
        bench.type(QStringLiteral("half a sen"));
        const Experiment other = withData(bench.document.experiment(), {RandomSource{7}, 1});
        bench.document.open(other);
        bench.text()->clearFocus();
        QVERIFY(bench.document.experiment() == other);
    }

    void everyShippedSeriesIsRead()
    {
        Bench bench;
        bench.choose(Series);
        auto *box = control<QComboBox>(*bench.panel, "series");
        QCOMPARE(box->count(), 5);
        for (int i = 0; i < 5; ++i) {
            box->setFocus();
            if (i > 0)
                QTest::keyClick(box, Qt::Key_Down);
            const auto &series = std::get<SeriesSource>(bench.data().kind);
            QCOMPARE(series.title, shippedSeries()[static_cast<size_t>(i)].title.toStdString());
            QCOMPARE(series.labels.size(), series.values.size());
            QCOMPARE(box->currentIndex(), i);
            QVERIFY(
                control<QLabel>(*bench.panel, "dataSummary")->text().contains(QString::number(series.values.size())));
        }
        QVERIFY(bench.panel->findChild<SequencePreview *>()->isVisible());
    }

    void scalingIsShownAndSwitchedOff()
    {
        Bench bench;
        bench.choose(Series); // sunspots
        auto *scaling = control<QLabel>(*bench.panel, "scaling");
        // mean 48.61 and standard deviation 39.41 of the 289 values, computed independently
        QVERIFY2(scaling->text().startsWith(QStringLiteral("x = (value − 48.61) / 39.4")), qPrintable(scaling->text()));
        auto *box = control<QCheckBox>(*bench.panel, "standardised");
        QVERIFY(box->isChecked());
        box->setFocus();
        QTest::keyClick(box, Qt::Key_Space);
        QCOMPARE(scaling->text(), QStringLiteral("x = value, as written"));
        QCOMPARE(bench.document.experiment().sequence.at("x")(0, 0), 5.0); // the year 1700
        QTest::keyClick(box, Qt::Key_Space);
        QVERIFY(bench.document.experiment().sequence.at("x")(0, 0) < 0);
    }

    void aCsvFileIsOpenedByItsColumns()
    {
        Bench bench;
        bench.choose(Series);
        QTemporaryDir dir;
        bench.panel->findChild<SeriesPage *>()->openCsv(write(dir, "day,rain,wind\nmon,1.5,7\ntue,2.5,8\nwed,0,9\n"));
        auto *dialog = bench.panel->window()->findChild<CsvDialog *>();
        QVERIFY(dialog);
        QCOMPARE(control<QComboBox>(*dialog, "csvValue")->currentText(), QStringLiteral("wind"));
        QCOMPARE(control<QComboBox>(*dialog, "csvLabel")->currentText(), QStringLiteral("day"));
        control<QComboBox>(*dialog, "csvValue")->setFocus();
        QTest::keyClick(control<QComboBox>(*dialog, "csvValue"), Qt::Key_Up);
        QTest::mouseClick(okOf(*dialog), Qt::LeftButton);
        const auto &series = std::get<SeriesSource>(bench.data().kind);
        QCOMPARE(series.values, (std::vector<double>{1.5, 2.5, 0}));
        QCOMPARE(series.labels, (std::vector<std::string>{"mon", "tue", "wed"}));
        QCOMPARE(control<QComboBox>(*bench.panel, "series")->currentText(), QStringLiteral("rain (mine.csv)"));
        QCOMPARE(bench.document.result()->steps(), 2);
    }

    void aBadCellIsNamedAndRefused()
    {
        Bench bench;
        bench.choose(Series);
        const DataSource before = bench.data();
        QTemporaryDir dir;
        bench.panel->findChild<SeriesPage *>()->openCsv(write(dir, "year,rain\n2001,1.5\n2002,wet\n2003,0\n"));
        auto *dialog = bench.panel->window()->findChild<CsvDialog *>();
        QVERIFY(dialog);
        const QLabel *line = control<QLabel>(*dialog, "csvFault");
        QVERIFY(line->isVisible());
        QVERIFY2(line->text().contains(QStringLiteral("line 3, column rain")), qPrintable(line->text()));
        QVERIFY(!okOf(*dialog)->isEnabled());
        QVERIFY(!dialog->source());
        control<QComboBox>(*dialog, "csvValue")->setFocus();
        QTest::keyClick(control<QComboBox>(*dialog, "csvValue"), Qt::Key_Home); // the years are numbers
        QVERIFY(okOf(*dialog)->isEnabled());
        QVERIFY(!line->isVisible());
        QTest::keyClick(dialog, Qt::Key_Escape);
        QVERIFY(bench.data() == before);
    }

    void aFileThatIsNoTableIsSaidInPlace()
    {
        Bench bench;
        bench.choose(Series);
        const DataSource before = bench.data();
        QTemporaryDir dir;
        auto *page = bench.panel->findChild<SeriesPage *>();
        page->openCsv(write(dir, ""));
        QVERIFY2(bench.fault().startsWith(QStringLiteral("mine.csv: ")), qPrintable(bench.fault()));
        page->openCsv(write(dir, "a,b\n1,2\n3,4,5\n6,7\n"));
        QVERIFY2(bench.fault().contains(QStringLiteral("line 3")), qPrintable(bench.fault()));
        page->openCsv(QStringLiteral("/nowhere/none.csv"));
        QVERIFY(bench.fault().contains(QStringLiteral("cannot be opened")));
        QVERIFY(!bench.panel->window()->findChild<CsvDialog *>());
        QVERIFY(bench.data() == before);
    }

    /// What is doubtful about a table is on the dialog, without the options of the command line.
    void theDialogSaysWhatIsDoubtful()
    {
        CsvDialog dialog(QStringLiteral("old.csv"), parseCsv("# station 7\nday,rain\n2024-01-02,1\n2024-01-01,2\n"));
        dialog.show();
        const QLabel *warnings = control<QLabel>(dialog, "csvWarnings");
        QVERIFY(warnings->isVisible());
        QVERIFY(warnings->text().contains(QStringLiteral("fall")));
        QVERIFY(warnings->text().contains(QStringLiteral("comment")));
        QVERIFY(!warnings->text().contains(QStringLiteral("--")));
    }

    void theDialogProposesAColumnThatVaries()
    {
        CsvDialog dialog(QStringLiteral("flag.csv"), parseCsv("year,value,flag\n2000,5.5,1\n2001,6.5,1\n"));
        QCOMPARE(control<QComboBox>(dialog, "csvValue")->currentText(), QStringLiteral("value"));
        QVERIFY(!control<QLabel>(dialog, "csvWarnings")->isVisibleTo(&dialog));
    }

    void aSingleValueIsNoSeries()
    {
        CsvDialog dialog(QStringLiteral("one.csv"), parseCsv("day,rain\nmon,1\n"));
        QVERIFY(!dialog.source());
        QVERIFY(control<QLabel>(dialog, "csvFault")->text().contains(QStringLiteral("fewer than two values")));
    }

    /// What a network was given with is never lost without a word.
    void dataOfAnotherSizeAsksBeforeParametersAreDrawnAnew()
    {
        Bench bench(trainedElman());
        auto *question = control<QWidget>(*bench.panel, "redrawQuestion");
        QVERIFY(!question->isVisible());
        bench.choose(Text);
        bench.type(QStringLiteral("abcdab"));
        bench.use();
        QVERIFY(question->isVisible());
        const QString sentence = control<QLabel>(*question, "redrawSentence")->text();
        QVERIFY2(sentence.contains(QStringLiteral("U, c, V")), qPrintable(sentence));
        QVERIFY(bench.document.experiment() == trainedElman());
        QVERIFY(!bench.document.undoStack()->canUndo());

        QTest::mouseClick(control<SoftButton>(*bench.panel, "keepNetwork"), Qt::LeftButton);
        QVERIFY(!question->isVisible());
        QVERIFY(bench.document.experiment() == trainedElman());
        QCOMPARE(control<QComboBox>(*bench.panel, "dataKind")->currentIndex(), int(Random));

        bench.choose(Text);
        bench.use();
        QVERIFY(question->isVisible());
        QTest::mouseClick(control<SoftButton>(*bench.panel, "drawAnew"), Qt::LeftButton);
        QVERIFY(!question->isVisible());
        const Experiment &now = bench.document.experiment();
        QVERIFY(std::holds_alternative<TextSource>(now.data.kind));
        QVERIFY(now.parameters.contains("W") && !now.parameters.contains("U"));
        QCOMPARE(now.title, std::string("net.npz"));
        QVERIFY(now.note.starts_with("Imported RNN."));

        bench.type(QStringLiteral("wxyz wxyz")); // nothing given is left to lose
        bench.use();
        QVERIFY(!question->isVisible());
    }

    void theQuestionGoesWithItsExperiment()
    {
        Bench bench(trainedElman());
        bench.choose(Text);
        bench.use();
        QVERIFY(control<QWidget>(*bench.panel, "redrawQuestion")->isVisible());
        QVERIFY(bench.document.change(withSteps(bench.document.experiment(), 7), QStringLiteral("steps")));
        QVERIFY(!control<QWidget>(*bench.panel, "redrawQuestion")->isVisible());
        bench.choose(Zero); // of the same size
        QVERIFY(!control<QWidget>(*bench.panel, "redrawQuestion")->isVisible());
        QVERIFY(std::holds_alternative<ZeroSource>(bench.data().kind));
    }

    void randomAndZeroInput()
    {
        Bench bench;
        bench.choose(Zero);
        QVERIFY(std::holds_alternative<ZeroSource>(bench.data().kind));
        QVERIFY(!bench.panel->findChild<SequencePreview *>()->isVisible());
        bench.choose(Random);
        auto *seed = control<SeedBox>(*bench.panel, "dataSeed");
        seed->setFocus();
        seed->selectAll();
        QTest::keyClicks(seed, QStringLiteral("77"));
        QTest::keyClick(seed, Qt::Key_Return);
        QCOMPARE(std::get<RandomSource>(bench.data().kind).seed, std::uint64_t(77));
        const Matrix before = bench.document.experiment().sequence.at("x");
        QTest::mouseClick(control<SoftButton>(*bench.panel, "newDataSeed"), Qt::LeftButton);
        QVERIFY(bench.document.experiment().sequence.at("x") != before);
        QCOMPARE(std::get<RandomSource>(bench.data().kind).seed, seed->seed());
    }

    void undoShowsTheOldSourceAgain()
    {
        Bench bench;
        bench.choose(Zero);
        bench.document.undoStack()->setIndex(0);
        QCOMPARE(control<QComboBox>(*bench.panel, "dataKind")->currentIndex(), int(Random));
        QVERIFY(control<SeedBox>(*bench.panel, "dataSeed")->isVisible());
    }

    void numbersOfAFileAreListedOnlyWhileTheyArePresent()
    {
        Experiment given = test::smallElman();
        given.data = {};
        Bench bench(given);
        auto *box = control<QComboBox>(*bench.panel, "dataKind");
        QCOMPARE(box->count(), 5);
        QCOMPARE(box->currentText(), QStringLiteral("Numbers in the file"));
        bench.choose(Zero);
        QCOMPARE(box->count(), 4);
        bench.document.undoStack()->setIndex(0);
        QCOMPARE(box->currentText(), QStringLiteral("Numbers in the file"));
    }

    void aNetworkWithoutInputSaysSo()
    {
        Bench bench(withCircuit(test::smallElman(), "autonomous"));
        QVERIFY(!control<QComboBox>(*bench.panel, "dataKind")->isEnabled());
        QVERIFY(bench.summary().contains(QStringLiteral("no input")));
    }
};

UNFOLD_TEST(DataPanelTest)
#include "data_panel_test.moc"
