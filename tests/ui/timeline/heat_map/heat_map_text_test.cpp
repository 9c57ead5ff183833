// What the heat map says of the states of each circuit.
#include "core/circuit/catalogue.h"
#include "core/run/compute.h"
#include "tests/support/experiments.h"
#include "tests/support/test_program.h"
#include "ui/timeline/heat_map/heat_map_text.h"

#include <QTest>

using namespace unfold;

namespace {

struct Said {
    QString title;
    QString tip;
};

Said saidOf(const std::string &page, std::vector<std::string> names, Activation activation = Activation::Tanh)
{
    const Program program = compile(makeCircuit(page, {}, activation, 4), 8);
    std::vector<int> nodes;
    for (const std::string &name : names)
        nodes.push_back(program.circuit.indexOf(name));
    return {heatMapTitle(program, nodes, false), heatMapTip(program, nodes)};
}

} // namespace

class HeatMapTextTest : public QObject
{
    Q_OBJECT

private slots:
    void aCellStateIsCalledOneAndIsNotBounded()
    {
        const Said said = saidOf("lstm", {"s"});
        QVERIFY2(said.title.contains(QStringLiteral("Cell state s")), qPrintable(said.title));
        QVERIFY2(!said.tip.contains(QStringLiteral("tanh")), qPrintable(said.tip));
        QVERIFY2(!said.tip.contains(QStringLiteral("±1")), qPrintable(said.tip));
        const Said both = saidOf("lstm", {"s", "h"});
        QVERIFY2(both.title.contains(QStringLiteral("Cell state s")), qPrintable(both.title));
        QVERIFY2(both.title.contains(QStringLiteral("hidden state h")), qPrintable(both.title));
    }

    void aGatedStateIsAHiddenState()
    {
        const Said said = saidOf("gru", {"h"});
        QCOMPARE(said.title, QStringLiteral("Hidden state h"));
        QVERIFY2(said.tip.contains(QStringLiteral("gate")), qPrintable(said.tip));
    }

    void theTipFollowsTheActivation()
    {
        QVERIFY(saidOf("elman", {"h"}).tip.contains(QStringLiteral("±1")));
        QVERIFY(saidOf("elman", {"h"}, Activation::Sigmoid).tip.contains(QStringLiteral("sigmoid")));
        QVERIFY(saidOf("elman", {"h"}, Activation::Relu).tip.contains(QStringLiteral("relu")));
        const QString linear = saidOf("elman", {"h"}, Activation::Identity).tip;
        for (const char *word : {"tanh", "±1", "sigmoid", "relu"})
            QVERIFY2(!linear.contains(QString::fromUtf8(word)), qPrintable(linear));
    }

    void alikeStatesAreExplainedOnce()
    {
        const Said said = saidOf("bidirectional", {"h", "g"});
        QCOMPARE(said.title, QStringLiteral("Hidden states h and g"));
        QCOMPARE(said.tip.count(QStringLiteral("tanh")), 1);
    }

    void anotherNodeIsNoState()
    {
        const Said said = saidOf("elman", {"o"});
        QVERIFY2(!said.title.contains(QStringLiteral("state")), qPrintable(said.title));
        QVERIFY2(said.title.contains(QStringLiteral("o")), qPrintable(said.title));
    }
};

UNFOLD_GUILESS_TEST(HeatMapTextTest)
#include "heat_map_text_test.moc"
