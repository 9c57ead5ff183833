// The map over all gains under the mouse and the keys, against single runs.
#include "tests/support/experiments.h"
#include "tests/support/test_program.h"
#include "ui/document/document.h"
#include "ui/timeline/map/sweep_view.h"

#include "core/analysis/norms.h"
#include "tests/support/time_views.h"
#include "ui/plot/gain_scale.h"
#include "ui/style/theme.h"
#include "ui/timeline/map/norm_map.h"
#include "ui/timeline/map/sweep_overlay.h"
#include "ui/widgets/section_header.h"

#include <QApplication>
#include <QLabel>
#include <QMouseEvent>
#include <QUndoStack>

#include <cmath>

using namespace unfold;

namespace {

bool complete(const SweepView &view)
{
    return !view.background().running() && view.background().sweep().isComplete()
        && view.map()->content().norms.size() > 0;
}

QStringList namesOf(const SweepView &view)
{
    QStringList names;
    for (const PlotNames::Name &name : view.overlay()->names())
        names << name.text.plain();
    return names;
}

} // namespace

class SweepViewTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        loadFonts();
        applyTheme(*qApp, ThemeKind::Light);
    }

    void rowsAreThoseOfSingleRuns()
    {
        Document document(test::elmanOverWave(9, 3));
        SweepView view(&document);
        test::show(view, {700, 240});
        QTRY_VERIFY(complete(view));
        const Matrix &norms = view.map()->content().norms;
        QCOMPARE(norms.rows(), Eigen::Index(86));
        for (const int row : {0, 20, 85}) {
            const auto trace = compute(*document.result()->prepared, (85 - row) / 50.0, document.gradientOf());
            const StepSeries single = gradientNorms(*trace, document.plottedNode());
            for (size_t t = 0; t < single.size(); ++t)
                QCOMPARE(norms(row, Eigen::Index(t)), *single[t]);
        }
        QCOMPARE(view.progress(), QString());
    }

    void anotherGainIsAnotherLineOverTheSameMap()
    {
        Document document(test::elmanOverWave(9, 3));
        SweepView view(&document);
        test::show(view, {700, 240});
        QTRY_VERIFY(complete(view));
        const QImage before = view.grab().toImage();
        const double line = view.overlay()->y(document.experiment().gain);
        for (const double gain : {0.4, 1.69, 0.0})
            QVERIFY(document.setGain(gain));
        QVERIFY(!view.background().running()); // nothing is computed for it
        QVERIFY(view.overlay()->y(0.0) > line);
        QVERIFY(view.grab().toImage() != before);
        view.grab();
        QVERIFY2(namesOf(view).contains(QStringLiteral("Wrec = 0")), qPrintable(namesOf(view).join(u'|')));
        QVERIFY(document.setGain(2.3)); // beyond the map
        QVERIFY(view.background().running());
        QTRY_VERIFY(complete(view));
        QCOMPARE(view.overlay()->lines().gains.back(), 2.5);
        QVERIFY(document.setGain(1)); // the wider map holds it as well
        QVERIFY(!view.background().running());
        QVERIFY(document.setGain(9)); // as wide as the slider ever is
        QTRY_VERIFY(complete(view));
        QVERIFY(document.setGain(10));
        QVERIFY(!view.background().running());
        view.grab();
        QVERIFY2(namesOf(view).contains(QStringLiteral("↑ Wrec = 10")), qPrintable(namesOf(view).join(u'|')));
    }

    void everyOtherChangeBeginsItAnew()
    {
        Document document(test::elmanOverWave(9, 3));
        SweepView view(&document);
        test::show(view, {700, 240});
        QTRY_VERIFY(complete(view));
        const auto begunBy = [&](const auto &change) {
            change();
            const bool begun = view.background().running();
            return QTest::qWaitFor([&] { return complete(view); }) && begun;
        };
        QVERIFY(begunBy([&] { document.setGradientOf(GradientOf::AllSteps); }));
        QVERIFY(begunBy([&] { document.setPlottedNode(document.result()->circuit().indexOf("x")); }));
        QVERIFY(begunBy([&] { document.open(test::elmanOverWave(14, 4)); }));
        QCOMPARE(view.map()->content().norms.cols(), Eigen::Index(14));
        QVERIFY(!begunBy([&] { document.setStep(3); }));
    }

    // -- while it is computed

    void itSaysHowFarItIs()
    {
        Document document(test::elmanOverWave(9, 3));
        SweepView view(&document);
        QCOMPARE(view.progress(), QString()); // nobody looks
        test::show(view, {700, 240});
        QVERIFY(view.background().running());
        QCOMPARE(view.progress(), QStringLiteral("0 of 86 gains"));
        const QLabel *said = nullptr;
        for (const QLabel *label : view.header()->findChildren<QLabel *>())
            said = label;
        QVERIFY(said && said->isVisible());
        QCOMPARE(said->text(), QStringLiteral("0 of 86 gains"));
        QVERIFY(view.header()->rect().contains(said->geometry()));
        QTRY_VERIFY(complete(view));
        QCOMPARE(said->text(), QString());
    }

    void coarseRowsStandForTheFinerOnes()
    {
        Document document(test::elmanOverWave(8000, 64));
        SweepView view(&document);
        bool seen = false; // looked at when the news are: nothing is computed in between
        connect(&view.background(), &BackgroundSweep::advanced, &view, [&] {
            const Sweep &sweep = view.background().sweep();
            if (seen || view.background().done() < 2 || sweep.isComplete())
                return;
            seen = true;
            const Matrix &norms = view.map()->content().norms;
            const int rows = static_cast<int>(norms.rows());
            QCOMPARE(rows, static_cast<int>(sweep.gains.size()));
            QVERIFY(!norms.hasNaN());
            int row = 0;
            while (sweep.rows[static_cast<size_t>(row)])
                ++row;
            QVERIFY(norms.row(rows - 1 - row) == norms.row(rows - 1 - sweep.standIn(row)));
            const QPointF at = view.map()->pos() + view.map()->cell({rows - 1 - row, 4000}).center();
            QMouseEvent move(QEvent::MouseMove, at, view.mapToGlobal(at), Qt::NoButton, {}, {});
            QCoreApplication::sendEvent(&view, &move);
            QVERIFY2(view.accessibleDescription().endsWith(QStringLiteral("not computed yet")),
                qPrintable(view.accessibleDescription()));
        });
        test::show(view, {700, 240});
        QTRY_VERIFY_WITH_TIMEOUT(seen, 60000);
    }

    void theNextChangeCancelsIt()
    {
        Document document(test::elmanOverWave(9, 3));
        SweepView view(&document);
        test::show(view, {700, 240});
        QTRY_VERIFY(complete(view));
        document.open(test::elmanOverWave(2000, 128));
        QVERIFY(view.background().running());
        document.open(test::elmanOverWave(12, 3));
        QTRY_VERIFY(complete(view));
        QCOMPARE(view.map()->content().norms.cols(), Eigen::Index(12));
    }

    void whatNobodyLooksAtIsNotComputed()
    {
        Document document(test::elmanOverWave(2000, 128));
        SweepView view(&document);
        QVERIFY(!view.background().running());
        test::show(view, {700, 240});
        QVERIFY(view.background().running());
        view.hide();
        QVERIFY(!view.background().running());
        document.open(test::elmanOverWave(9, 3));
        QVERIFY(!view.background().running());
        view.show();
        QTRY_VERIFY(complete(view));
        QCOMPARE(view.map()->content().norms.cols(), Eigen::Index(9));
        view.hide();
        view.show();
        QVERIFY(!view.background().running()); // it is all there
    }

    void theWindowMayCloseWhileItRuns()
    {
        Document document(test::elmanOverWave(2000, 128));
        auto view = std::make_unique<SweepView>(&document);
        test::show(*view, {700, 240});
        QVERIFY(view->background().running());
        view->close();
        view.reset();
        document.setGain(0.5); // nobody is left to hear it
    }

    // -- what is drawn in

    void borderAndGuidesOfOneLinearUnitAreAtOne()
    {
        Document document(test::scalar(12, 0.9));
        SweepView view(&document);
        test::show(view, {700, 240});
        QTRY_VERIFY(complete(view));
        const SweepLines &lines = view.overlay()->lines();
        QCOMPARE(lines.border.size(), size_t(10));
        for (const SweepSegment &piece : lines.border)
            QVERIFY(piece.from.gain == 1 && piece.to.gain == 1);
        QCOMPARE(*lines.guides.sigma, 1.0);
        QCOMPARE(*lines.guides.radius, 1.0);
        const QStringList names = namesOf(view);
        QVERIFY2(names.contains(QStringLiteral("1/(γσmax) = 1/ρ = 1")), qPrintable(names.join(u'|')));
        QVERIFY(names.contains(QStringLiteral("neither vanishes nor explodes")));
        // The rows lie evenly, 1.7 at the top: the line through gain 1 meets the middle of its row.
        const QRectF row = view.map()->cell({35, 1});
        QVERIFY(std::abs(view.overlay()->y(1) - row.center().y()) < 0.01);
        QCOMPARE(view.overlay()->gainAt(row.center().y()), 1.0);
    }

    void thePresentGainHasTheColourOfTheWeight()
    {
        Document document(test::scalar(12, 0.5));
        SweepView view(&document);
        test::show(view, {700, 240});
        QTRY_VERIFY(complete(view));
        const QImage image = view.map()->grab().toImage();
        const QPoint at(qRound(view.map()->cell({0, 10}).center().x()), static_cast<int>(view.overlay()->y(0.5)));
        QCOMPARE(image.pixelColor(at), themeOf(&view).recurrentParameter);
    }

    void gatedCellsHaveNoGuides()
    {
        Experiment e = test::elmanOverWave(8, 3);
        e.circuit = NamedCircuit{.name = "lstm", .sizes = {{"x", 2}, {"h", 3}, {"o", 2}}, .spans = {}};
        Document document(e);
        SweepView view(&document);
        test::show(view, {700, 240});
        QTRY_VERIFY(complete(view));
        QVERIFY(!view.overlay()->lines().guides.sigma);
        QVERIFY(view.overlay()->names().size() <= 2);
    }

    void smallGainsDoNotTakeAllColours()
    {
        Document document(test::scalar(300, 1));
        SweepView view(&document);
        test::show(view, {700, 240});
        QTRY_VERIFY(complete(view));
        QVERIFY(view.map()->decades().span() <= 15);
        const Matrix &norms = view.map()->content().norms;
        QCOMPARE(view.map()->colourOf(norms(70, 1)), view.map()->colourOf(norms(75, 1))); // both below the scale
        QVERIFY(view.map()->colourOf(norms(36, 100)) != view.map()->colourOf(norms(36, 200)));
    }

    // -- mouse and keys

    void aClickSetsGainAndStep()
    {
        Document document(test::elmanOverWave(9, 3));
        SweepView view(&document);
        test::show(view, {700, 400});
        QTRY_VERIFY(complete(view));
        QTest::mouseClick(&view, Qt::LeftButton, {}, view.map()->pos() + view.map()->cell({25, 4}).center().toPoint());
        QCOMPARE(document.experiment().gain, 1.2);
        QCOMPARE(document.cursor().step, 4);
        QTest::mouseClick(&view, Qt::LeftButton, {}, {2, 2}); // the title
        QCOMPARE(document.experiment().gain, 1.2);
        QTest::mouseClick(&view, Qt::RightButton, {}, view.map()->pos() + view.map()->cell({5, 2}).center().toPoint());
        QCOMPARE(document.cursor().step, 4);
    }

    /// A key or a file can take the loss away while the mouse is down.
    void aDragOutlivesTheMap()
    {
        Document document(test::elmanOverWave(9, 3));
        SweepView view(&document);
        test::show(view, {700, 400});
        QTRY_VERIFY(complete(view));
        const QPoint place = view.map()->pos() + view.map()->cell({25, 4}).center().toPoint();
        QTest::mousePress(&view, Qt::LeftButton, {}, place);
        QCOMPARE(document.experiment().gain, 1.2);
        Experiment none = document.experiment();
        none.loss.reset();
        QVERIFY(document.change(none, QStringLiteral("no loss")));
        QTest::mouseMove(&view, place + QPoint(0, 60));
        QTest::mouseRelease(&view, Qt::LeftButton, {}, place + QPoint(0, 60));
        QCOMPARE(document.experiment().gain, 1.2);
        QCOMPARE(view.map()->content().norms.size(), Eigen::Index(0));
    }

    void aDragIsOneStepOfUndo()
    {
        Document document(test::elmanOverWave(9, 3));
        const double before = document.experiment().gain;
        SweepView view(&document);
        test::show(view, {700, 400});
        QTRY_VERIFY(complete(view));
        const auto at = [&](int row, int step) {
            return view.map()->pos() + view.map()->cell({row, step}).center().toPoint();
        };
        QTest::mousePress(&view, Qt::LeftButton, {}, at(25, 4));
        QTest::mouseMove(&view, at(40, 6));
        QTRY_COMPARE(document.experiment().gain, 0.9);
        QTest::mouseMove(&view, QPoint(view.width() + 50, view.height() + 50)); // past the corner: held at it
        QTRY_COMPARE(document.experiment().gain, 0.0);
        QCOMPARE(document.cursor().step, 9);
        QTest::mouseRelease(&view, Qt::LeftButton, {}, at(60, 6));
        QTest::mouseMove(&view, at(10, 2));
        QCOMPARE(document.experiment().gain, 0.0); // let go
        document.undoStack()->undo();
        QCOMPARE(document.experiment().gain, before);
        QVERIFY(!document.undoStack()->canUndo());
        QVERIFY(complete(view));
    }

    void hoveringSaysTheNumbers()
    {
        Document document(test::scalar(12, 0.9));
        SweepView view(&document);
        test::show(view, {700, 400});
        QTRY_VERIFY(complete(view));
        QTest::mouseMove(&view, view.map()->pos() + view.map()->cell({60, 10}).center().toPoint());
        QTRY_COMPARE(document.hover(), ElementRef::ofNode(document.plottedNode(), 10));
        const auto trace = compute(*document.result()->prepared, 0.5, document.gradientOf());
        const double norm = *gradientNorms(*trace, document.plottedNode())[9];
        QCOMPARE(view.accessibleDescription(),
            QStringLiteral("gain 0.5, step 10: ‖∂L/∂h(10)‖ = %1, 0.25 times that at step 12")
                .arg(QString::number(norm, 'g', 4)));
        QTRY_COMPARE(test::toolTipShown(), view.accessibleDescription());
        QTest::mouseMove(&view, QPoint(2, 2));
        QTRY_COMPARE(document.hover().kind, ElementRef::Kind::None);
    }

    void keysMoveTheGainByARow()
    {
        Document document(test::elmanOverWave(9, 3));
        document.setGain(1.05);
        document.setStep(4);
        SweepView view(&document);
        test::show(view, {700, 240});
        QTRY_VERIFY(complete(view));
        view.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&view));
        view.clearFocus();
        const QImage without = view.grab().toImage();
        view.setFocus(Qt::TabFocusReason);
        QVERIFY(view.grab().toImage() != without); // where the keys are is seen
        QTest::keyClick(&view, Qt::Key_Up);
        QCOMPARE(document.experiment().gain, 1.06);
        QTest::keyClick(&view, Qt::Key_Up);
        QCOMPARE(document.experiment().gain, 1.08);
        QVERIFY(view.accessibleDescription().startsWith(QStringLiteral("gain 1.08, step 4: ‖∂L/∂h(4)‖ = ")));
        document.setGain(1.05);
        QTest::keyClick(&view, Qt::Key_Down);
        QCOMPARE(document.experiment().gain, 1.04);
        document.setNotation(Notation::Indexed);
        QTest::keyClick(&view, Qt::Key_Down);
        QVERIFY(view.accessibleDescription().startsWith(QStringLiteral("gain 1.02, step 4: ‖∂L/∂a⟨4⟩‖ = ")));
        document.setNotation(Notation::Letters);
        for (int i = 0; i < 60; ++i)
            QTest::keyClick(&view, Qt::Key_Down);
        QCOMPARE(document.experiment().gain, 0.0);
        document.setGain(1.7);
        QTest::keyClick(&view, Qt::Key_Up);
        QCOMPARE(document.experiment().gain, 1.7);
    }

    // -- where there is nothing

    void withoutAGradientOrALoopItSaysSo()
    {
        Experiment none = test::elmanOverWave(5, 3);
        none.loss.reset();
        Document document(none);
        SweepView view(&document);
        test::show(view, {700, 240});
        QVERIFY(view.message().contains(QStringLiteral("Without a loss")));
        QVERIFY(!view.background().running());
        QTest::keyClick(&view, Qt::Key_Down); // nothing to walk
        Experiment forward = test::elmanOverWave(5, 3);
        forward.circuit = NamedCircuit{.name = "feed-forward", .sizes = {{"x", 2}, {"h", 3}, {"o", 2}}, .spans = {}};
        document.open(forward);
        QVERIFY(view.message().contains(QStringLiteral("no recurrent weight")));
        QCOMPARE(view.accessibleDescription(), view.message());
        document.open(test::elmanOverWave(5, 3));
        QTRY_VERIFY(complete(view));
        QCOMPARE(view.message(), QString());
        QVERIFY(view.accessibleDescription().startsWith(QStringLiteral("Present gain 1")));
    }

    void shortSequencesAreShownAsWell()
    {
        for (const int steps : {1, 2}) {
            Document document(test::elmanOverWave(steps, 3));
            SweepView view(&document);
            test::show(view, {700, 240});
            QTRY_VERIFY(complete(view));
            QVERIFY(view.overlay()->lines().border.empty());
            QCOMPARE(view.map()->content().norms.cols(), Eigen::Index(steps));
        }
    }
};

UNFOLD_TEST(SweepViewTest)
#include "sweep_view_test.moc"
