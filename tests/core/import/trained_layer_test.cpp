#include "core/import/trained_network.h"

#include "tests/core/import/support.h"
#include "tests/support/test_program.h"

#include <QTest>

#include <cmath>

using namespace unfold;
using namespace unfold::test;

namespace {

Array filled(std::vector<std::int64_t> shape, double value = 0.5)
{
    Array array{std::move(shape), {}, {}};
    array.values.assign(entriesOf(array.shape), value);
    return array;
}

/// An nn.LSTM, input 4, hidden 3, with a head of 2.
Arrays lstm()
{
    return {{"rnn.weight_ih_l0", filled({12, 4})}, {"rnn.weight_hh_l0", filled({12, 3})},
        {"rnn.bias_ih_l0", filled({12})}, {"rnn.bias_hh_l0", filled({12})}, {"fc.weight", filled({2, 3})},
        {"fc.bias", filled({2})}};
}

TrainedLayer findTrainedLayer(const Arrays &arrays)
{
    return findTrainedNetwork(arrays).layers.front();
}

} // namespace

class TrainedLayerTest : public QObject
{
    Q_OBJECT

private slots:
    void theCellIsFoundByItsShape()
    {
        for (const auto &[kind, blocks] : {std::pair{CellKind::Rnn, 1}, {CellKind::Gru, 3}, {CellKind::Lstm, 4}}) {
            const TrainedLayer layer = findTrainedLayer(
                {{"weight_ih_l0", filled({blocks * 5, 2})}, {"weight_hh_l0", filled({blocks * 5, 5})}});
            QCOMPARE(layer.kind, kind);
            QCOMPARE(layer.lanes.front().hidden(), 5);
            QCOMPARE(layer.lanes.front().input(), 2);
            QVERIFY(!layer.hasBias);
            QVERIFY(layer.lanes.front().biasHh.isZero());
            QVERIFY(!layer.head);
        }
    }

    void theHeadIsFoundByItsWidth()
    {
        QCOMPARE(findTrainedLayer(lstm()).head->names, (std::vector<std::string>{"fc.weight", "fc.bias"}));
        Arrays arrays = lstm();
        arrays["embedding.weight"] = filled({9, 3});
        arrays["aaa.weight"] = filled({7, 3}); // without a bias
        arrays["bbb.weight"] = filled({3});
        QCOMPARE(findTrainedLayer(arrays).head->names.front(), std::string("fc.weight"));
        QCOMPARE(findTrainedNetwork(arrays).otherHeads, std::vector<std::string>{"aaa.weight"});
        arrays.erase("fc.bias");
        QCOMPARE(findTrainedLayer(arrays).head->names, std::vector<std::string>{"fc.weight"});
        QVERIFY(findTrainedLayer(arrays).head->bias.isZero());
        arrays["weight"] = filled({2, 3});
        arrays["bias"] = filled({2});
        QCOMPARE(findTrainedLayer(arrays).head->names.front(), std::string("weight"));
    }

    void mistakes_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QList<int>>("shape"); // empty: the array is taken away
        QTest::addColumn<QByteArray>("sentence");
        QTest::newRow("no square") << QByteArray("rnn.weight_hh_l0") << QList{12, 5}
                                   << QByteArray("rnn.weight_hh_l0: the shape is 12 × 5; expected 1, 3 or 4 times as "
                                                 "many rows as columns, for nn.RNN, nn.GRU or nn.LSTM");
        QTest::newRow("two blocks") << QByteArray("rnn.weight_hh_l0") << QList{6, 3}
                                    << QByteArray("rnn.weight_hh_l0: the shape is 6 × 3; expected 1, 3 or 4 times");
        QTest::newRow("a vector") << QByteArray("rnn.weight_hh_l0") << QList{12}
                                  << QByteArray("rnn.weight_hh_l0: the shape is 12; expected 1, 3 or 4 times");
        QTest::newRow("no columns") << QByteArray("rnn.weight_hh_l0") << QList{12, 0}
                                    << QByteArray("rnn.weight_hh_l0: the shape is 12 × 0; expected 1, 3 or 4 times");
        QTest::newRow("other rows") << QByteArray("rnn.weight_ih_l0") << QList{9, 4}
                                    << QByteArray("rnn.weight_ih_l0: the shape is 9 × 4; expected 12 × 4");
        QTest::newRow("no matrix") << QByteArray("rnn.weight_ih_l0") << QList{12}
                                   << QByteArray(
                                          "rnn.weight_ih_l0: the shape is 12; expected 12 × (size of the input)");
        QTest::newRow("without input") << QByteArray("rnn.weight_ih_l0") << QList<int>{}
                                       << QByteArray(
                                              "rnn.weight_ih_l0: it is missing; expected it beside rnn.weight_hh_l0");
        QTest::newRow("bias") << QByteArray("rnn.bias_hh_l0") << QList{13}
                              << QByteArray("rnn.bias_hh_l0: the shape is 13; expected 12");
        QTest::newRow("head's bias") << QByteArray("fc.bias") << QList{3}
                                     << QByteArray("fc.bias: the shape is 3; expected 2");
        QTest::newRow("projection") << QByteArray("rnn.weight_hr_l0") << QList{2, 3}
                                    << QByteArray("rnn.weight_hr_l0: the layer has a projection (proj_size)");
        QTest::newRow("half of the other direction")
            << QByteArray("rnn.weight_hh_l0_reverse") << QList{12, 3}
            << QByteArray("rnn.weight_ih_l0_reverse: it is missing; expected it beside rnn.weight_hh_l0_reverse");
        QTest::newRow("the other half") << QByteArray("rnn.weight_ih_l0_reverse") << QList{12, 4}
                                        << QByteArray("rnn.weight_hh_l0_reverse: it is missing");
        QTest::newRow("nothing recurrent")
            << QByteArray("rnn.weight_hh_l0") << QList<int>{}
            << QByteArray("none of its arrays is recurrent: fc.bias, fc.weight, rnn.bias_hh_l0, rnn.bias_ih_l0, "
                          "rnn.weight_ih_l0; expected the names that PyTorch gives");
        QTest::newRow("too large") << QByteArray("fc.weight") << QList{1'000'000, 3}
                                   << QByteArray(
                                          "fc.weight: the layers and the head have more than 2.5 million numbers");
    }
    void mistakes()
    {
        QFETCH(QByteArray, name);
        QFETCH(QList<int>, shape);
        QFETCH(QByteArray, sentence);
        Arrays arrays = lstm();
        if (shape.isEmpty())
            arrays.erase(name.toStdString());
        else
            arrays[name.toStdString()] = filled({shape.begin(), shape.end()});
        const QByteArray said = refusal([&] { findTrainedLayer(arrays); });
        QVERIFY2(said.startsWith(sentence), said.constData());
    }

    void numbersHaveToBeThereAndFinite()
    {
        Arrays arrays = lstm();
        arrays["rnn.weight_ih_l0"].values[9] = NAN;
        QCOMPARE(refusal([&] { findTrainedLayer(arrays); }),
            QByteArray("rnn.weight_ih_l0[2][1]: the number is not finite; expected a finite number"));
        arrays = lstm();
        arrays["rnn.bias_ih_l0"].values[9] = INFINITY;
        QVERIFY(refusal([&] { findTrainedLayer(arrays); }).startsWith("rnn.bias_ih_l0[9]: "));
        arrays = lstm();
        arrays["rnn.weight_hh_l0"] = {{12, 3}, {}, "holds Python objects, which are never read"};
        QVERIFY(refusal([&] {
            findTrainedLayer(arrays);
        }).startsWith("rnn.weight_hh_l0: it holds Python objects, which are never read; expected float16"));
    }

    void nothingAtAll()
    {
        QVERIFY(
            refusal([] { findTrainedLayer({}); }).startsWith("there are no arrays in the file; expected the names"));
        Arrays many;
        for (int i = 0; i < 20; ++i)
            many["array" + std::to_string(i)] = filled({1});
        QVERIFY(refusal([&] { findTrainedLayer(many); }).contains(" and 14 others; expected"));
    }
};

UNFOLD_GUILESS_TEST(TrainedLayerTest)
#include "trained_layer_test.moc"
