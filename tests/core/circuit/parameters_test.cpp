#include "core/circuit/catalogue.h"
#include "core/circuit/input_error.h"
#include "core/circuit/parameters.h"
#include "tests/core/circuit/small_circuits.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace unfold;

namespace {

/// "W 3×3 recurrent, b 3"
QString written(const Circuit &circuit)
{
    QStringList all;
    for (const ParameterInfo &p : parametersOf(circuit)) {
        QString one = QString::fromStdString(p.name) + ' ' + QString::number(p.rows);
        if (!p.bias)
            one += QString::fromUtf8("×") + QString::number(p.cols);
        all << one + (p.recurrent ? " recurrent" : "");
    }
    return all.join(", ");
}

QString refusal(const Circuit &circuit)
{
    try {
        parametersOf(circuit);
    } catch (const InputError &e) {
        return QString::fromStdString(e.place + " # " + e.wrong);
    }
    return "accepted";
}

} // namespace

class ParametersTest : public QObject
{
    Q_OBJECT

private slots:
    void catalogue_data()
    {
        QTest::addColumn<QString>("parameters");
        QTest::newRow("feed-forward") << "b 3, U 3×2, c 4, V 4×3";
        QTest::newRow("driven") << "b 3, W 3×3 recurrent, U 3×2";
        QTest::newRow("elman") << "b 3, W 3×3 recurrent, U 3×2, c 4, V 4×3";
        QTest::newRow("jordan") << "b 3, W 3×4 recurrent, U 3×2, c 4, V 4×3";
        QTest::newRow("bidirectional")
            << "b 3, W 3×3 recurrent, U 3×2, b_g 3, W_g 3×3 recurrent, U_g 3×2, c 4, V 4×3, V_g 4×3";
        QTest::newRow("lstm") << "b_f 3, W_f 3×3 recurrent, U_f 3×2, b_i 3, W_i 3×3 recurrent, U_i 3×2, "
                                 "b_q 3, W_q 3×3 recurrent, U_q 3×2, b_k 3, W_k 3×3 recurrent, U_k 3×2, c 4, V 4×3";
        QTest::newRow("gru") << "b_z 3, W_z 3×3 recurrent, U_z 3×2, b_r 3, W_r 3×3 recurrent, U_r 3×2, "
                                "d 3, W_k 3×3 recurrent, b_k 3, U_k 3×2, c 4, V 4×3";
        QTest::newRow("gru-reset-before") << "b_z 3, W_z 3×3 recurrent, U_z 3×2, b_r 3, W_r 3×3 recurrent, U_r 3×2, "
                                             "b_k 3, U_k 3×2, W_k 3×3 recurrent, c 4, V 4×3";
        QTest::newRow("encoder-decoder")
            << "b 3, W 3×3 recurrent, U 3×2, b_s 3, W_s 3×3 recurrent, U_s 3×4, c 4, V 4×3";
        QTest::newRow("deep") << "b1 3, W1 3×3 recurrent, U1 3×2, b2 3, W2 3×3 recurrent, U2 3×3, c 4, V 4×3";
        QTest::newRow("context") << "b 3, W 3×3 recurrent, R 3×2, c 4, V 4×3";
        QTest::newRow("leaky") << "b_z 3, b 3, W 3×3 recurrent, U 3×2, c 4, V 4×3";
    }
    void catalogue()
    {
        QFETCH(QString, parameters);
        const Sizes sizes = QLatin1String(QTest::currentDataTag()) == QLatin1String("driven")
            ? Sizes{{"x", 2}, {"h", 3}}
            : Sizes{{"x", 2}, {"h", 3}, {"o", 4}};
        QCOMPARE(written(makeCircuit(QTest::currentDataTag(), sizes)), parameters);
    }

    void autonomousHasOneMatrix()
    {
        QCOMPARE(written(makeCircuit("autonomous", {{"s", 5}})), QString::fromUtf8("W 5×5 recurrent"));
    }
    void aTermMayOverruleTheLoops()
    {
        Circuit circuit{"", {inputNode("x"), state("h", {reads("h", 1, "W"), reads("x", 0, "U")})}};
        circuit.nodes[1].terms[0].recurrent = false;
        circuit.nodes[1].terms[1].recurrent = true;
        QCOMPARE(written(circuit), QString::fromUtf8("W 2×2, U 2×2 recurrent"));
    }
    void aDelayOffTheLoopIsNotRecurrent()
    {
        const Circuit circuit{"", {inputNode("x"), state("h", {reads("x", 1, "U")})}};
        QCOMPARE(written(circuit), QString::fromUtf8("U 2×2"));
    }
    void recurrentInOneTermIsRecurrent()
    {
        const Circuit circuit{"", {inputNode("x"), state("h", {reads("x", 0, "W"), reads("h", 1, "W")})}};
        QCOMPARE(written(circuit), QString::fromUtf8("W 2×2 recurrent"));
    }
    void indexByName()
    {
        const auto parameters = parametersOf(makeCircuit("elman", {}));
        QCOMPARE(indexOf(parameters, "U"), 2);
        QCOMPARE(indexOf(parameters, "Q"), -1);
    }

    void refusesTwoShapes()
    {
        const Circuit circuit{"", {inputNode("x", 3), state("h", {reads("x", 0, "W"), reads("h", 1, "W")})}};
        QCOMPARE(refusal(circuit),
            QString::fromUtf8(
                "circuit.nodes[1].terms[1].parameter # \"W\" is a matrix of 2 × 2 here and a matrix of 2 × 3 before"));
    }
    void refusesBiasAndMatrix()
    {
        Circuit circuit{"", {state("h", {reads("h", 1, "W")})}};
        circuit.nodes[0].bias = "W";
        QCOMPARE(refusal(circuit),
            QString::fromUtf8(
                "circuit.nodes[0].terms[0].parameter # \"W\" is a matrix of 2 × 2 here and a bias of size 2 before"));
        circuit.nodes.push_back(state("g", {}, 3));
        circuit.nodes[0].bias = circuit.nodes[1].bias = "b";
        QCOMPARE(
            refusal(circuit), "circuit.nodes[1].bias # \"b\" is a bias of size 3 here and a bias of size 2 before");
    }
};

UNFOLD_GUILESS_TEST(ParametersTest)
#include "parameters_test.moc"
