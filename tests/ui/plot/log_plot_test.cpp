#include "tests/support/test_program.h"
#include "tests/support/time_views.h"
#include "ui/export/paint_widget.h"
#include "ui/plot/log_plot.h"
#include "ui/style/number_text.h"
#include "ui/style/theme.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace unfold;

namespace {
constexpr double infinite = std::numeric_limits<double>::infinity();
constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();

PlotCurve measured(std::vector<double> values)
{
    return {
        "norm", ScriptText(QStringLiteral("measured")), std::move(values), Qt::red, 2, PlotCurve::Line::Solid, true};
}

bool isNamed(const LogPlot &plot, const QString &text)
{
    for (const auto &[name, rect] : plot.placedLabels())
        if (name == text)
            return true;
    return false;
}

/// The mean place of all that is more red than anything else, px.
QPointF middleOfRed(const QImage &picture)
{
    QPointF sum;
    double weight = 0;
    for (int y = 0; y < picture.height(); ++y)
        for (int x = 0; x < picture.width(); ++x) {
            const QColor colour = picture.pixelColor(x, y);
            const int red = colour.red() - std::max(colour.green(), colour.blue());
            sum += red > 20 ? QPointF(x + 0.5, y + 0.5) * red : QPointF();
            weight += red > 20 ? red : 0;
        }
    return sum / weight;
}
} // namespace

class LogPlotTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { loadFonts(); }

    void stepsLieOnTheSharedAxis()
    {
        LogPlot plot;
        test::show(plot, {700, 240});
        plot.setCurves({measured(std::vector<double>(200, 1.0))});
        for (const TimeWindow window : {TimeWindow::all(200), TimeWindow{50.5, 80.5}, TimeWindow{60.2, 64.7}}) {
            plot.setWindow(window);
            const TimeAxis axis{
                window, static_cast<double>(Metrics::timeLeft(&plot)), 700.0 - Metrics::timeRight(&plot)};
            for (const int step : {60, 62, 64})
                QVERIFY(std::abs(plot.positionOf("norm", step)->x() - axis.x(step)) < 1e-6);
        }
    }

    void decadesAreEquallyFarApart()
    {
        LogPlot plot;
        test::show(plot, {700, 240});
        plot.setWindow(TimeWindow::all(4));
        plot.setDecades({-300, 300});
        plot.setCurves({measured({1e-300, 1e-100, 1e100, 1e300})});
        const auto y = [&](int step) { return plot.positionOf("norm", step)->y(); };
        QVERIFY(std::abs((y(1) - y(2)) - (y(2) - y(3))) < 1e-6);
        QVERIFY(std::abs((y(2) - y(3)) - (y(3) - y(4))) < 1e-6);
        QVERIFY(y(1) > y(4));
    }

    void zeroAndInfinityStandAtTheEdgesByName()
    {
        LogPlot plot;
        test::show(plot, {700, 240});
        plot.setWindow(TimeWindow::all(5));
        plot.setDecades({-2, 1});
        plot.setCurves({measured({0, 0.1, infinite, 1, notANumber})});
        QCOMPARE(plot.positionOf("norm", 1)->y(), plot.plotArea().bottom());
        QCOMPARE(plot.positionOf("norm", 3)->y(), plot.plotArea().top());
        QVERIFY(!plot.positionOf("norm", 5).has_value());
        QVERIFY(isNamed(plot, QStringLiteral("exactly 0")));
        QVERIFY(isNamed(plot, QStringLiteral("∞: too large for a double")));
        QCOMPARE(plot.plotted("norm").size(), size_t(2)); // neither edge is data of the curve
        const QImage picture = plot.grab().toImage();
        const QPoint mark = plot.positionOf("norm", 1)->toPoint() - QPoint(0, 4);
        QCOMPARE(picture.pixelColor(mark), QColor(Qt::red));
    }

    void whatLeavesTheAxisIsMarkedAtTheBorderWithItsValue()
    {
        LogPlot plot;
        test::show(plot, {700, 240});
        plot.setWindow(TimeWindow::all(6));
        plot.setDecades({-2, 1});
        plot.setCurves({measured({3e-21, 1e-8, 0.1, 1, 2e7, 1})});
        QCOMPARE(plot.positionOf("norm", 1)->y(), plot.plotArea().bottom());
        QCOMPARE(plot.positionOf("norm", 5)->y(), plot.plotArea().top());
        QVERIFY(isNamed(plot, ScriptText(QStringLiteral("↓ ") + numberMarkup(3e-21)).plain()));
        QVERIFY(isNamed(plot, ScriptText(QStringLiteral("↑ ") + numberMarkup(2e7)).plain()));
        QVERIFY(!isNamed(plot, QStringLiteral("exactly 0")));
        const auto hit = plot.hit(*plot.positionOf("norm", 1));
        QVERIFY(hit && hit->value == 3e-21);
        const QImage picture = plot.grab().toImage();
        bool marked = false;
        for (int y = 1; y <= 8; ++y) // the outline of the mark
            marked = marked || picture.pixelColor(plot.positionOf("norm", 1)->toPoint() + QPoint(-2, -y)).red() > 200;
        QVERIFY(marked);
        plot.setDecades({-22, 8});
        QVERIFY(!isNamed(plot, ScriptText(QStringLiteral("↓ ") + numberMarkup(3e-21)).plain()));
    }

    void aNameTellsWhoseItIs()
    {
        LogPlot plot;
        test::show(plot, {700, 240});
        plot.setWindow(TimeWindow::all(5));
        plot.setDecades({-2, 1});
        plot.setCurves({measured({0.1, 0.1, 0.2, 1, 2})});
        const QRectF place = plot.placedLabels().front().second;
        QCOMPARE(plot.nameAt(place.center()), QStringLiteral("norm"));
        QVERIFY(plot.nameAt(place.topLeft() - QPointF(3, 3)).isEmpty());
    }

    /// The point of a figure lies where the hand-drawn marks do, as on the screen.
    void pointsLieWhereTheyAreSaidToLie_data()
    {
        QTest::addColumn<int>("scale");
        QTest::newRow("screen") << 1;
        QTest::newRow("figure") << 8;
    }
    void pointsLieWhereTheyAreSaidToLie()
    {
        QFETCH(int, scale);
        LogPlot plot;
        test::show(plot, {700, 240});
        plot.setWindow(TimeWindow::all(5));
        plot.setDecades({-2, 1});
        PlotCurve point = measured({notANumber, 0.37, notANumber});
        point.label = {};
        plot.setCurves({point});
        QImage picture(plot.size() * scale, QImage::Format_RGB32);
        picture.fill(Qt::white);
        QPainter painter(&picture);
        painter.scale(scale, scale);
        paintWidget(painter, plot, plot.rect());
        painter.end();
        const QPointF apart = middleOfRed(picture) / scale - *plot.positionOf("norm", 2);
        QVERIFY2(std::hypot(apart.x(), apart.y()) < 0.5 / scale,
            qPrintable(QStringLiteral("%1, %2").arg(apart.x()).arg(apart.y())));
    }

    void zeroIsNotNamedWhereThereIsNone()
    {
        LogPlot plot;
        test::show(plot, {700, 240});
        plot.setWindow(TimeWindow::all(3));
        plot.setCurves({measured({0.5, 0.1, 1})});
        QVERIFY(!isNamed(plot, QStringLiteral("exactly 0")));
        QVERIFY(isNamed(plot, QStringLiteral("measured")));
    }

    void pointsAreHitGuidesAreNot()
    {
        LogPlot plot;
        test::show(plot, {700, 240});
        plot.setWindow(TimeWindow::all(3));
        PlotCurve guide = measured({10, 10, 10});
        guide.key = "guide";
        guide.measured = false;
        plot.setCurves({measured({0.5, 0.1, 1}), guide});
        const auto hit = plot.hit(*plot.positionOf("norm", 2) + QPointF(3, -2));
        QVERIFY(hit.has_value());
        QCOMPARE(hit->step, 2);
        QCOMPARE(hit->value, 0.1);
        QVERIFY(!plot.hit(*plot.positionOf("guide", 2)).has_value());
    }
};

UNFOLD_TEST(LogPlotTest)
#include "log_plot_test.moc"
