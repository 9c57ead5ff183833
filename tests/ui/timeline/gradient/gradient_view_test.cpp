#include "tests/support/experiments.h"
#include "tests/support/test_program.h"
#include "tests/support/time_views.h"
#include "ui/document/twin.h"
#include "ui/style/theme.h"
#include "ui/timeline/gradient/gradient_view.h"
#include "ui/timeline/gradient/gradient_walk.h"
#include "ui/widgets/section_header.h"

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
        document.setReferenceCurve(ReferenceCurve{QStringLiteral("before the cure"), StepSeries(12, 0.25)});
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
        document.setReferenceCurve(ReferenceCurve{QStringLiteral("before the cure"), StepSeries(20, 1e-3)});
        QCOMPARE(view.plot()->plotted("reference").size(), size_t(20));
        QCOMPARE(view.plot()->plotted("reference").front().y(), -3.0);
        QTest::mouseMove(&view, QPoint(2, 2));
        QTest::mouseMove(&view, pointOn(view, "reference", 10));
        QVERIFY(test::toolTipShown().contains(QStringLiteral("before the cure")));
        document.setReferenceCurve(
            ReferenceCurve{QStringLiteral("before the cure"), StepSeries(7, 1e-3)}); // of another length
        QVERIFY(view.plot()->plotted("reference").empty());
        document.setReferenceCurve(std::nullopt);
        QVERIFY(view.plot()->plotted("reference").empty());
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

    void theAxisKeepsStillWhileTheGainMovesALittle()
    {
        Document document(test::scalar(20, 0.7));
        GradientView view(&document);
        test::show(view, {700, 260});
        const double before = view.plot()->positionOf("norm", 20)->y();
        for (const double gain : {0.71, 0.72, 0.73, 0.75, 0.77})
            document.setGain(gain);
        const double after = view.plot()->positionOf("norm", 20)->y();
        // The end's own norm changes with the values; the axis does not, so its pixel follows the number exactly.
        const auto perDecade
            = [&] { return view.plot()->positionOf("norm", 20)->y() - view.plot()->positionOf("norm", 1)->y(); };
        QVERIFY(std::isfinite(before) && std::isfinite(after));
        const double wide = perDecade() / (19 * std::log10(0.77));
        document.setGain(0.7);
        QVERIFY(std::abs(perDecade() / (19 * std::log10(0.7)) - wide) < 1e-6);
        QCOMPARE(view.plot()->positionOf("norm", 20)->y(), before);
    }

    void theRangeIsItsOwnAgainOnceATwinIsGone()
    {
        Document document(test::scalar(20, 1.1));
        GradientView view(&document);
        test::show(view, {700, 260});
        const DecadeRange alone = view.decades();
        document.twin()->startCopy();
        document.twin()->setLinked(Link::Gain, false);
        document.twin()->document()->setGain(0.7);
        QVERIFY(view.decades().span() > alone.span());
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
