// The two bars of each step back, against the report and where a user sees them.
#include "tests/support/experiments.h"
#include "tests/support/test_program.h"
#include "ui/timeline/gradient/factors_view.h"

#include "core/experiment/edit.h"
#include "tests/support/time_views.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QImage>

#include <cmath>

using namespace unfold;
using Factor = FactorsView::Factor;

class FactorsViewTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        loadFonts();
        applyTheme(*qApp, ThemeKind::Light);
    }

    /// One linear unit: Wᵀ multiplies by W at every step, the slope by 1.
    void aLinearUnitIsTheMatrixAlone()
    {
        Document document(test::scalar(9, 0.5));
        FactorsView view(&document);
        test::show(view, {700, 220});
        for (int step = 1; step < 9; ++step) {
            QCOMPARE(*view.factorAt(Factor::Weight, step), 0.5);
            QCOMPARE(*view.factorAt(Factor::Slope, step), 1.0);
        }
        QVERIFY(!view.factorAt(Factor::Weight, 9)); // nothing comes back into the last step
        const QRectF shrinks = view.bar(Factor::Weight, 4);
        QVERIFY(shrinks.height() > 20 && view.bar(Factor::Slope, 4).height() < 1e-9);
        document.setGain(2);
        const QRectF grows = view.bar(Factor::Weight, 4);
        QVERIFY(std::abs(grows.bottom() - shrinks.top()) < 1e-9); // above the line of 1 instead of below it
        QVERIFY(std::abs(grows.height() - shrinks.height()) < 1e-9); // ½ and 2 are as far from 1
        const QImage shot = view.grab().toImage();
        QCOMPARE(shot.pixelColor(grows.center().toPoint()), themeOf(&view).recurrentParameter);
    }

    /// The two together are the step from norm to norm.
    void theirProductIsTheStepOfTheNorm()
    {
        Experiment e = test::elmanOverWave(10, 5);
        e.loss->at = {Span::Kind::Last, 1};
        e.loss->vectors = Matrix::Ones(2, 1);
        Document document(e);
        FactorsView view(&document);
        test::show(view, {700, 220});
        const auto &norm = document.result()->report.norm;
        for (size_t step = 1; step < 10; ++step) {
            const double both = *view.factorAt(Factor::Weight, int(step)) * *view.factorAt(Factor::Slope, int(step));
            QVERIFY(std::abs(both - *norm[step - 1] / *norm[step]) < 1e-12);
        }
    }

    void barsOfEqualFactorsAreEquallyHighAtEveryGain()
    {
        Document document(test::scalar(9, 0.8));
        FactorsView view(&document);
        test::show(view, {700, 220});
        const QRectF bar = view.bar(Factor::Weight, 4);
        document.setGain(0.1);
        QVERIFY(view.bar(Factor::Weight, 4).height() > 3 * bar.height());
        document.setGain(0.8);
        QCOMPARE(view.bar(Factor::Weight, 4), bar);
        document.fitAxis(true);
        QVERIFY(view.bar(Factor::Weight, 4).height() > bar.height());
    }

    void aBarThatGoesOnBeyondTheAxisEndsInATip()
    {
        Document document(test::scalar(9, 0.8));
        FactorsView view(&document);
        test::show(view, {700, 220});
        QVERIFY(!view.endsBeyond(Factor::Weight, 4));
        document.setGain(0.01); // below the gains of the axis
        QVERIFY(view.endsBeyond(Factor::Weight, 4));
        const QRectF bar = view.bar(Factor::Weight, 4);
        const QImage shot = view.grab().toImage();
        QCOMPARE(shot.pixelColor(bar.center().toPoint()), themeOf(&view).recurrentParameter);
        QVERIFY(shot.pixelColor(bar.bottomLeft().toPoint() + QPoint(1, -2)) != themeOf(&view).recurrentParameter);
    }

    void theMouseOpensAStep()
    {
        Document document(test::elmanOverWave(10, 5));
        FactorsView view(&document);
        test::show(view, {700, 220});
        const QRectF bar = view.bar(Factor::Slope, 6);
        const QPoint at(int(bar.center().x()), view.height() / 2 + 20);
        QTest::mouseMove(&view, at);
        QTRY_VERIFY2(
            test::toolTipShown().startsWith(QStringLiteral("back to step 6: Wᵀ × ")), qPrintable(test::toolTipShown()));
        document.setNotation(Notation::Indexed);
        QTest::mouseMove(&view, at + QPoint(1, 0));
        QTRY_VERIFY2(test::toolTipShown().startsWith(QStringLiteral("back to step 6: W_aaᵀ × ")),
            qPrintable(test::toolTipShown()));
        QCOMPARE(document.hover().step, 6);
        QTest::mouseClick(&view, Qt::LeftButton, {}, at);
        QCOMPARE(document.cursor().step, 6);
        QVERIFY(!view.factorAt(Factor::Slope, 5)); // not computed yet
        QVERIFY(view.bar(Factor::Slope, 5).isNull());
    }

    void whereThereAreNoTwoFactorsItSaysSo()
    {
        Document document(withCircuit(test::elmanOverWave(6, 3), "lstm"));
        FactorsView view(&document);
        test::show(view, {700, 220});
        QVERIFY2(view.message().contains(QStringLiteral("several paths")), qPrintable(view.message()));
        document.setPass(Pass::Forward);
        QVERIFY(view.message().contains(QStringLiteral("backward pass")));
        Experiment e = test::elmanOverWave(6, 3);
        e.loss.reset();
        document.open(e);
        QVERIFY(view.message().contains(QStringLiteral("Without a loss")));
        document.open(test::elmanOverWave(6, 3));
        QCOMPARE(view.message(), QString());
    }
};

UNFOLD_TEST(FactorsViewTest)
#include "factors_view_test.moc"
