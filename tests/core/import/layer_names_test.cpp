#include "core/import/layer_names.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace unfold;

class LayerNamesTest : public QObject
{
    Q_OBJECT

private slots:
    void names_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("found"); // prefix|kind|layer|direction; empty: none
        const auto row = [](const char *name, const char *found) { QTest::newRow(name) << name << found; };
        row("weight_hh_l0", "|weight_hh|0|");
        row("rnn.weight_ih_l0_reverse", "rnn.|weight_ih|0|reverse");
        row("model.encoder.bias_hh_l12", "model.encoder.|bias_hh|12|");
        row("cell.bias_ih", "cell.|bias_ih|0|");
        row("lstm.weight_hr_l0", "lstm.|weight_hr|0|");
        for (const char *other : {"fc.weight", "weight_hh_l", "weight_hh_lx", "weight_hh_l0_forward", "weight_hh_l-1",
                 "weight_hh_l99999999999", "weight_hh_l0.weight", "xweight_hh_l0", "", ".", "weight_hh_reverse"})
            row(other, "");
    }
    void names()
    {
        QFETCH(QString, name);
        QFETCH(QString, found);
        const auto parsed = layerArrayName(name.toStdString());
        if (found.isEmpty()) {
            QVERIFY(!parsed);
            return;
        }
        QVERIFY(parsed);
        QCOMPARE(QStringLiteral("%1|%2|%3|%4")
                     .arg(QString::fromStdString(parsed->prefix), QString::fromStdString(parsed->kind))
                     .arg(parsed->layer)
                     .arg(parsed->reverse ? "reverse" : ""),
            found);
        QCOMPARE(parsed->sibling(parsed->kind), name.toStdString());
    }

    void siblingsKeepLayerAndDirection()
    {
        QCOMPARE(layerArrayName("a.weight_hh_l0_reverse")->sibling("bias_ih"), std::string("a.bias_ih_l0_reverse"));
        QCOMPARE(layerArrayName("weight_hh")->sibling("bias_ih"), std::string("bias_ih"));
    }
};

UNFOLD_GUILESS_TEST(LayerNamesTest)
#include "layer_names_test.moc"
