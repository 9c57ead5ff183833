// Unfolding as motion in the whole window, driven as a lecturer drives it.
#include "tests/support/test_program.h"
#include "ui/scenes/motion/unfold_page.h"

#include "core/experiment/edit.h"
#include "tests/support/window_fixture.h"
#include "ui/controls/transport_bar.h"
#include "ui/diagram/folded/folded_view.h"
#include "ui/scenes/motion/animation_page.h"
#include "ui/scenes/motion/formula_strip.h"
#include "ui/scenes/motion/motion_view.h"
#include "ui/widgets/scrubber.h"
#include "ui/widgets/section_header.h"

#include <QAction>
#include <QLabel>
#include <QSplitter>

using namespace unfold;

namespace {

/// What a screen is, for telling whether it is as it was.
struct Screen {
    QImage picture;
    QList<int> columns;
    int step = 0;
    TimeWindow window;
    bool operator==(const Screen &) const = default;
};

} // namespace

class UnfoldPageTest : public WindowFixture
{
    Q_OBJECT

private slots:
    void init()
    {
        openWindow();
        m_unfolding = find<UnfoldPage>();
        QVERIFY(m_unfolding);
    }

    void cleanup() { closeWindow(); }

    void uOpensItAndEscapeLeadsBackToTheSameScreen()
    {
        m_document->setStep(7);
        m_document->setTimeWindow({2.5, 14.5});
        for (int i = 0; i < 2; ++i) // a panel that was never hidden may still lie as it was first laid out
            press(Qt::Key_U);
        QVERIFY(!page()->isVisible());
        const Screen before = screen();
        press(Qt::Key_U);
        QVERIFY(page()->isVisible());
        QVERIFY(!m_window->findChild<FoldedView *>()->isVisible());
        press(Qt::Key_End);
        press(Qt::Key_Escape);
        QVERIFY(!page()->isVisible());
        QTRY_VERIFY(screen() == before);
        press(Qt::Key_U); // as U itself does
        press(Qt::Key_U);
        QVERIFY(!page()->isVisible());
    }

    void theButtonAboveTheCircuitOpensIt()
    {
        QTest::mouseClick(m_window->findChild<PillButton *>(QStringLiteral("unfold")), Qt::LeftButton);
        QVERIFY(page()->isVisible());
        QTest::mouseClick(page()->findChild<QWidget *>(QStringLiteral("closeAnimation")), Qt::LeftButton);
        QVERIFY(!page()->isVisible());
    }

    void theEndsAreTheTwoDrawings()
    {
        press(Qt::Key_U);
        const MotionInput &drawings = view()->scene().motion.input();
        QCOMPARE(scrubber()->phase(), 0.0);
        QCOMPARE(view()->frame().nodes.size(), drawings.folded.nodes.size());
        for (const MovingNode &node : view()->frame().nodes)
            QVERIFY(
                std::any_of(drawings.folded.nodes.begin(), drawings.folded.nodes.end(), [&](const NodeShape &folded) {
                    return folded.name == node.shape.name
                        && distance(folded.disc.centre, node.shape.disc.centre) < 1e-9;
                }));
        press(Qt::Key_End);
        QCOMPARE(view()->frame().nodes.size(), drawings.unrolled.nodes.size());
        for (size_t i = 0; i < drawings.unrolled.nodes.size(); ++i)
            QVERIFY(
                distance(drawings.unrolled.nodes[i].disc.centre, view()->frame().nodes[i].shape.disc.centre) < 1e-9);
        QVERIFY(view()->frame().squares.empty());
    }

    /// In what is painted: h at step 3 has its colour where the unrolled drawing says, and the other end of the screen
    /// is empty while the circuit is folded.
    void theEndsArePaintedThere()
    {
        press(Qt::Key_U);
        const NodeShape &last = view()->scene().motion.input().unrolled.nodes.back();
        const QPoint beside = (last.disc.centre + QPointF(0.75 * last.disc.radius, 0)).toPoint();
        const Theme &theme = themeOf(ThemeKind::Light);
        const auto colourAt
            = [&](QPoint point) { return m_window->grab().toImage().pixelColor(view()->mapTo(m_window.get(), point)); };
        QCOMPARE(colourAt(beside), theme.card);
        const NodeShape *state = nullptr;
        for (const NodeShape &node : view()->scene().motion.input().unrolled.nodes)
            if (node.role == Role::State && node.element.step == 3 && node.kind == NodeShape::Kind::Node)
                state = &node;
        QVERIFY(state);
        press(Qt::Key_End);
        const QPointF inside = state->disc.centre + QPointF(0, 0.75 * state->disc.radius);
        QCOMPARE(colourAt(inside.toPoint()), theme.stateFill);
    }

    void theMouseScrubsInBothDirections()
    {
        press(Qt::Key_U);
        const int y = scrubber()->findChild<QWidget *>(QStringLiteral("playMotion"))->geometry().center().y();
        const auto at = [&](double phase) { return QPoint(qRound(scrubber()->xOf(phase)), y); };
        QTest::mousePress(scrubber(), Qt::LeftButton, {}, at(0.2));
        QTest::mouseMove(scrubber(), at(0.7));
        QVERIFY(std::abs(view()->phase() - 0.7) < 0.003);
        const size_t out = view()->frame().nodes.size();
        QTest::mouseMove(scrubber(), at(0.3));
        QVERIFY(view()->frame().nodes.size() < out);
        QTest::mouseRelease(scrubber(), Qt::LeftButton, {}, at(0.3));
        QVERIFY(!scrubber()->playing());
    }

    void spacePlaysItAndNotTime()
    {
        m_document->setStep(5);
        press(Qt::Key_U);
        QVERIFY(!scrubber()->playing()); // nothing moves by itself
        press(Qt::Key_Space);
        QVERIFY(scrubber()->playing());
        QTRY_VERIFY(view()->phase() > 0);
        press(Qt::Key_Right);
        QVERIFY(!scrubber()->playing());
        QCOMPARE(m_document->cursor().step, 5);
        QVERIFY(!m_window->findChild<TransportBar *>()->isEnabled());
        press(Qt::Key_Escape);
        QVERIFY(m_window->findChild<TransportBar *>()->isEnabled());
    }

    void theFormulaUnfoldsWithTheCopies()
    {
        press(Qt::Key_U);
        FormulaStrip *formula = m_unfolding->formula();
        QCOMPARE(formula->shown(), 1.0);
        QVERIFY2(formula->lineText(0).startsWith(QStringLiteral("h(4) = tanh(b + W h(3)")),
            qPrintable(formula->lineText(0)));
        scrubber()->moveTo(view()->scene().motion.time().endOf(2));
        QCOMPARE(formula->shown(), 2.0);
        QVERIFY(formula->glows(1));
        QVERIFY2(formula->lineText(1).contains(QStringLiteral("W tanh(b + W h(2)")), qPrintable(formula->lineText(1)));
        press(Qt::Key_End);
        QCOMPARE(formula->shown(), double(formula->lineCount()));
        press(Qt::Key_Home);
        QCOMPARE(formula->shown(), 1.0);
    }

    void everySceneUnfolds()
    {
        press(Qt::Key_U);
        for (const Scene &scene : readScenes().scenes) {
            QVERIFY(m_document->open(scene.experiment));
            for (const bool opened : {false, true}) {
                m_document->openCells(opened);
                for (const double phase : {0.0, 0.3, 0.55, 1.0}) {
                    scrubber()->moveTo(phase);
                    QVERIFY(!view()->grab().isNull());
                    QVERIFY(!page()->caption().isEmpty());
                }
                QVERIFY2(view()->scene().motion.unmatched() == 0, qPrintable(scene.title));
                QCOMPARE(view()->frame().nodes.size(), view()->scene().motion.input().unrolled.nodes.size());
                for (const LabelShape &label : view()->scene().motion.input().unrolled.labels)
                    QVERIFY2(
                        QRectF(view()->rect()).adjusted(-2, -2, 2, 2).contains(label.box), qPrintable(scene.title));
            }
        }
    }

    void atAMarkTheCaptionTellsWhatIsSeenAndNotWhatComesNext()
    {
        press(Qt::Key_U);
        press(Qt::Key_Home);
        press(Qt::Key_PageDown);
        QVERIFY2(
            page()->caption().contains(QStringLiteral("takes its place at step 1")), qPrintable(page()->caption()));
        press(Qt::Key_Right);
        QVERIFY2(page()->caption().startsWith(QStringLiteral("Before step 1")), qPrintable(page()->caption()));
        press(Qt::Key_PageDown);
        QVERIFY2(page()->caption().contains(QStringLiteral("goes on to step 2")), qPrintable(page()->caption()));
    }

    void theCaptionSaysHowManySteps()
    {
        press(Qt::Key_U);
        const int all = m_document->result()->steps();
        const int steps = view()->scene().shown.steps;
        QVERIFY(steps < all);
        QVERIFY2(page()->caption().contains(QStringLiteral("%1 steps (of the %2").arg(steps).arg(all)),
            qPrintable(page()->caption()));
        QVERIFY(m_document->change(withSteps(m_document->experiment(), 3), QStringLiteral("steps")));
        QTRY_COMPARE(view()->scene().shown.steps, 3);
        QVERIFY2(page()->caption().contains(QStringLiteral("3 step")), qPrintable(page()->caption()));
    }

    void withoutADelayNothingIsSaidOfLoops()
    {
        QVERIFY(m_document->open(withCircuit(m_document->experiment(), "feed-forward")));
        press(Qt::Key_U);
        for (const double phase : {0.0, 0.1, 0.5, 0.99}) {
            scrubber()->moveTo(phase);
            QVERIFY2(!page()->caption().contains(QStringLiteral("loop")), qPrintable(page()->caption()));
        }
        QCOMPARE(m_unfolding->formula()->lineCount(), 0);
    }

    void itFitsWithLargeTextAndInASmallWindow()
    {
        setTextPixels(24);
        press(Qt::Key_U);
        QTRY_VERIFY2(m_window->minimumSizeHint().height() <= 720, "a window of 720 px would grow");
        // The page asks for less room than the columns did; the window hears of it later.
        QTRY_VERIFY((m_window->resize(1280, 720), m_window->size() == QSize(1280, 720)));
        press(Qt::Key_End);
        for (const MovingNode &node : view()->frame().nodes)
            QVERIFY(QRectF(view()->rect()).contains(node.shape.box()));
        const QLabel *caption = page()->findChild<QLabel *>(QStringLiteral("animationCaption"));
        QVERIFY(caption->height() >= caption->heightForWidth(caption->width()));
    }

    void onAProjectorEscapeClosesThePageFirst()
    {
        press(Qt::Key_U);
        press(Qt::Key_F5);
        QTRY_VERIFY(m_window->isFullScreen());
        press(Qt::Key_PageDown); // the remote's "next"
        QVERIFY(scrubber()->phase() > 0);
        QCOMPARE(view()->phase(), view()->scene().motion.time().settledAt());
        press(Qt::Key_Escape);
        QVERIFY(!page()->isOpen());
        QVERIFY(m_window->isFullScreen());
        press(Qt::Key_Escape);
        QTRY_VERIFY(!m_window->isFullScreen());
    }

private:
    AnimationPage *page() const { return m_unfolding->page(); }
    Scrubber *scrubber() const { return page()->scrubber(); }
    MotionView *view() const { return m_unfolding->view(); }
    void press(int key)
    {
        QWidget *focused = m_window->focusWidget();
        QTest::keyClick(focused && focused->isVisible() ? focused : m_window.get(), Qt::Key(key));
    }
    Screen screen() const
    {
        return {m_window->grab().toImage(), m_window->findChild<QSplitter *>()->sizes(), m_document->cursor().step,
            m_document->timeWindow()};
    }

    UnfoldPage *m_unfolding = nullptr;
};

UNFOLD_TEST(UnfoldPageTest)
#include "unfold_page_test.moc"
