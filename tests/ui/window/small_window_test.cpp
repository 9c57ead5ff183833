// The smallest window, 1024 × 700: nothing is cut, and every control is in reach.
#include "tests/support/experiments.h"
#include "tests/support/test_program.h"
#include "tests/support/window_fixture.h"
#include "ui/controls/transport_bar.h"
#include "ui/help/tour.h"
#include "ui/help/tour_card.h"
#include "ui/widgets/collapsible_row.h"
#include "ui/widgets/section_header.h"
#include "ui/widgets/soft_button.h"
#include "ui/window/view_actions.h"
#include "ui/window/window_state.h"

#include <QAbstractButton>
#include <QLabel>
#include <QLineEdit>
#include <QScreen>
#include <QScrollArea>
#include <QSlider>

using namespace unfold;

namespace {

constexpr QSize smallest(1024, 700);

QString nameOf(const QWidget *widget)
{
    return QLatin1String(widget->metaObject()->className()) + u' ' + widget->objectName() + u' '
        + widget->accessibleName();
}

bool scrolls(const QWidget *widget)
{
    for (const QWidget *around = widget->parentWidget(); around; around = around->parentWidget())
        if (qobject_cast<const QScrollArea *>(around))
            return true;
    return false;
}

bool isControl(const QWidget *widget)
{
    return qobject_cast<const QAbstractButton *>(widget) || qobject_cast<const QSlider *>(widget)
        || qobject_cast<const QLineEdit *>(widget);
}

} // namespace

class SmallWindowTest : public WindowFixture
{
    Q_OBJECT

private slots:
    void cleanup() { closeWindow(); }

    void nothingIsCut_data()
    {
        QTest::addColumn<int>("scene");
        for (int i = 0; i < static_cast<int>(readScenes().scenes.size()); ++i)
            QTest::addRow("scene %d", i + 1) << i;
    }
    void nothingIsCut()
    {
        QFETCH(int, scene);
        openWindow(smallest, readScenes().scenes.at(static_cast<size_t>(scene)).experiment);
        QTRY_COMPARE(m_window->size(), smallest);
        int looked = 0;
        for (const QWidget *widget : m_window->findChildren<QWidget *>()) {
            if (!widget->isVisible() || widget->window() != m_window.get() || !isControl(widget))
                continue;
            ++looked;
            // Sideways nothing scrolls; downwards the columns do.
            const QRect part = inWindow(widget);
            QVERIFY2(part.left() >= 0 && part.right() < smallest.width(), qPrintable(nameOf(widget)));
            QVERIFY2(
                scrolls(widget) || (part.top() >= 0 && part.bottom() < smallest.height()), qPrintable(nameOf(widget)));
            if (!qobject_cast<const QLineEdit *>(widget)) // which scrolls its text
                QVERIFY2(widget->width() >= widget->minimumSizeHint().width(), qPrintable(nameOf(widget)));
            const QWidget *parent = widget->parentWidget();
            QVERIFY2(parent->rect().contains(widget->geometry()), qPrintable(nameOf(widget)));
            for (const QObject *other : parent->children()) {
                const auto *beside = qobject_cast<const QWidget *>(other);
                if (!beside || beside == widget || !beside->isVisible() || !isControl(beside))
                    continue;
                QVERIFY2(!beside->geometry().intersects(widget->geometry()),
                    qPrintable(nameOf(widget) + QStringLiteral(" over ") + nameOf(beside)));
            }
        }
        QVERIFY(looked > 15);
    }

    void whatHasNoRoomInTheTopBarIsBehindASign()
    {
        openWindow(smallest);
        CollapsibleRow *row = find<TransportBar>()->leastNeeded();
        auto *exporting = m_window->findChild<SoftButton *>(QStringLiteral("export"));
        auto *speed = m_window->findChild<QSlider *>(QStringLiteral("speed"));
        QTRY_VERIFY(row->overflowButton()->isVisible() || exporting->isVisible());
        if (!exporting->isVisible()) {
            QTest::mouseClick(row->overflowButton(), Qt::LeftButton);
            QTRY_VERIFY(exporting->isVisible() && speed->isVisible());
            QTest::keyClick(exporting->window(), Qt::Key_Escape);
        }
        m_window->resize(1600, 900);
        QTRY_VERIFY(exporting->isVisible() && speed->isVisible() && !row->overflowButton()->isVisible());
    }

    void theTourStaysInside()
    {
        openWindow(smallest);
        auto *tour = new Tour(m_document.get(), m_window.get());
        tour->start();
        for (int step = 0; step < 5; ++step) {
            QTRY_VERIFY(tour->card()->isVisible());
            QCoreApplication::processEvents();
            QTRY_VERIFY2(m_window->rect().contains(inWindow(tour->card())), qPrintable(QString::number(step)));
            QTest::keyClick(m_window->findChild<QWidget *>(QStringLiteral("tourNext")), Qt::Key_Space);
        }
    }

    void itMakesWayForTheScreen()
    {
        openWindow({1456, 819});
        const QSize available = m_window->screen()->availableSize();
        QVERIFY(available.width() < 1456);
        m_window->fitScreen();
        const QSize fitting = firstSize({1456, 819}, available);
        QTRY_COMPARE(m_window->size(), fitting.expandedTo(m_window->minimumSizeHint()));
        QCOMPARE(m_window->height(), fitting.height());
        QVERIFY(!m_window->menu()->view()->inspectorAction()->isChecked()); // no room for three columns
    }

    void theFirstWindowFitsTheScreen_data()
    {
        QTest::addColumn<QSize>("available");
        QTest::newRow("1920 × 1080") << QSize(1920, 1040);
        QTest::newRow("1280 × 720") << QSize(1280, 720);
        QTest::newRow("1280 × 720 with a panel") << QSize(1280, 680);
        QTest::newRow("1920 × 1080 at 150 %") << QSize(1280, 693);
    }
    void theFirstWindowFitsTheScreen()
    {
        QFETCH(QSize, available);
        const QSize wanted(1456, 819);
        const QSize first = firstSize(wanted, available);
        QVERIFY(first.width() < available.width() && first.height() < available.height()); // there is a frame as well
        QVERIFY(first.width() <= wanted.width() && first.height() <= wanted.height());
        openWindow();
        QVERIFY2(m_window->minimumSizeHint().width() <= first.width(),
            qPrintable(QString::number(m_window->minimumSizeHint().width())));
        QVERIFY2(m_window->minimumSizeHint().height() <= first.height(),
            qPrintable(QString::number(m_window->minimumSizeHint().height())));
    }
};

UNFOLD_TEST(SmallWindowTest)
#include "small_window_test.moc"
