// The sentence on a refused loop names its arrows, its steps and how to mend it.
#include "ui/editor/loop_text.h"

#include "core/circuit/order.h"
#include "tests/core/circuit/small_circuits.h"
#include "tests/support/numbers_in.h"
#include "tests/support/test_program.h"

using namespace unfold;

namespace {

QString refusedText(const Circuit &circuit)
{
    try {
        orderInTime(circuit);
    } catch (const LoopError &error) {
        return loopText(error, circuit);
    }
    return {};
}

} // namespace

class LoopTextTest : public QObject
{
    Q_OBJECT

private slots:
    void itselfAtTheSameStep()
    {
        const QString text = refusedText({"", {state("h", {reads("h", 1), reads("h")})}});
        QVERIFY2(text.contains(QStringLiteral("h reads itself")), qPrintable(text));
        QVERIFY(text.contains(QStringLiteral("depend on itself")) && text.contains(QStringLiteral("a delay")));
    }

    void eachArrowOnce()
    {
        const QString text = refusedText({"",
            {inputNode("x"), state("a", {gatedBy("c", reads("x"))}), state("b", {reads("a")}),
                state("c", {reads("b")})}});
        for (const char *arrow : {"b reads a", "c reads b", "a reads c"})
            QCOMPARE(text.count(QLatin1String(arrow)), 1);
    }

    void throughPastAndFuture()
    {
        const QString text = refusedText({"", {state("h", {reads("g", 2)}), state("g", {reads("h", -1)})}});
        QCOMPARE(test::numbersIn(text), QList<double>{2});
        QVERIFY(text.contains(QStringLiteral("g reads h one step ahead")));
        QVERIFY(text.contains(QStringLiteral("the same direction")));
    }
};

UNFOLD_GUILESS_TEST(LoopTextTest)
#include "loop_text_test.moc"
