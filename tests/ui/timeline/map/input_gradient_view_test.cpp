// How far back the network hears, against the trace and against a loss with another input.
#include "tests/support/experiments.h"
#include "tests/support/test_program.h"
#include "ui/document/document.h"
#include "ui/timeline/map/input_gradient_view.h"

#include "core/experiment/edit.h"
#include "core/run/compute.h"
#include "tests/support/time_views.h"
#include "ui/scenes/scenes.h"
#include "ui/style/theme.h"
#include "ui/timeline/map/norm_map.h"

#include <QApplication>

#include <cmath>

using namespace unfold;

class InputGradientViewTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        loadFonts();
        applyTheme(*qApp, ThemeKind::Light);
    }

    /// The norm is the largest change of the loss per change of the input: along the gradient it is reached.
    void theNormIsTheSlopeOfTheLoss()
    {
        Experiment e = test::elmanOverWave(7, 4);
        Document document(e);
        document.setGradientOf(GradientOf::AllSteps);
        InputGradientView view(&document);
        test::show(view, {700, 160});
        const auto result = document.result();
        const NodeTrace &x = result->trace->nodes[0];
        for (const int step : {1, 4, 7}) {
            const double norm = view.map()->content().norms(0, step - 1);
            const Vector way = x.at(x.gradient, step).col(0) / norm;
            const auto lossAt = [&](double by) {
                Experiment moved = e;
                moved.sequence["x"].col(step - 1) += by * way;
                return compute(*prepare(moved), moved.gain)->totalLoss;
            };
            const double slope = (lossAt(1e-5) - lossAt(-1e-5)) / 2e-5;
            QVERIFY2(std::abs(slope - norm) < 1e-7 * std::max(1.0, norm), qPrintable(QString::number(slope)));
        }
    }

    void whatWasReadStandsInTheCells()
    {
        const SceneList scenes = readScenes();
        const auto sentence = std::find_if(scenes.scenes.begin(), scenes.scenes.end(),
            [](const Scene &scene) { return scene.title == QStringLiteral("A typed sentence"); });
        QVERIFY(sentence != scenes.scenes.end());
        Document document(sentence->experiment);
        InputGradientView view(&document);
        test::show(view, {900, 160});
        QCOMPARE(view.map()->content().stepNames.mid(0, 5), QStringList({"t", "o", "␣", "b", "e"}));
        QTest::mouseMove(&view, view.map()->pos() + view.map()->cell({0, 4}).center().toPoint());
        QTRY_VERIFY2(
            test::toolTipShown().startsWith(QStringLiteral("‖∂L/∂x(4)‖ = ")), qPrintable(test::toolTipShown()));
        QVERIFY(test::toolTipShown().endsWith(QStringLiteral(", read: b")));
        QCOMPARE(document.hover(), ElementRef::ofNode(0, 4));
        QTest::mouseClick(&view, Qt::LeftButton, {}, view.map()->pos() + view.map()->cell({0, 4}).center().toPoint());
        QCOMPARE(document.cursor().step, 4);
        QCOMPARE(document.cursor().selection, ElementRef::ofNode(0, 4));
    }

    void theOtherNotationRenamesIt()
    {
        Document document(test::elmanOverWave(8, 3));
        InputGradientView view(&document);
        test::show(view, {700, 160});
        document.setNotation(Notation::Indexed);
        QTest::mouseMove(&view, view.map()->pos() + view.map()->cell({0, 4}).center().toPoint());
        QTRY_VERIFY2(
            test::toolTipShown().startsWith(QStringLiteral("‖∂L/∂x⟨4⟩‖ = ")), qPrintable(test::toolTipShown()));
    }

    void whereNothingCanBeHeardItSaysSo()
    {
        Document document(test::elmanOverWave(5, 3));
        InputGradientView view(&document);
        test::show(view, {700, 160});
        QCOMPARE(view.message(), QString());
        document.setPass(Pass::Forward);
        QVERIFY(view.message().contains(QStringLiteral("backward pass")));
        QVERIFY(document.change(withCircuit(document.experiment(), "autonomous"), QStringLiteral("circuit")));
        QVERIFY2(view.message().contains(QStringLiteral("no input")), qPrintable(view.message()));
        QCOMPARE(view.map()->content().norms.size(), Eigen::Index(0));
    }
};

UNFOLD_TEST(InputGradientViewTest)
#include "input_gradient_view_test.moc"
