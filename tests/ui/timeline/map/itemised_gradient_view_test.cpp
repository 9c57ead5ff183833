// The triangle of causes under the mouse and the keys, against the trace and finite differences of the losses.
#include "tests/support/experiments.h"
#include "tests/support/test_program.h"
#include "ui/document/document.h"
#include "ui/timeline/map/itemised_gradient_view.h"

#include "core/analysis/itemised_gradient.h"
#include "tests/support/time_views.h"
#include "ui/style/theme.h"
#include "ui/timeline/map/norm_map.h"

#include <QApplication>

using namespace unfold;

class ItemisedGradientViewTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        loadFonts();
        applyTheme(*qApp, ThemeKind::Light);
    }

    void itShowsTheTriangle()
    {
        Document document(test::elmanOverWave(8, 3));
        ItemisedGradientView view(&document);
        test::show(view, {700, 200});
        QTRY_COMPARE(view.map()->content().norms.rows(), Eigen::Index(8));
        const Matrix &norms = view.map()->content().norms;
        QCOMPARE(norms(2, 5), 0.0); // L(3) does not hang on h(6)
        QVERIFY(norms(5, 2) > 0);
        QCOMPARE(view.map()->content().rowNames.first(), QStringLiteral("L(1)"));
        // The last row is the gradient of the last loss alone, which the plot above shows.
        const auto &norm = document.result()->report.norm;
        for (size_t t = 0; t < 8; ++t)
            QVERIFY(std::abs(norms(7, Eigen::Index(t)) - *norm[t]) <= 1e-12 * *norm[t]);
        QVERIFY(view.map()->colourOf(norms(7, 0)) != view.map()->colourOf(norms(7, 7)));
    }

    void touchingAnEntryLightsItsWay()
    {
        Document document(test::elmanOverWave(8, 3));
        ItemisedGradientView view(&document);
        test::show(view, {700, 200});
        QTRY_COMPARE(view.map()->content().norms.rows(), Eigen::Index(8));
        const QPointF at = view.map()->cell({5, 3}).center();
        QTest::mouseMove(&view, view.map()->pos() + at.toPoint());
        QTRY_COMPARE(document.hover().kind, ElementRef::Kind::Path);
        const Circuit &circuit = document.result()->circuit();
        const int h = circuit.indexOf("h"), o = circuit.indexOf("o");
        const auto lit = [&](const ElementRef &drawn) { return lightsUp(circuit, document.hover(), drawn); };
        QVERIFY(lit(ElementRef::ofNode(h, 3)) && lit(ElementRef::ofNode(h, 6)) && lit(ElementRef::ofNode(o, 6)));
        QVERIFY(lit(ElementRef::ofLoss(6)) && lit(ElementRef::ofEdge(h, 0, 4)) && lit(ElementRef::ofEdge(o, 0, 6)));
        QVERIFY(!lit(ElementRef::ofNode(h, 2)) && !lit(ElementRef::ofNode(h, 7)) && !lit(ElementRef::ofLoss(7)));
        QVERIFY(
            !lit(ElementRef::ofEdge(h, 0, 3)) && !lit(ElementRef::ofEdge(h, 1, 4)) && !lit(ElementRef::ofTarget(6)));
        QVERIFY(view.accessibleDescription().startsWith(QStringLiteral("‖∂L(6)/∂h(3)‖ = ")));
        QTRY_COMPARE(test::toolTipShown(), view.accessibleDescription());
        QTest::mouseClick(&view, Qt::LeftButton, {}, view.map()->pos() + at.toPoint());
        QCOMPARE(document.cursor().step, 3);
        QTest::mouseMove(&view, QPoint(1, 1));
        QTRY_COMPARE(document.hover().kind, ElementRef::Kind::None);
    }

    void keysGoFromLossToLoss()
    {
        Document document(test::elmanOverWave(8, 3));
        document.setStep(4);
        ItemisedGradientView view(&document);
        test::show(view, {700, 200});
        QTRY_COMPARE(view.map()->content().norms.rows(), Eigen::Index(8));
        view.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&view));
        view.setFocus(Qt::TabFocusReason);
        QTest::keyClick(&view, Qt::Key_Down);
        QVERIFY2(view.accessibleDescription().startsWith(QStringLiteral("‖∂L(4)/∂h(4)‖ = ")),
            qPrintable(view.accessibleDescription()));
        QTest::keyClick(&view, Qt::Key_Down);
        QVERIFY(view.accessibleDescription().startsWith(QStringLiteral("‖∂L(5)/∂h(4)‖ = ")));
        QTest::keyClick(&view, Qt::Key_Up);
        QTest::keyClick(&view, Qt::Key_Up);
        QVERIFY(view.accessibleDescription().startsWith(QStringLiteral("‖∂L(3)/∂h(4)‖ = 0: no path")));
    }

    /// Rows, sentences and the way are named as the drawings name them.
    void theOtherNotationRenamesIt()
    {
        Document document(test::elmanOverWave(8, 3));
        document.setStep(4);
        ItemisedGradientView view(&document);
        test::show(view, {700, 200});
        document.setNotation(Notation::Indexed);
        QTRY_COMPARE(view.map()->content().rowNames.value(2), QStringLiteral("L⟨3⟩"));
        QTest::mouseMove(&view, view.map()->pos() + view.map()->cell({5, 4}).center().toPoint());
        QTRY_VERIFY2(view.accessibleDescription().startsWith(QStringLiteral("‖∂L⟨6⟩/∂a⟨4⟩‖ = ")),
            qPrintable(view.accessibleDescription()));
    }

    /// A shorter sequence has no place for what the longer one showed.
    void ofAnotherLengthNothingStays()
    {
        Document document(test::elmanOverWave(8, 3));
        document.setPass(Pass::Backward);
        ItemisedGradientView view(&document);
        test::show(view, {700, 200});
        QTRY_COMPARE(view.map()->content().norms.rows(), Eigen::Index(8));
        QVERIFY(document.change(test::elmanOverWave(3, 3), QStringLiteral("steps")));
        QVERIFY(view.map()->content().norms.size() == 0 || view.map()->content().norms.cols() == 3);
        QTRY_COMPARE(view.map()->content().norms.rows(), Eigen::Index(3));
    }

    void whatIsNotComputedYetIsNotShown()
    {
        Document document(test::elmanOverWave(8, 3));
        ItemisedGradientView view(&document);
        test::show(view, {700, 200});
        QTRY_COMPARE(view.map()->content().norms.rows(), Eigen::Index(8));
        document.setStep(5);
        QVERIFY(!view.map()->at(view.map()->cell({7, 3}).center()));
        QVERIFY(view.map()->at(view.map()->cell({7, 5}).center()));
        document.setPass(Pass::Forward);
        QVERIFY(view.message().contains(QStringLiteral("backward pass")));
        QCOMPARE(view.map()->content().norms.size(), Eigen::Index(0));
    }

    void withoutALossItSaysSo()
    {
        Experiment e = test::elmanOverWave(5, 3);
        e.loss.reset();
        Document document(e);
        ItemisedGradientView view(&document);
        test::show(view, {700, 200});
        QVERIFY(view.message().contains(QStringLiteral("No loss")));
        QTest::keyClick(&view, Qt::Key_Down); // nothing to walk
        document.open(test::elmanOverWave(5, 3));
        QTRY_COMPARE(view.message(), QString());
    }
};

UNFOLD_TEST(ItemisedGradientViewTest)
#include "itemised_gradient_view_test.moc"
