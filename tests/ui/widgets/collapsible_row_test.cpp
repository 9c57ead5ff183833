// Controls that make way where there is no room for them.
#include "tests/support/test_program.h"
#include "ui/widgets/collapsible_row.h"
#include "ui/widgets/soft_button.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>

using namespace unfold;

class CollapsibleRowTest : public QObject
{
    Q_OBJECT

private slots:
    void controlsAreThereWholeOrNotAtAll()
    {
        QWidget bar;
        auto *layout = new QHBoxLayout(&bar);
        auto *fixed = new QLabel(QStringLiteral("always"));
        fixed->setMinimumWidth(200);
        auto *row = new CollapsibleRow(10);
        auto *label = new QLabel(QStringLiteral("where there is room"));
        row->add({label});
        layout->addWidget(fixed);
        layout->addWidget(row);
        bar.show();
        bar.resize(600, 40);
        QTRY_VERIFY(label->isVisible());
        QVERIFY(label->width() >= label->sizeHint().width());
        bar.resize(bar.minimumSizeHint());
        QTRY_VERIFY(!label->isVisible());
        QVERIFY(fixed->isVisible());
        bar.resize(600, 40);
        QTRY_VERIFY(label->isVisible());
    }

    void whatHasNoRoomIsBehindASign()
    {
        QWidget bar;
        auto *layout = new QHBoxLayout(&bar);
        auto *row = new CollapsibleRow(10);
        auto *control = new SoftButton;
        control->setText(QString(30, u'w'));
        row->add({control});
        layout->addWidget(row);
        bar.show();
        bar.resize(600, 40);
        QTRY_VERIFY(control->isVisible());
        QVERIFY(!row->overflowButton()->isVisible());
        bar.resize(bar.minimumSizeHint());
        QTRY_VERIFY(row->overflowButton()->isVisible());
        QVERIFY(row->rect().contains(row->overflowButton()->geometry()));
        QVERIFY(!control->isVisible());

        QSignalSpy pressed(control, &SoftButton::clicked);
        QTest::mouseClick(row->overflowButton(), Qt::LeftButton);
        QTRY_VERIFY(control->isVisible());
        QTest::mouseClick(control, Qt::LeftButton);
        QCOMPARE(pressed.size(), 1);
        QTest::keyClick(control->window(), Qt::Key_Escape);
        QTRY_VERIFY(!control->isVisible());
        bar.resize(600, 40);
        QTRY_VERIFY(control->isVisible()); // it is back
        QVERIFY(row->isAncestorOf(control));
    }

    void theFirstOnesMakeWayFirst()
    {
        QWidget bar;
        auto *layout = new QHBoxLayout(&bar);
        layout->setContentsMargins({});
        auto *row = new CollapsibleRow(0);
        auto *first = new QLabel(QString(30, u'w'));
        auto *second = new QLabel(QString(30, u'w'));
        row->add({first});
        row->add({second});
        layout->addWidget(row);
        bar.show();
        bar.resize(row->sizeHint().width(), 40);
        QTRY_VERIFY(first->isVisible() && second->isVisible());
        bar.resize(row->sizeHint().width() - 10, 40);
        QTRY_VERIFY(!first->isVisible());
        QVERIFY(second->isVisible() && row->overflowButton()->isVisible());
        bar.resize(bar.minimumSizeHint().width(), 40);
        QTRY_VERIFY(!second->isVisible());
        QVERIFY(row->overflowButton()->isVisible());
    }

    void nothingHiddenLeavesASign()
    {
        QWidget bar;
        auto *layout = new QHBoxLayout(&bar);
        auto *row = new CollapsibleRow(10);
        auto *control = new QLabel(QString(30, u'w'));
        row->add({control});
        layout->addWidget(row);
        control->hide();
        bar.show();
        bar.resize(bar.minimumSizeHint());
        QVERIFY(!row->overflowButton()->isVisible());
    }

    void aLongerTextMayNeedMoreThanThereIs()
    {
        QWidget bar;
        auto *layout = new QHBoxLayout(&bar);
        auto *row = new CollapsibleRow(0);
        auto *label = new QLabel(QStringLiteral("short"));
        row->add({label});
        layout->addWidget(row);
        layout->addStretch();
        bar.setFixedWidth(200);
        bar.show();
        QTRY_VERIFY(label->isVisible());
        label->setText(QString(100, u'w'));
        QTRY_VERIFY(!label->isVisible());
        label->setText(QStringLiteral("short again"));
        QTRY_VERIFY(label->isVisible());
    }
};

UNFOLD_TEST(CollapsibleRowTest)
#include "collapsible_row_test.moc"
