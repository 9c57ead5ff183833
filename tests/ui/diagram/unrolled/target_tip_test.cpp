// The tip of a target: which class, which entry, and from where each is counted.
#include "tests/support/experiments.h"
#include "tests/support/test_program.h"
#include "ui/diagram/unrolled/target_tip.h"

#include <QTest>

using namespace unfold;

class TargetTipTest : public QObject
{
    Q_OBJECT

private slots:
    void aClassIsNamedWithItsEntry()
    {
        Experiment experiment = test::elmanOver(8);
        experiment.loss->classes = {1};
        const Document document(experiment);
        const QString tip = targetTip(*document.result(), 8);
        QVERIFY2(tip.contains(QStringLiteral("class 1")), qPrintable(tip));
        QVERIFY2(tip.contains(QStringLiteral("entry 2 of o")), qPrintable(tip));
        QVERIFY2(tip.contains(QStringLiteral("from 0")) && tip.contains(QStringLiteral("from 1")), qPrintable(tip));
        QVERIFY(targetTip(*document.result(), 7).isEmpty());
    }

    void aVectorIsNoClass()
    {
        const Document document(test::elmanOverWave(8, 3));
        const QString tip = targetTip(*document.result(), 3);
        QVERIFY2(tip.contains(QStringLiteral("3")) && !tip.contains(QStringLiteral("class")), qPrintable(tip));
    }
};

UNFOLD_GUILESS_TEST(TargetTipTest)
#include "target_tip_test.moc"
