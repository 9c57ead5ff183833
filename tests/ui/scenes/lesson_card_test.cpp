// The card of a cure under the mouse and the keys: the switch, the reference, the threshold and the table of recipes.
#include "core/linalg/spectrum.h"
#include "tests/support/experiments.h"
#include "tests/support/test_program.h"
#include "ui/document/document.h"
#include "ui/scenes/lesson_card.h"

#include "tests/support/panel_fixture.h"
#include "ui/controls/clip_plot.h"
#include "ui/controls/clip_view.h"
#include "ui/scenes/cures.h"
#include "ui/scenes/recipe_table.h"
#include "ui/widgets/soft_button.h"

#include <QAction>
#include <QDoubleSpinBox>
#include <QLabel>

using namespace unfold;

namespace {

Experiment before(int number)
{
    loadFonts();
    return readCures().cures.at(size_t(number)).before;
}

enum { Clip, Init, Irnn, Gate };

} // namespace

class LessonCardTest : public QObject
{
    Q_OBJECT

private slots:
    void theSwitchIsThereInACureAlone()
    {
        Document document(test::smallElman());
        LessonCard card(&document);
        present(card);
        QVERIFY(control<SoftButton>(card, "afterCure")->isHidden() || !card.cureAction()->isEnabled());
        QVERIFY(!card.cureAction()->isEnabled());
        document.open(before(Gate));
        QVERIFY(control<SoftButton>(card, "afterCure")->isVisible());
        QVERIFY(control<SoftButton>(card, "beforeCure")->isChecked());
        QVERIFY(card.cureAction()->isEnabled());
    }

    void afterIsOneNamedStepThatCanBeUndone()
    {
        Document document(before(Gate));
        LessonCard card(&document);
        present(card);
        QTest::mouseClick(control<SoftButton>(card, "afterCure"), Qt::LeftButton);
        QCOMPARE(document.result()->circuit().name, std::string("lstm"));
        QVERIFY(control<SoftButton>(card, "afterCure")->isChecked());
        QVERIFY(control<QLabel>(card, "note")->text().contains(QStringLiteral("forget gate")));
        QCOMPARE(document.undoStack()->undoText(), QStringLiteral("Gating: after the cure"));
        QCOMPARE(document.undoStack()->count(), 1);
        QTest::mouseClick(control<SoftButton>(card, "afterCure"), Qt::LeftButton); // once more: no other step
        QCOMPARE(document.undoStack()->count(), 1);
        QVERIFY(control<SoftButton>(card, "afterCure")->isChecked());
        document.undoStack()->undo();
        QCOMPARE(document.result()->circuit().name, std::string("elman"));
        QVERIFY(control<SoftButton>(card, "beforeCure")->isChecked());
        QVERIFY(document.references().empty());
    }

    void theKeyGoesToAndFro()
    {
        Document document(before(Irnn));
        LessonCard card(&document);
        card.addAction(card.cureAction());
        present(card);
        QTest::keyClick(&card, Qt::Key_A);
        QVERIFY(control<SoftButton>(card, "afterCure")->isChecked());
        QTest::keyClick(&card, Qt::Key_A);
        QVERIFY(control<SoftButton>(card, "beforeCure")->isChecked());
    }

    void theReferenceIsTheCurveFromBeforeAtThePresentGain()
    {
        Document document(before(Gate));
        LessonCard card(&document);
        present(card);
        document.setGain(0.9);
        const StepSeries norm = document.result()->report.norm;
        QVERIFY(document.references().empty());
        card.cureAction()->trigger();
        QCOMPARE(document.experiment().gain, 0.9);
        QVERIFY(document.references().front().norm == norm);
        document.setGain(0.5);
        QVERIFY(document.references().front().norm != norm);
        document.open(test::smallElman());
        QVERIFY(document.references().empty());
    }

    void clippingLeavesNoReferenceCurve() // the curve is the same
    {
        Document document(before(Clip));
        LessonCard card(&document);
        present(card);
        card.cureAction()->trigger();
        QVERIFY(document.references().empty());
    }

    void theThresholdCutsWhatIsDrawn()
    {
        Document document(before(Clip));
        LessonCard card(&document);
        present(card);
        const auto *view = card.findChild<ClipView *>();
        QVERIFY(!view->plot()->curve().threshold);
        QVERIFY(!control<QDoubleSpinBox>(card, "clipThreshold")->isVisible());
        card.cureAction()->trigger();
        const ClipCurve curve = view->plot()->curve();
        QCOMPARE(curve.threshold.value(), 5.0);
        QVERIFY(curve.norm > 1000);
        QVERIFY(view->sentence().contains(QStringLiteral("Clipped to 5")));
        // The wall: nearly nothing below 1, a thousand times more at 1.5.
        const auto at
            = [&](double gain) { return curve.norms[size_t(gain / curve.high * double(curve.norms.size() - 1))]; };
        QVERIFY(at(0.9) < 2 && at(1.5) > 1000);
        const QPointF raw = view->plot()->at(1.5, curve.norm);
        const QPointF cut = view->plot()->at(1.5, 5);
        QVERIFY(cut.y() > raw.y() + 20);
    }

    void withoutALossThereIsNothingToClip()
    {
        Document document(before(Clip));
        LessonCard card(&document);
        present(card);
        Experiment lossless = document.experiment();
        lossless.loss.reset();
        QVERIFY(document.change(lossless, "no loss"));
        QVERIFY(card.findChild<ClipView *>()->sentence().startsWith(QStringLiteral("Without a loss")));
        document.undoStack()->undo();
        QVERIFY(card.findChild<ClipView *>()->plot()->curve().norm > 1000);
    }

    void anotherThresholdIsOneStepThatCanBeUndone()
    {
        Document document(before(Clip));
        LessonCard card(&document);
        present(card);
        card.cureAction()->trigger();
        auto *box = control<QDoubleSpinBox>(card, "clipThreshold");
        box->setFocus();
        box->selectAll();
        QTest::keyClicks(box, box->locale().toString(1e5, 'f', 0).remove(box->locale().groupSeparator()));
        QTest::keyClick(box, Qt::Key_Return);
        QCOMPARE(document.experiment().clip.value(), 1e5);
        QVERIFY(!card.findChild<ClipView *>()->sentence().contains(QStringLiteral("Clipped")));
        document.undoStack()->undo();
        QCOMPARE(document.experiment().clip.value(), 5.0);
    }

    void theTableShowsEveryRecipeAndChoosesOne()
    {
        Document document(before(Init));
        LessonCard card(&document);
        present(card);
        const auto rows = card.findChild<RecipeTable *>()->rows();
        QCOMPARE(rows.size(), size_t(4));
        for (const RecipeTable::Row &row : rows) {
            Experiment tried = document.experiment();
            tried.initialisation.recipe = row.recipe;
            const Document other(tried);
            const GradientReport &report = other.result()->report;
            QCOMPARE(row.radius, report.spectrum.radius);
            QCOMPARE(row.sigmaMax, report.spectrum.sigmaMax);
            QCOMPARE(row.left.value(), report.norm.front().value() / report.norm.back().value());
        }
        QVERIFY(control<SoftButton>(card, "gaussian")->isChecked());
        QTest::mouseClick(control<SoftButton>(card, "identity"), Qt::LeftButton);
        QVERIFY(document.experiment().initialisation.recipe == Recipe::Identity);
        QVERIFY(control<SoftButton>(card, "afterCure")->isChecked());
        QCOMPARE(document.references().size(), size_t(1)); // that of the Gaussian one
        QCOMPARE(document.undoStack()->undoText(), QStringLiteral("initial weights identity"));
        QTest::mouseClick(control<SoftButton>(card, "gaussian"), Qt::LeftButton);
        QVERIFY(control<SoftButton>(card, "beforeCure")->isChecked());
        QVERIFY(document.references().empty());
    }

    void closedStaysClosedInOneCure()
    {
        Document document(before(Gate));
        LessonCard card(&document);
        present(card);
        QTest::mouseClick(control<SoftButton>(card, "closeLesson"), Qt::LeftButton);
        card.cureAction()->trigger();
        QVERIFY(!card.isVisible());
        QCOMPARE(document.result()->circuit().name, std::string("lstm"));
        document.open(before(Irnn));
        QVERIFY(card.isVisible());
    }
};

UNFOLD_TEST(LessonCardTest)
#include "lesson_card_test.moc"
