#include "tests/support/test_program.h"
#include "ui/widgets/scrubber.h"

#include "ui/style/theme.h"
#include "ui/widgets/soft_button.h"

#include <QAccessible>
#include <QSignalSpy>
#include <QTest>

using namespace unfold;

class ScrubberTest : public QObject
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
        m_scrubber = std::make_unique<Scrubber>(QStringLiteral("Unfolding"), 1000);
        m_scrubber->setMarks(
            {{0, QStringLiteral("folded")}, {0.4, QStringLiteral("the copies")}, {1, QStringLiteral("unrolled")}});
        m_scrubber->resize(700, m_scrubber->sizeHint().height());
        m_scrubber->show();
        m_scrubber->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_scrubber.get()));
        m_scrubber->setFocus();
    }

    void keysStepAndGoFromMarkToMark()
    {
        QSignalSpy moved(m_scrubber.get(), &Scrubber::phaseChanged);
        press(Qt::Key_Right);
        QCOMPARE(m_scrubber->phase(), Scrubber::step);
        press(Qt::Key_PageDown);
        QCOMPARE(m_scrubber->phase(), 0.4);
        press(Qt::Key_PageDown);
        QCOMPARE(m_scrubber->phase(), 1.0);
        press(Qt::Key_Right); // not beyond the end
        QCOMPARE(m_scrubber->phase(), 1.0);
        press(Qt::Key_PageUp);
        QCOMPARE(m_scrubber->phase(), 0.4);
        press(Qt::Key_Home);
        press(Qt::Key_Left);
        QCOMPARE(m_scrubber->phase(), 0.0);
        press(Qt::Key_End);
        QCOMPARE(m_scrubber->phase(), 1.0);
        QCOMPARE(moved.count(), 6);
    }

    void theMouseScrubsAndAMarksNameGoesThere()
    {
        const int y = m_scrubber->findChild<SoftButton *>()->geometry().center().y();
        const auto at = [&](double phase) { return QPoint(qRound(m_scrubber->xOf(phase)), y); };
        QTest::mousePress(m_scrubber.get(), Qt::LeftButton, {}, at(0.25));
        QVERIFY(std::abs(m_scrubber->phase() - 0.25) < 0.002);
        QTest::mouseMove(m_scrubber.get(), at(0.75));
        QVERIFY(std::abs(m_scrubber->phase() - 0.75) < 0.002);
        QTest::mouseMove(m_scrubber.get(), QPoint(2000, y));
        QCOMPARE(m_scrubber->phase(), 1.0);
        QTest::mouseRelease(m_scrubber.get(), Qt::LeftButton, {}, at(1));
        QTest::mouseMove(m_scrubber.get(), at(0.1)); // no longer held
        QCOMPARE(m_scrubber->phase(), 1.0);
        QTest::mouseClick(m_scrubber.get(), Qt::LeftButton, {}, m_scrubber->nameBox(1).center().toPoint());
        QCOMPARE(m_scrubber->phase(), 0.4);
    }

    void itPlaysOnlyWhereAskedAndStopsAtTheEnd()
    {
        m_scrubber->advance(500);
        QCOMPARE(m_scrubber->phase(), 0.0);
        press(Qt::Key_Space);
        QVERIFY(m_scrubber->playing());
        m_scrubber->advance(50);
        const double before = m_scrubber->phase();
        QVERIFY(before >= 0.05);
        for (int i = 0; i < 10; ++i) // a long frame counts as a short one
            m_scrubber->advance(1e9);
        QCOMPARE(m_scrubber->phase(), 1.0);
        QVERIFY(!m_scrubber->playing());
        press(Qt::Key_Space); // from the start again
        QVERIFY(m_scrubber->playing());
        QVERIFY(m_scrubber->phase() < 0.5);
    }

    void itPlaysByItsClock()
    {
        m_scrubber->play();
        QTRY_COMPARE(m_scrubber->phase(), 1.0);
    }

    void aHandOnItPauses()
    {
        m_scrubber->play();
        press(Qt::Key_Right);
        QVERIFY(!m_scrubber->playing());
        QTest::mouseClick(m_scrubber->findChild<SoftButton *>(), Qt::LeftButton);
        QVERIFY(m_scrubber->playing());
        QTest::mouseClick(m_scrubber->findChild<SoftButton *>(), Qt::LeftButton);
        QVERIFY(!m_scrubber->playing());
    }

    void aScreenReaderHearsWhereItStands()
    {
        QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(m_scrubber.get());
        QCOMPARE(spoken->role(), QAccessible::Slider);
        QCOMPARE(spoken->text(QAccessible::Name), QStringLiteral("Unfolding"));
        m_scrubber->moveTo(0.42);
        QCOMPARE(spoken->text(QAccessible::Value), QStringLiteral("42 %, the copies"));
        spoken->valueInterface()->setCurrentValue(0.5);
        QCOMPARE(m_scrubber->phase(), 0.5);
    }

    void namesOfMarksNeverOverlap()
    {
        std::vector<ScrubberMark> close;
        for (int i = 0; i <= 20; ++i)
            close.push_back({i / 20.0, QStringLiteral("a name of some length")});
        m_scrubber->setMarks(close);
        QRectF last;
        int shown = 0;
        for (size_t i = 0; i < close.size(); ++i) {
            const QRectF box = m_scrubber->nameBox(i);
            if (box.isNull())
                continue;
            QVERIFY(!box.intersects(last));
            QVERIFY(QRectF(m_scrubber->rect()).contains(box));
            last = box;
            ++shown;
        }
        QVERIFY(shown >= 3 && shown < 21);
        QVERIFY(!m_scrubber->nameBox(close.size() - 1).isNull());
    }

private:
    void press(int key) { QTest::keyClick(m_scrubber.get(), Qt::Key(key)); }

    std::unique_ptr<Scrubber> m_scrubber;
};

UNFOLD_TEST(ScrubberTest)
#include "scrubber_test.moc"
