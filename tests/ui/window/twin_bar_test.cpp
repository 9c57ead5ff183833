// Twins in the whole window, by mouse and keys.
#include "tests/support/test_program.h"
#include "tests/support/window_fixture.h"
#include "ui/controls/gain_slider.h"
#include "ui/document/twin.h"
#include "ui/timeline/gradient/gradient_sentence.h"
#include "ui/timeline/gradient/gradient_view.h"
#include "ui/timeline/heat_map/heat_map_view.h"
#include "ui/timeline/time_stack.h"
#include "ui/timeline/twin_sections.h"
#include "ui/widgets/link_button.h"
#include "ui/window/twin_bar.h"

using namespace unfold;

class TwinBarTest : public WindowFixture
{
    Q_OBJECT

private slots:
    void init()
    {
        openWindow();
        m_bar = find<TwinBar>();
        m_stack = find<TimeStack>();
    }

    void cleanup() { closeWindow(); }

    void aKeyBeginsAPairAndTheBarSaysWhichIsEdited()
    {
        QVERIFY(m_bar->isHidden());
        QTest::keyClick(m_window.get(), Qt::Key_2, Qt::AltModifier);
        QVERIFY(m_bar->isVisible());
        QCOMPARE(m_bar->textOfFirst(), QStringLiteral("gain 0.9 · edited"));
        QCOMPARE(m_bar->textOfTwin(), QStringLiteral("twin: gain 1.1"));
        QCOMPARE(m_stack->gradient()->plot()->plotted(QStringLiteral("twin")).size(), 20U);
        QVERIFY(m_stack->sentence()->accessibleName().contains(QStringLiteral("with gain 1.1")));
        QTest::keyClick(m_window.get(), Qt::Key_F3, Qt::ShiftModifier);
        QCOMPARE(m_bar->textOfFirst(), QStringLiteral("gain 1.1 · edited"));
        QCOMPARE(m_document->experiment().gain, 1.1);
        QTest::keyClick(m_window.get(), Qt::Key_0, Qt::AltModifier);
        QVERIFY(m_bar->isHidden());
        QVERIFY(m_stack->gradient()->plot()->plotted(QStringLiteral("twin")).empty());
    }

    void theOverlaidCurveIsTheTwinsOwnNorm()
    {
        QTest::keyClick(m_window.get(), Qt::Key_1, Qt::AltModifier);
        const auto plotted = m_stack->gradient()->plot()->plotted(QStringLiteral("twin"));
        const auto &norm = m_document->twin()->result()->report.norm;
        QCOMPARE(plotted.size(), norm.size());
        for (size_t i = 0; i < plotted.size(); ++i)
            QCOMPARE(plotted[i].y(), std::log10(*norm[i]));
        const DecadeRange decades = m_stack->gradient()->decades();
        for (const QPointF point : plotted)
            QVERIFY(decades.low <= point.y() && point.y() <= decades.high);
    }

    void aLinkIsOpenedAndClosedByMouseAndByKey()
    {
        QTest::keyClick(m_window.get(), Qt::Key_1, Qt::AltModifier);
        LinkButton *gain = m_bar->button(Link::Gain);
        QVERIFY(gain->isChecked());
        QVERIFY(!m_bar->button(Link::Circuit)->isChecked());
        QCOMPARE(gain->accessibleName(), QStringLiteral("gain, linked"));
        m_document->setGain(0.9);
        QTest::mouseClick(gain, Qt::LeftButton);
        QCOMPARE(gain->accessibleName(), QStringLiteral("gain, not linked"));
        auto *slider = m_window->findChild<GainSlider *>();
        slider->setFocus();
        QTest::keyClick(slider, Qt::Key_PageUp);
        QCOMPARE(m_document->experiment().gain, 1.0);
        QCOMPARE(m_document->twin()->result()->experiment.gain, 0.9);
        QCOMPARE(m_bar->textOfTwin(), QStringLiteral("twin: LSTM, gain 0.9"));
        gain->setFocus();
        QTest::keyClick(gain, Qt::Key_Space);
        QVERIFY(gain->isChecked());
        QCOMPARE(m_document->twin()->result()->experiment.gain, 1.0);
    }

    void sideBySideBothShareStepDecadesAndAxis()
    {
        QTest::keyClick(m_window.get(), Qt::Key_2, Qt::AltModifier);
        QTest::keyClick(m_window.get(), Qt::Key_F3);
        const TwinSections *twins = m_stack->twinSections();
        QVERIFY(twins->states() && twins->states()->isVisible());
        QVERIFY(m_stack->gradient()->plot()->plotted(QStringLiteral("twin")).empty());
        for (const double gain : {0.3, 1.6, 0.9}) {
            m_document->setGain(gain);
            QVERIFY(twins->gradient()->decades() == m_stack->gradient()->decades());
        }
        const LogPlot *above = m_stack->gradient()->plot();
        const LogPlot *below = twins->gradient()->plot();
        const QPointF here = *above->positionOf(QStringLiteral("norm"), 7);
        const QPointF there = *below->positionOf(QStringLiteral("norm"), 7);
        QCOMPARE(below->mapTo(m_window.get(), there.toPoint()).x(), above->mapTo(m_window.get(), here.toPoint()).x());
        QTest::mouseClick(twins->gradient(), Qt::LeftButton, {}, below->pos() + there.toPoint());
        QCOMPARE(m_document->cursor().step, 7);
        QTest::keyClick(m_window.get(), Qt::Key_0, Qt::AltModifier);
        QVERIFY(!twins->states());
        QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(twins->states()); // it comes back as it was shown
    }

    /// A colour is the same number in both: tanh needs ±1 by itself, relu more.
    void sideBySideColoursMeanTheSame()
    {
        const HeatMapView *first = m_stack->heatMap();
        m_document->setGain(3);
        QTest::keyClick(m_window.get(), Qt::Key_4, Qt::AltModifier);
        QCOMPARE(first->limit(), 1.0);
        QTest::keyClick(m_window.get(), Qt::Key_F3);
        const TwinSections *twins = m_stack->twinSections();
        QVERIFY2(first->limit() > 1, qPrintable(QString::number(first->limit())));
        QCOMPARE(twins->states()->limit(), first->limit());
        QTest::mouseClick(first->gradientToggle(), Qt::LeftButton);
        QVERIFY(twins->states()->showsGradient());
        const double ofGradients = first->limit();
        QCOMPARE(twins->states()->limit(), ofGradients);
        m_document->setGain(0.4);
        QVERIFY(first->limit() != ofGradients);
        QCOMPARE(twins->states()->limit(), first->limit());
        QTest::mouseClick(first->valueToggle(), Qt::LeftButton);
        QTest::keyClick(m_window.get(), Qt::Key_F3);
        QVERIFY(!twins->states());
        QCOMPARE(first->limit(), 1.0); // its own again
    }

    void everyControlOfTheBarTeaches()
    {
        QTest::keyClick(m_window.get(), Qt::Key_2, Qt::AltModifier);
        for (const auto *part : m_bar->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly)) {
            QVERIFY2(!part->toolTip().isEmpty(), qPrintable(part->objectName()));
            QTRY_VERIFY(m_bar->rect().contains(part->geometry())); // what the bar needs, the layout gives it
        }
    }

private:
    TwinBar *m_bar = nullptr;
    TimeStack *m_stack = nullptr;
};

UNFOLD_TEST(TwinBarTest)
#include "twin_bar_test.moc"
