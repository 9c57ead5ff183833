// The plot of parameter counts: its points are the counts, and T follows mouse, keys and assistive technology.
#include "tests/support/test_program.h"
#include "ui/scenes/feedforward_to_rnn/parameter_plot.h"

#include "ui/scenes/feedforward_to_rnn/parameter_table.h"
#include "ui/style/theme.h"

#include <QAccessible>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>

using namespace unfold;

class ParameterPlotTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        loadFonts();
        applyTheme(*qApp, ThemeKind::Light);
    }

    void init()
    {
        m_plot = std::make_unique<ParameterPlot>(sizes);
        m_plot->resize(400, 200);
        m_plot->show();
        m_plot->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_plot.get()));
        m_plot->setFocus();
    }

    void itsPointsAreTheCounts()
    {
        for (int length = 1; length <= ParameterPlot::longest; ++length) {
            QCOMPARE(m_plot->feedForward(length), std::int64_t(12 * length + 14));
            QCOMPARE(m_plot->feedForward(length), parameterCount(feedForwardOver(sizes, length)));
        }
        QCOMPARE(m_plot->recurrent(), std::int64_t(42));
        const double perNumber = m_plot->pointAt(1, 0).y() - m_plot->pointAt(1, 1).y(); // linear, from 0
        QVERIFY(perNumber > 0);
        QVERIFY(std::abs(m_plot->pointAt(1, 0).y() - m_plot->pointAt(1, 254).y() - 254 * perNumber) < 1e-6);
    }

    void theMouseChoosesT()
    {
        const QSignalSpy changed(m_plot.get(), &ParameterPlot::lengthChanged);
        QTest::mousePress(m_plot.get(), Qt::LeftButton, {}, m_plot->pointAt(12, 50).toPoint());
        QCOMPARE(m_plot->length(), 12);
        QTest::mouseMove(m_plot.get(), m_plot->pointAt(3, 50).toPoint());
        QCOMPARE(m_plot->length(), 3);
        QTest::mouseMove(m_plot.get(), QPoint(5000, 10));
        QCOMPARE(m_plot->length(), int(ParameterPlot::longest));
        QTest::mouseRelease(m_plot.get(), Qt::LeftButton);
        QTest::mouseMove(m_plot.get(), m_plot->pointAt(3, 50).toPoint());
        QCOMPARE(m_plot->length(), int(ParameterPlot::longest));
        QCOMPARE(changed.count(), 3);
    }

    void upAndDownChooseT()
    {
        QTest::keyClick(m_plot.get(), Qt::Key_Up);
        QCOMPARE(m_plot->length(), 6);
        for (int i = 0; i < 30; ++i)
            QTest::keyClick(m_plot.get(), Qt::Key_Down);
        QCOMPARE(m_plot->length(), 1);
    }

    void itIsASliderThatSaysItsNumbers()
    {
        QAccessibleInterface *about = QAccessible::queryAccessibleInterface(m_plot.get());
        QCOMPARE(about->role(), QAccessible::Slider);
        about->valueInterface()->setCurrentValue(7);
        QCOMPARE(m_plot->length(), 7);
        QCOMPARE(about->text(QAccessible::Value), "T = 7: feed-forward 98 parameters, recurrent 42");
    }

    void theTableShowsTheProducts()
    {
        ParameterTable table(sizes);
        connect(m_plot.get(), &ParameterPlot::lengthChanged, &table, &ParameterTable::setLength);
        m_plot->setLength(7);
        QStringList cells;
        for (const QLabel *cell : table.findChildren<QLabel *>())
            cells << cell->text();
        QVERIFY(cells.contains(QStringLiteral("4 · 7 · 3 = 84")));
        QVERIFY(cells.contains(QStringLiteral("4 · 3 = 12")));
        QVERIFY(cells.contains(QStringLiteral("4 · 4 = 16")));
        QCOMPARE(cells.count(QStringLiteral("2 · 4 = 8")), 2);
        QCOMPARE(cells.count(QStringLiteral("4 + 2 = 6")), 2);
        QVERIFY(cells.contains(QStringLiteral("–"))); // no W without a loop
        QVERIFY(cells.contains(QStringLiteral("<b>feed-forward: 98</b>")));
        QVERIFY(cells.contains(QStringLiteral("<b>recurrent: 42</b>")));
    }

private:
    static constexpr LayerSizes sizes{3, 4, 2};
    std::unique_ptr<ParameterPlot> m_plot;
};

UNFOLD_TEST(ParameterPlotTest)
#include "parameter_plot_test.moc"
