// Every state of every circuit of the catalogue that has a gradient is in the plot.
#include "core/analysis/norms.h"
#include "core/circuit/catalogue.h"
#include "tests/support/experiments.h"
#include "tests/support/test_program.h"
#include "tests/support/time_views.h"
#include "ui/style/theme.h"
#include "ui/timeline/gradient/gradient_view.h"
#include "ui/timeline/gradient/gradient_walk.h"
#include "ui/timeline/gradient/state_curves.h"
#include "ui/widgets/section_header.h"

#include <cmath>

using namespace unfold;

namespace {

/// The two states of a sequence that is read by one and written by the other.
struct Translation {
    Document document{test::pageOver8("encoder-decoder")};
    GradientView view{&document};
    int h = document.result()->circuit().indexOf("h");
    int s = document.result()->circuit().indexOf("s");

    Translation() { test::show(view, {700, 260}); }
    QString curve(int node) const { return node == document.plottedNode() ? QStringLiteral("norm") : stateCurve(node); }
};

void press(GradientView &view, const QString &key, int step)
{
    QTest::mouseClick(&view, Qt::LeftButton, {}, (*view.plot()->positionOf(key, step) + view.plot()->pos()).toPoint());
}

} // namespace

class StateCurvesTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { loadFonts(); }

    void everyGradientIsInThePlot_data()
    {
        QTest::addColumn<QString>("page");
        for (const CatalogueEntry &entry : catalogue())
            QTest::newRow(entry.name.c_str()) << QString::fromStdString(entry.name);
    }

    /// Whichever state is plotted: its numbers, at its steps.
    void everyGradientIsInThePlot()
    {
        QFETCH(QString, page);
        Document document(test::pageOver8(page.toStdString()));
        GradientView view(&document);
        test::show(view, {700, 260});
        const Circuit circuit = document.result()->circuit();
        for (int plotted = 0; plotted < int(circuit.nodes.size()); ++plotted) {
            if (circuit.nodes[size_t(plotted)].role != Role::State)
                continue;
            document.setPlottedNode(plotted);
            for (int node = 0; node < int(circuit.nodes.size()); ++node) {
                if (circuit.nodes[size_t(node)].role != Role::State)
                    continue;
                const StepSeries norms = gradientNorms(*document.result()->trace, node);
                const auto points = view.plot()->plotted(node == plotted ? QStringLiteral("norm") : stateCurve(node));
                size_t found = 0;
                for (const QPointF &point : points) {
                    const double norm = norms[size_t(point.x()) - 1].value();
                    QVERIFY(norm == 0 || std::abs(point.y() - std::log10(norm)) < 1e-9);
                    ++found;
                }
                const auto measured
                    = std::count_if(norms.begin(), norms.end(), [](const auto &norm) { return norm && *norm > 0; });
                QVERIFY2(found >= size_t(measured), circuit.nodes[size_t(node)].name.c_str());
                QVERIFY(measured > 0);
            }
        }
    }

    void theCurveGoesOnFromTheEncoderToTheDecoder()
    {
        Translation t;
        const auto bridge = t.view.plot()->plotted("bridge");
        QCOMPARE(bridge.size(), size_t(2));
        QCOMPARE(bridge.front(), t.view.plot()->plotted(t.curve(t.h)).back()); // h(4)
        QCOMPARE(bridge.back(), t.view.plot()->plotted(t.curve(t.s)).front()); // s(5)
        QCOMPARE(bridge.front().x(), 4.0);
        QCOMPARE(bridge.back().x(), 5.0);
        QStringList names;
        for (const auto &[name, rect] : t.view.plot()->placedLabels())
            names << name;
        const QString all = names.join(u' ');
        QVERIFY2(all.contains(QStringLiteral("∂h")) && all.contains(QStringLiteral("∂s")), qPrintable(all));
    }

    void atADecoderStepItsGradientIsThere()
    {
        Translation t;
        t.document.setStep(6);
        QCOMPARE(t.view.plot()->plotted(t.curve(t.s)).size(), size_t(3));
        QVERIFY(t.view.plot()->plotted("bridge").empty());
        QVERIFY(t.view.message().isEmpty());
    }

    void statesOfTheSameStepsAreNotJoined()
    {
        Document document(test::pageOver8("lstm"));
        GradientView view(&document);
        test::show(view, {700, 260});
        QVERIFY(view.plot()->plotted("bridge").empty());
    }

    void aPointOfAnotherStateIsThatState()
    {
        Translation t;
        press(t.view, t.curve(t.s), 7);
        QCOMPARE(t.document.cursor().selection, ElementRef::ofNode(t.s, 7));
        QCOMPARE(t.document.plottedNode(), t.s); // and the plot speaks of it from now on
        press(t.view, t.curve(t.h), 7 - 4);
        QCOMPARE(t.document.plottedNode(), t.s); // not computed at step 7: nothing is there
        t.document.setStep(1);
        press(t.view, t.curve(t.h), 3);
        QCOMPARE(t.document.cursor().selection, ElementRef::ofNode(t.h, 3));
    }

    void theTipNamesTheStateOfItsStep()
    {
        Translation t;
        const QPointF point = *t.view.plot()->positionOf(t.curve(t.s), 6) + t.view.plot()->pos();
        QTest::mouseMove(&t.view, point.toPoint());
        const QString tip = test::toolTipShown();
        const double norm = *gradientNorms(*t.document.result()->trace, t.s)[5];
        QVERIFY2(tip.contains(QStringLiteral("∂s")), qPrintable(tip));
        QVERIFY2(tip.contains(QString::number(norm, 'g', 4)), qPrintable(tip));
    }

    void theWalkGoesOnAcrossTheEdge()
    {
        Translation t;
        const GradientWalk walk(&t.document, &t.view);
        const StepSeries norm = gradientNorms(*t.document.result()->trace, t.s);
        QCOMPARE(walk.elementAt({0, 6}), ElementRef::ofNode(t.s, 6));
        QCOMPARE(walk.elementAt({0, 4}), ElementRef::ofNode(t.h, 4));
        const QString said = walk.sentenceAt({0, 6});
        QVERIFY2(said.contains(QStringLiteral("gradient at s")), qPrintable(said));
        QVERIFY(QRectF(t.view.plot()->geometry()).contains(walk.rectAt({0, 6})));
        QVERIFY(walk.rectAt({0, 6}).width() < 10); // a point, not a column
    }

    void aStateWithACurveOfItsOwnHasARow()
    {
        Document document(test::pageOver8("lstm"));
        GradientView view(&document);
        test::show(view, {700, 260});
        const GradientWalk walk(&document, &view);
        const int h = document.result()->circuit().indexOf("h");
        const WalkPlace last{walk.rowCount() - 1, 5};
        QVERIFY(walk.exists(last));
        QCOMPARE(walk.elementAt(last), ElementRef::ofNode(h, 5));
        QVERIFY2(walk.sentenceAt(last).contains(QStringLiteral("gradient at h")), qPrintable(walk.sentenceAt(last)));
    }

    void theLastStepOfTheDerivativeIsItsOwn()
    {
        Translation t; // the encoder ends at step 4, g at step 1
        QVERIFY2(t.view.jacobianToggle()->text().contains(QStringLiteral("h(4)")),
            qPrintable(t.view.jacobianToggle()->text()));
        QTest::mouseClick(t.view.jacobianToggle(), Qt::LeftButton);
        QTRY_COMPARE(t.view.plot()->plotted("jacobian").size(), size_t(4));
        QCOMPARE(t.view.plot()->plotted("jacobian").back().y(), 0.0); // ∂h(4)/∂h(4) = 1
        Document both(test::pageOver8("bidirectional"));
        both.setPlottedNode(both.result()->circuit().indexOf("g"));
        GradientView view(&both);
        QVERIFY2(
            view.jacobianToggle()->text().contains(QStringLiteral("g(1)")), qPrintable(view.jacobianToggle()->text()));
    }
};

UNFOLD_TEST(StateCurvesTest)
#include "state_curves_test.moc"
