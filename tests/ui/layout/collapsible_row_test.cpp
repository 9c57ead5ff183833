// Controls that make way where there is no room for them.
#include "tests/support/test_program.h"
#include "ui/layout/collapsible_row.h"

#include <QHBoxLayout>
#include <QLabel>
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
        row->add(label);
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

    void aLongerTextMayNeedMoreThanThereIs()
    {
        QWidget bar;
        auto *layout = new QHBoxLayout(&bar);
        auto *row = new CollapsibleRow(0);
        auto *label = new QLabel(QStringLiteral("short"));
        row->add(label);
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
