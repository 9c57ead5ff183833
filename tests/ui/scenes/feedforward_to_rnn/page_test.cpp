// The transition on its page in the whole window, driven with mouse and keys.
#include "tests/support/test_program.h"
#include "ui/scenes/feedforward_to_rnn/page.h"

#include "tests/support/window_fixture.h"
#include "ui/diagram/folded/folded_view.h"
#include "ui/scenes/feedforward_to_rnn/parameter_plot.h"
#include "ui/scenes/feedforward_to_rnn/text.h"
#include "ui/scenes/feedforward_to_rnn/view.h"
#include "ui/scenes/gallery/shape_card.h"
#include "ui/scenes/gallery/shape_gallery.h"
#include "ui/scenes/motion/animation_page.h"
#include "ui/widgets/scrubber.h"

#include <QImage>
#include <QLabel>

using namespace unfold;

class PageTest : public WindowFixture
{
    Q_OBJECT

private slots:
    void init() { openWindow(); }
    void cleanup() { closeWindow(); }

    void aKeyOpensItAndEscapeLeadsBack()
    {
        const Cursor before = m_document->cursor();
        open();
        QVERIFY(find<FeedforwardToRnnView>()->isVisible());
        QVERIFY(!find<FoldedView>()->isVisible());
        QTest::keyClick(focused(), Qt::Key_Right); // the page's, not a step in time
        QTest::keyClick(focused(), Qt::Key_Escape);
        QVERIFY(!find<FeedforwardToRnnView>()->isVisible());
        QVERIFY(find<FoldedView>()->isVisible());
        QVERIFY(m_document->cursor() == before);
        QVERIFY(m_document->experiment() == defaultScene());
        open();
        QTest::keyClick(focused(), Qt::Key_L, Qt::ControlModifier); // its key closes it as well
        QVERIFY(!find<FeedforwardToRnnView>()->isVisible());
    }

    void keysGoFromStepToStepWithTheirSentences()
    {
        open();
        for (int step = 0; step <= transitionSteps; ++step) {
            const FeedforwardToRnnWords words = transitionWords(step, transitionSizes);
            QCOMPARE(find<FeedforwardToRnnView>()->phase(), static_cast<double>(step) / transitionSteps);
            QCOMPARE(text("roadTitle"), words.title);
            QCOMPARE(text("roadHappens"), words.happens);
            QCOMPARE(text("roadStays"), words.stays);
            QTest::keyClick(focused(), Qt::Key_PageDown);
        }
        QTest::keyClick(focused(), Qt::Key_Home);
        QCOMPARE(find<FeedforwardToRnnView>()->phase(), 0.0);
    }

    void aProductStaysOnOneLine()
    {
        for (const int step : {0, transitionSteps}) {
            const QString text = transitionWords(step, transitionSizes).happens;
            QVERIFY(text.contains(QStringLiteral("4\u00a0·\u00a0%1\u00a0=\u00a0").arg(step == 0 ? 3 : 4)));
            QVERIFY(!text.contains(QStringLiteral(" ·")) && !text.contains(QStringLiteral("· ")));
        }
    }

    void theMouseScrubsIt()
    {
        open();
        auto *scrubber = page()->scrubber();
        const int y = scrubber->findChild<QWidget *>(QStringLiteral("playMotion"))->geometry().center().y();
        QTest::mousePress(scrubber, Qt::LeftButton, {}, QPoint(qRound(scrubber->xOf(0.6)), y));
        QVERIFY(std::abs(find<FeedforwardToRnnView>()->phase() - 0.6) < 0.01);
        QCOMPARE(text("roadTitle"), transitionWords(3, transitionSizes).title);
        QTest::mouseMove(scrubber, QPoint(qRound(scrubber->xOf(0.1)), y));
        QVERIFY(std::abs(find<FeedforwardToRnnView>()->phase() - 0.1) < 0.01);
        QTest::mouseRelease(scrubber, Qt::LeftButton, {}, QPoint(qRound(scrubber->xOf(0.1)), y));
    }

    void itLooksDifferentAtEveryStepInBothThemes()
    {
        for (const ThemeKind kind : {ThemeKind::Light, ThemeKind::Dark}) {
            applyTheme(*qApp, kind);
            open();
            QList<QImage> pictures;
            for (int step = 0; step <= transitionSteps; ++step) {
                find<FeedforwardToRnnView>()->setPhase(static_cast<double>(step) / transitionSteps);
                const QImage now = find<FeedforwardToRnnView>()->grab().toImage();
                QVERIFY(!pictures.contains(now));
                pictures << now;
            }
            QTest::keyClick(focused(), Qt::Key_Escape);
        }
    }

    void theLengthIsChosenBesideIt()
    {
        open();
        auto *plot = find<ParameterPlot>();
        plot->setFocus();
        QTest::keyClick(plot, Qt::Key_Up);
        QCOMPARE(plot->length(), 6);
        QCOMPARE(find<FeedforwardToRnnView>()->phase(), 0.0);
        QTest::keyClick(plot, Qt::Key_PageDown); // the scrubber's, wherever the focus is
        QCOMPARE(find<FeedforwardToRnnView>()->phase(), 0.25);
    }

    void aSceneOfTheGalleryIsSeen()
    {
        open();
        QTest::keyClick(focused(), Qt::Key_K, Qt::ControlModifier);
        auto *gallery = find<ShapeGallery>();
        QVERIFY(gallery);
        QTest::mouseClick(gallery->cards().first(), Qt::LeftButton);
        QVERIFY(find<FoldedView>()->isVisible());
        QVERIFY(!find<FeedforwardToRnnView>()->isVisible());
    }

    void everythingIsLegible_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<int>("larger");
        QTest::newRow("small") << QSize(1280, 720) << 0;
        QTest::newRow("small, large text") << QSize(1280, 720) << 8;
        QTest::newRow("large, large text") << QSize(1920, 1080) << 10;
    }

    void everythingIsLegible()
    {
        QFETCH(QSize, size);
        QFETCH(int, larger);
        m_window->resize(size);
        open();
        setTextPixels(defaultTextPixels + larger);
        for (int step = 0; step <= transitionSteps; ++step) {
            QTest::keyClick(focused(), Qt::Key_PageDown);
            const QWidget *page = this->page();
            for (const QLabel *label : page->findChildren<QLabel *>())
                QTRY_VERIFY2(!label->isVisible() || label->height() >= label->heightForWidth(label->width()),
                    qPrintable(label->text()));
        }
    }

private:
    /// There are others in the window.
    AnimationPage *page() const
    {
        for (QWidget *around = find<FeedforwardToRnnView>(); around; around = around->parentWidget())
            if (auto *found = qobject_cast<AnimationPage *>(around))
                return found;
        return nullptr;
    }

    void open()
    {
        QTest::keyClick(m_window.get(), Qt::Key_L, Qt::ControlModifier);
        QVERIFY(page() && page()->isOpen());
    }
    QWidget *focused() const { return m_window->focusWidget() ? m_window->focusWidget() : m_window.get(); }
    QString text(const char *name) const { return m_window->findChild<QLabel *>(QLatin1String(name))->text(); }
};

UNFOLD_TEST(PageTest)
#include "page_test.moc"
