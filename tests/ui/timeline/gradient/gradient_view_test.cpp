#include "core/analysis/gain_reach.h"
#include "tests/support/experiments.h"
#include "tests/support/test_program.h"
#include "tests/support/time_views.h"
#include "ui/document/held_curves.h"
#include "ui/document/twin.h"
#include "ui/style/number_text.h"
#include "ui/style/theme.h"
#include "ui/timeline/gradient/gradient_view.h"
#include "ui/timeline/gradient/gradient_walk.h"
#include "ui/timeline/gradient/hold_controls.h"
#include "ui/widgets/section_header.h"

#include <QMenu>
#include <QPushButton>

#include <cmath>

using namespace unfold;

namespace {
/// Decades per step along what is plotted; positive: the gradient grows with t, that is, it vanishes going back.
double slope(const GradientView &view)
{
    const auto points = view.plot()->plotted("norm");
    return (points.back().y() - points.front().y()) / (points.back().x() - points.front().x());
}

/// Where a curve is named; empty: nowhere.
QRectF labelRect(const GradientView &view, const QString &text)
{
    for (const auto &[name, rect] : view.plot()->placedLabels())
        if (name == text)
            return rect;
    return {};
}

QPoint pointOn(const GradientView &view, const QString &key, int step)
{
    return (view.plot()->positionOf(key, step).value() + view.plot()->pos()).toPoint();
}
} // namespace

class GradientViewTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { loadFonts(); }

    void theSlopeTurnsWithTheGain()
    {
        Document document(test::scalar(20, 0.5));
        GradientView view(&document);
        test::show(view, {700, 260});
        QVERIFY(std::abs(slope(view) + std::log10(0.5)) < 1e-12);
        document.setGain(1.6);
        QVERIFY(std::abs(slope(view) + std::log10(1.6)) < 1e-12);
    }

    void onlyStepsThatTheGradientHasReachedArePlotted()
    {
        Document document(test::scalar(20, 0.9));
        GradientView view(&document);
        test::show(view, {700, 260});
        document.setStep(13);
        const auto points = view.plot()->plotted("norm");
        QCOMPARE(points.size(), size_t(8));
        QCOMPARE(points.front().x(), 13.0);
        QVERIFY(!view.plot()->positionOf("norm", 12).has_value());
        QCOMPARE(view.plot()->plotted("bound").size(), size_t(20));
        QCOMPARE(view.plot()->plotted("radius").size(), size_t(20));
        bool named = false;
        for (const auto &[name, rect] : view.plot()->placedLabels())
            named = named || name == QStringLiteral("not computed yet");
        QVERIFY(named);
    }

    void aGatedCellShowsWhatComesAlongItsState()
    {
        Experiment e = test::elmanOverWave(12, 3);
        std::get<NamedCircuit>(e.circuit).name = "lstm";
        Document document(e);
        GradientView view(&document);
        test::show(view, {700, 260});
        const StepSeries &carried = document.result()->report.gatedPath;
        const auto points = view.plot()->plotted("gatedPath");
        QCOMPARE(points.size(), size_t(12));
        QVERIFY(std::abs(points.front().y() - std::log10(carried.front().value())) < 1e-12);
        bool named = false;
        for (const auto &[name, rect] : view.plot()->placedLabels())
            named = named || name == QStringLiteral("along s alone, by ∏ f");
        QVERIFY(named);
        QTest::mouseMove(&view, QPoint(2, 2));
        QTest::mouseMove(&view, pointOn(view, "gatedPath", 4));
        QVERIFY(test::toolTipShown().contains(QStringLiteral("along s alone, by ∏ f")));
        document.setStep(7);
        QCOMPARE(view.plot()->plotted("gatedPath").size(), size_t(6));
    }

    void bothAreSpoken()
    {
        Experiment e = test::elmanOverWave(12, 3);
        std::get<NamedCircuit>(e.circuit).name = "lstm";
        Document document(e);
        GradientView view(&document);
        document.setReferences({{QStringLiteral("before the cure"), StepSeries(12, 0.25)}});
        const GradientWalk walk(&document, &view);
        QStringList spoken;
        for (int row = 0; row < walk.rowCount(); ++row)
            if (walk.exists({row, 4}))
                spoken << walk.sentenceAt({row, 4});
        QCOMPARE(spoken.filter(QStringLiteral("that comes along s alone, by ∏ f")).size(), 1);
        QCOMPARE(spoken.filter(QStringLiteral("step 4, norm of the gradient, before the cure, 0.25")).size(), 1);
    }

    void anUngatedOneHasNoSuchWay()
    {
        Document document(test::elmanOverWave(12, 3));
        GradientView view(&document);
        test::show(view, {700, 260});
        QVERIFY(view.plot()->plotted("gatedPath").empty());
    }

    void aReferenceCurveStaysUntilItIsTaken()
    {
        Document document(test::scalar(20, 0.9));
        GradientView view(&document);
        test::show(view, {700, 260});
        document.setReferences({{QStringLiteral("before the cure"), StepSeries(20, 1e-3)}});
        QCOMPARE(view.plot()->plotted("reference0").size(), size_t(20));
        QCOMPARE(view.plot()->plotted("reference0").front().y(), -3.0);
        QTest::mouseMove(&view, QPoint(2, 2));
        QTest::mouseMove(&view, pointOn(view, "reference0", 10));
        QVERIFY(test::toolTipShown().contains(QStringLiteral("before the cure")));
        document.setReferences({{QStringLiteral("before the cure"), StepSeries(7, 1e-3)}}); // of another length
        QVERIFY(view.plot()->plotted("reference0").empty());
        document.setReferences({});
        QVERIFY(view.plot()->plotted("reference0").empty());
    }

    void aHeldCurveStaysWithItsGainOnItWhileTheSliderMoves()
    {
        Document document(test::scalar(20, 1.05));
        GradientView view(&document);
        test::show(view, {700, 260});
        const QPointF at = *view.plot()->positionOf("norm", 4);
        QVERIFY(!view.holding()->heldButton()->isVisible());
        QTest::mouseClick(view.holding()->holdButton(), Qt::LeftButton);
        document.setGain(0.6);
        QVERIFY(*view.plot()->positionOf("norm", 4) != at);
        QCOMPARE(*view.plot()->positionOf("reference0", 4), at);
        QVERIFY(!labelRect(view, QStringLiteral("held: 1.05")).isEmpty());
        QVERIFY(view.holding()->heldButton()->isVisible());
        QCOMPARE(view.holding()->heldButton()->text(), QStringLiteral("1 held"));
    }

    void aClickOnItsNameReleasesIt()
    {
        Document document(test::scalar(20, 1.05));
        GradientView view(&document);
        test::show(view, {700, 260});
        for (const double gain : {1.05, 0.5}) {
            document.setGain(gain);
            QTest::mouseClick(view.holding()->holdButton(), Qt::LeftButton);
        }
        document.setGain(0.8);
        const QPoint name = (labelRect(view, QStringLiteral("held: 0.5")).center() + view.plot()->pos()).toPoint();
        QTest::mouseMove(&view, QPoint(2, 2));
        QTest::mouseMove(&view, name);
        QVERIFY2(test::toolTipShown().contains(QStringLiteral("release")), qPrintable(test::toolTipShown()));
        const int step = document.cursor().step;
        QTest::mouseClick(&view, Qt::LeftButton, {}, name);
        QCOMPARE(heldCount(document.references()), 1);
        QVERIFY(labelRect(view, QStringLiteral("held: 0.5")).isEmpty());
        QVERIFY(!labelRect(view, QStringLiteral("held: 1.05")).isEmpty());
        QCOMPARE(document.cursor().step, step);
    }

    void theListReleasesOneOrAll()
    {
        Document document(test::scalar(20, 1));
        GradientView view(&document);
        test::show(view, {700, 260});
        for (const double gain : {0.9, 0.7, 0.5}) {
            document.setGain(gain);
            QTest::mouseClick(view.holding()->holdButton(), Qt::LeftButton);
        }
        QTest::mouseClick(view.holding()->heldButton(), Qt::LeftButton);
        QMenu *menu = view.holding()->heldMenu();
        QTRY_VERIFY(menu->isVisible());
        QCOMPARE(menu->actions().size(), 5); // three, a line, all of them
        QVERIFY(menu->actions()[1]->text().contains(QStringLiteral("0.7")));
        menu->actions()[1]->trigger();
        QCOMPARE(heldCount(document.references()), 2);
        QVERIFY(labelRect(view, QStringLiteral("held: 0.7")).isEmpty());
        menu->actions().last()->trigger();
        QVERIFY(document.references().empty());
        QVERIFY(!view.holding()->heldButton()->isVisible());
        menu->close();
    }

    void theForwardPassHasNoGradientAndSaysHowToGetIt()
    {
        Document document(test::scalar(20, 0.9));
        GradientView view(&document);
        test::show(view, {700, 260});
        QVERIFY(view.message().isEmpty());
        document.setPass(Pass::Forward);
        QVERIFY(view.plot()->plotted("norm").empty());
        QVERIFY(view.message().contains(QStringLiteral("backward pass")));
        QTest::mouseClick(view.findChild<QPushButton *>(), Qt::LeftButton);
        QCOMPARE(document.cursor().pass, Pass::Backward);
        QVERIFY(view.message().isEmpty());
        QVERIFY(!view.plot()->plotted("norm").empty());
    }

    void withoutALossItSaysSo()
    {
        Experiment e = test::elmanOverWave(6, 3);
        e.loss.reset();
        Document document(e);
        GradientView view(&document);
        test::show(view, {700, 260});
        QVERIFY(view.message().contains(QStringLiteral("no loss")));
        QVERIFY(view.plot()->plotted("norm").empty());
    }

    void guidesAreWhatTheySayInTheScalarNetwork()
    {
        Document document(test::scalar(12, 1.3));
        GradientView view(&document);
        test::show(view, {700, 260});
        const auto norm = view.plot()->plotted("norm");
        for (const char *key : {"bound", "radius"}) {
            const auto guide = view.plot()->plotted(QLatin1String(key));
            QCOMPARE(guide.size(), norm.size());
            for (size_t i = 0; i < norm.size(); ++i)
                QVERIFY(std::abs(guide[i].y() - norm[i].y()) < 1e-12);
        }
    }

    void theLossIsChosenByToggles()
    {
        Document document(test::elmanOverWave(12, 4));
        GradientView view(&document);
        test::show(view, {800, 260});
        QVERIFY(view.lastLossToggle()->isChecked());
        const auto last = view.plot()->plotted("norm");
        const auto all = view.plot()->plotted("other");
        QVERIFY(!all.empty());
        QTest::mouseClick(view.allLossesToggle(), Qt::LeftButton);
        QCOMPARE(document.gradientOf(), GradientOf::AllSteps);
        QVERIFY(view.allLossesToggle()->isChecked());
        QVERIFY(!view.lastLossToggle()->isChecked());
        QCOMPARE(view.plot()->plotted("norm"), all);
        QCOMPARE(view.plot()->plotted("other"), last);
        QTest::mouseClick(view.allLossesToggle(), Qt::LeftButton); // pressing it again is no way to choose nothing
        QVERIFY(view.allLossesToggle()->isChecked());
    }

    void theChoiceIsClosedWithAReasonWhereThereIsNone()
    {
        Document document(test::scalar(12, 1));
        GradientView view(&document);
        test::show(view, {800, 260});
        QVERIFY(!view.lastLossToggle()->isEnabled());
        QVERIFY(view.allLossesToggle()->toolTip().contains(QStringLiteral("same")));
        QVERIFY(view.plot()->plotted("other").empty());
    }

    void theJacobianIsAThirdCurve()
    {
        Document document(test::scalar(12, 0.5));
        GradientView view(&document);
        test::show(view, {800, 260});
        QVERIFY(view.plot()->plotted("jacobian").empty());
        QTest::mouseClick(view.jacobianToggle(), Qt::LeftButton);
        QTRY_COMPARE(view.plot()->plotted("jacobian").size(), size_t(12));
        QVERIFY(std::abs(view.plot()->plotted("jacobian").front().y() - 11 * std::log10(0.5)) < 1e-9);
        QTest::mouseClick(view.jacobianToggle(), Qt::LeftButton);
        QVERIFY(view.plot()->plotted("jacobian").empty());
    }

    void aPointUnderTheMouseGivesItsValueAndIsTouched()
    {
        Document document(test::scalar(12, 0.5));
        GradientView view(&document);
        test::show(view, {700, 260});
        QTest::mouseMove(&view, pointOn(view, "norm", 7));
        QCOMPARE(document.hover(), ElementRef::ofNode(document.plottedNode(), 7));
        QVERIFY2(test::toolTipShown().contains(QStringLiteral("step 7")), qPrintable(test::toolTipShown()));
        const double value = *document.result()->report.norm[6];
        QVERIFY2(test::toolTipShown().contains(QString::number(value, 'g', 4)), qPrintable(test::toolTipShown()));
        QTest::mouseMove(&view, QPoint(5, 5));
        QCOMPARE(document.hover(), ElementRef());
    }

    void aClickSetsTheStep()
    {
        Document document(test::scalar(12, 0.5));
        GradientView view(&document);
        test::show(view, {700, 260});
        QTest::mouseClick(&view, Qt::LeftButton, {}, pointOn(view, "norm", 9));
        QCOMPARE(document.cursor().step, 9);
        QCOMPARE(document.cursor().selection, ElementRef::ofNode(document.plottedNode(), 9));
    }

    void underflowIsMarkedAndNamed()
    {
        Document document(test::scalar(400, 0.1));
        GradientView view(&document);
        test::show(view, {700, 260});
        QCOMPARE(view.plot()->positionOf("norm", 10)->y(), view.plot()->plotArea().bottom());
        QTest::mouseMove(&view, pointOn(view, "norm", 10));
        QVERIFY2(test::toolTipShown().contains(QStringLiteral("exactly 0")), qPrintable(test::toolTipShown()));
        bool named = false;
        for (const auto &[name, rect] : view.plot()->placedLabels())
            named = named || name == QStringLiteral("exactly 0");
        QVERIFY(named);
    }

    void overflowIsMarkedAndNamed()
    {
        Experiment e = test::scalar(700, 4);
        e.sequence["x"].setZero(); // the values stay finite: only the gradient overflows
        e.loss->vectors.setOnes();
        Document document(e);
        GradientView view(&document);
        test::show(view, {700, 260});
        QCOMPARE(view.plot()->positionOf("norm", 20)->y(), view.plot()->plotArea().top());
        bool named = false;
        for (const auto &[name, rect] : view.plot()->placedLabels())
            named = named || name.startsWith(QStringLiteral("∞"));
        QVERIFY(named);
    }

    void aGradientThatIsNotANumberIsNamed()
    {
        Experiment e = test::elmanOverWave(400, 4);
        std::get<NamedCircuit>(e.circuit).activation = Activation::Identity;
        e.gain = 20; // ∞ − ∞ in the values, and so in the loss
        Document document(e);
        document.setPass(Pass::Backward);
        GradientView view(&document);
        test::show(view, {700, 260});
        QVERIFY2(view.message().contains(QStringLiteral("not a number")), qPrintable(view.message()));
        QVERIFY(document.setGain(0.5));
        QVERIFY(view.message().isEmpty());
    }

    void theAxisKeepsStillWhileTheGainMoves()
    {
        Document document(test::scalar(20, 0.7));
        GradientView view(&document);
        test::show(view, {700, 260});
        const DecadeRange fixed = view.decades();
        for (const double gain : {0.0, 0.05, 0.3, 0.8, 1.0, 1.3, 1.7, 3.9, -0.5}) {
            document.setGain(gain);
            QCOMPARE(view.decades(), fixed);
        }
    }

    /// Equal pictures mean equal numbers.
    void aGainLooksTheSameFromBelowAndFromAbove()
    {
        Document document(test::elmanOver(20));
        GradientView view(&document);
        test::show(view, {700, 260});
        const auto pictureAt = [&](double from, double gain) {
            document.setGain(from);
            view.grab();
            document.setGain(gain);
            return view.plot()->plotted("norm");
        };
        const auto below = pictureAt(0.1, 0.8);
        const double y = view.plot()->positionOf("norm", 1)->y();
        const auto above = pictureAt(1.7, 0.8);
        QCOMPARE(above, below);
        QCOMPARE(view.plot()->positionOf("norm", 1)->y(), y);
        Document fresh(document.experiment());
        GradientView other(&fresh);
        test::show(other, {700, 260});
        QCOMPARE(other.decades(), view.decades());
    }

    void gradientsLostByTwoAndByTenDecadesDifferVisibly()
    {
        Document document(test::scalar(20, 0.3));
        GradientView view(&document);
        test::show(view, {700, 260});
        const double ten = view.plot()->positionOf("norm", 1)->y();
        document.setGain(0.8);
        const double two = view.plot()->positionOf("norm", 1)->y();
        QVERIFY2(ten - two > view.plot()->plotArea().height() / 3, qPrintable(QString::number(ten - two)));
    }

    void aCurveThatLeavesTheAxisIsMarkedWithItsValue()
    {
        Document document(test::scalar(20, 0.1));
        GradientView view(&document);
        test::show(view, {700, 260});
        const double value = document.result()->report.norm.front().value();
        QVERIFY(std::log10(value) < view.decades().low);
        QCOMPARE(view.plot()->positionOf("norm", 1)->y(), view.plot()->plotArea().bottom());
        QVERIFY(!labelRect(view, ScriptText(QStringLiteral("↓ ") + numberMarkup(value, 2)).plain()).isEmpty());
    }

    void fitFollowsThePresentCurveAndOff()
    {
        Document document(test::scalar(20, 0.9));
        GradientView view(&document);
        test::show(view, {700, 260});
        const DecadeRange fixed = view.decades();
        auto *fit = view.findChild<PillButton *>(QStringLiteral("fitAxis"));
        QTest::mouseClick(fit, Qt::LeftButton);
        QVERIFY(fit->isChecked());
        QVERIFY(view.decades().span() < fixed.span());
        document.setGain(0.1);
        QVERIFY(view.decades().low <= std::log10(document.result()->report.norm.front().value()));
        document.setGain(0.9);
        const DecadeRange back = view.decades();
        document.setGain(1.7);
        document.setGain(0.9);
        QCOMPARE(view.decades(), back); // nor does a fitted one depend on where the slider came from
        QTest::mouseClick(fit, Qt::LeftButton);
        QVERIFY(!fit->isChecked());
        QCOMPARE(view.decades(), fixed);
    }

    /// A network that takes longer than a frame has its range from beside the window.
    void aDearNetworkGetsItsRangeLater()
    {
        Document document(test::elmanOverWave(400, 64));
        GradientView view(&document);
        test::show(view, {700, 260});
        QVERIFY(!document.gainReach());
        QTRY_VERIFY(document.gainReach());
        const DecadeRange fixed = view.decades();
        document.setGain(0.5);
        QTRY_VERIFY(!document.computing());
        QCOMPARE(view.decades(), fixed);
    }

    void theRangeIsItsOwnAgainOnceATwinIsGone()
    {
        Experiment bounded = test::scalar(20, 1.1);
        std::get<NamedCircuit>(bounded.circuit).activation = Activation::Tanh;
        Document document(bounded);
        GradientView view(&document);
        test::show(view, {700, 260});
        const DecadeRange alone = view.decades();
        document.twin()->startCopy();
        QCOMPARE(view.decades(), alone);
        QVERIFY(document.twin()->document()->change(test::scalar(20, 1.1), {})); // linear: it explodes further
        QCOMPARE(view.decades().low, alone.low);
        QVERIFY(view.decades().high > alone.high);
        document.twin()->remove();
        QCOMPARE(view.decades(), alone);
    }

    void namesNeverOverlap_data()
    {
        QTest::addColumn<double>("gain");
        QTest::addColumn<int>("step");
        for (const double gain : {0.3, 0.9, 1.0, 1.1, 2.0})
            for (const int step : {1, 6, 12})
                QTest::addRow("gain %g at %d", gain, step) << gain << step;
    }
    void namesNeverOverlap()
    {
        QFETCH(double, gain);
        QFETCH(int, step);
        Document document(test::elmanOverWave(12, 8));
        document.setGain(gain);
        document.setStep(step);
        GradientView view(&document);
        test::show(view, {700, 200});
        const auto labels = view.plot()->placedLabels();
        QVERIFY(!labels.empty());
        for (size_t i = 0; i < labels.size(); ++i)
            for (size_t j = 0; j < i; ++j)
                QVERIFY(!labels[i].second.intersects(labels[j].second));
    }
};

UNFOLD_TEST(GradientViewTest)
#include "gradient_view_test.moc"
