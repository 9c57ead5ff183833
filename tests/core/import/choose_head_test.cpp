// The output layer among layers of the same width.
#include "core/import/choose_head.h"

#include "tests/core/import/support.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace unfold;
using namespace unfold::test;

namespace {

constexpr HeadPlace place{8, 8};

/// Weights of eight columns in this order; "+b": with a bias.
Arrays arraysOf(const QByteArrayList &names)
{
    Arrays arrays;
    for (const QByteArray &name : names) {
        const bool bias = name.endsWith("+b");
        const std::string weight = name.left(name.size() - (bias ? 2 : 0)).toStdString();
        const bool recurrent = weight.find("_l0") != std::string::npos;
        const std::size_t at = arrays.size();
        arrays[weight] = {{recurrent ? 32 : 5, 8}, {}, {}, at};
        if (bias)
            arrays[biasNameOf(weight)] = {{5}, {}, {}, at + 1};
    }
    return arrays;
}

} // namespace

class ChooseHeadTest : public QObject
{
    Q_OBJECT

private slots:
    void theOneBehindTheRecurrentLayer_data()
    {
        QTest::addColumn<QByteArrayList>("names");
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<int>("others");
        const auto row = [](const char *name, const QByteArrayList &names, const char *head, int others) {
            QTest::newRow(name) << names << QByteArray(head) << others;
        };
        row("alone", {"rnn.weight_hh_l0", "fc.weight+b"}, "fc.weight", 0);
        row("attention before it", {"rnn.weight_hh_l0", "attn.weight+b", "fc.weight+b"}, "fc.weight", 1);
        row("attention behind it", {"rnn.weight_hh_l0", "fc.weight+b", "attention.weight+b"}, "fc.weight", 1);
        row("attention without a bias", {"rnn.weight_hh_l0", "attn.weight", "out.weight"}, "out.weight", 1);
        row("an embedding", {"embedding.weight", "rnn.weight_hh_l0", "fc.weight"}, "fc.weight", 0);
        row("an embedding called encoder", {"encoder.weight", "rnn.weight_hh_l0", "decoder.weight"}, "decoder.weight",
            1);
        row("an embedding without a telling name", {"tokens.weight", "rnn.weight_hh_l0", "a.weight"}, "a.weight", 1);
        row("a projection in front", {"proj.weight+b", "rnn.weight_hh_l0", "fc.weight+b"}, "fc.weight", 1);
        row("two heads", {"rnn.weight_hh_l0", "mean.weight+b", "deviation.weight+b"}, "deviation.weight", 1);
        row("in the order of the alphabet", {"attn.weight+b", "fc.weight+b", "rnn.weight_hh_l0"}, "fc.weight", 1);
        row("none", {"rnn.weight_hh_l0"}, "", 0);
    }
    void theOneBehindTheRecurrentLayer()
    {
        QFETCH(QByteArrayList, names);
        const HeadChoice choice = chooseHead(arraysOf(names), place, {});
        QTEST(QByteArray::fromStdString(choice.name), "head");
        QTEST(static_cast<int>(choice.others.size()), "others");
    }

    void aPersonDecides()
    {
        const Arrays arrays = arraysOf({"rnn.weight_hh_l0", "mean.weight+b", "deviation.weight+b"});
        QCOMPARE(chooseHead(arrays, place, "mean.weight").name, std::string("mean.weight"));
        QCOMPARE(chooseHead(arrays, place, "mean").name, std::string("mean.weight"));
        QVERIFY(chooseHead(arrays, place, "none").name.empty());
        QVERIFY(chooseHead(arrays, place, "mean").others.empty());
        const QByteArray said = refusal([&] { chooseHead(arrays, place, "fc"); });
        QVERIFY2(said.contains("one of deviation.weight, mean.weight, or none"), said.constData());
        QVERIFY(refusal([&] { chooseHead(arrays, place, "mean.bias"); }).startsWith("mean.bias: the shape is 5"));
    }
};

UNFOLD_GUILESS_TEST(ChooseHeadTest)
#include "choose_head_test.moc"
