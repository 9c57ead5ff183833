// A delay is read and typed as a step.
#include "tests/support/test_program.h"
#include "ui/editor/delay_box.h"

#include <QTest>

using namespace unfold;

class DelayBoxTest : public QObject
{
    Q_OBJECT

private slots:
    void isShownAsAStep()
    {
        DelayBox box;
        for (const auto &[delay, text] : {std::pair(0, "t"), std::pair(2, "t − 2"), std::pair(-1, "t + 1")}) {
            box.setValue(delay);
            QCOMPARE(box.text(), QString::fromUtf8(text));
        }
    }

    void isTyped_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("delay");
        QTest::newRow("step") << "t - 2" << 2;
        QTest::newRow("ahead") << "t+3" << -3;
        QTest::newRow("number") << "2" << 2;
        QTest::newRow("negative number") << "-1" << -1;
        QTest::newRow("the same step") << "t" << 0;
        QTest::newRow("too far") << "9" << 1; // refused while it is typed: what was there stays
        QTest::newRow("words") << "soon" << 1;
    }

    void isTyped()
    {
        QFETCH(QString, text);
        QFETCH(int, delay);
        DelayBox box;
        box.setValue(1);
        box.selectAll();
        QTest::keyClicks(&box, text);
        QTest::keyClick(&box, Qt::Key_Return);
        QCOMPARE(box.value(), delay);
    }

    void aLongerDelayOfAFileIsShown()
    {
        DelayBox box;
        box.showDelay(7);
        QCOMPARE(box.text(), QStringLiteral("t − 7"));
        box.showDelay(1);
        QCOMPARE(box.maximum(), 3);
    }
};

UNFOLD_TEST(DelayBoxTest)
#include "delay_box_test.moc"
