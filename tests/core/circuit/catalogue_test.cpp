#include "core/circuit/catalogue.h"
#include "core/circuit/input_error.h"
#include "tests/support/test_program.h"

#include <QTest>

#include <set>

using namespace unfold;

class CatalogueTest : public QObject
{
    Q_OBJECT

private slots:
    void everyPageIsThere()
    {
        QStringList names;
        for (const CatalogueEntry &entry : catalogue())
            names << QString::fromStdString(entry.name);
        QCOMPARE(names,
            (QStringList{"feed-forward", "autonomous", "driven", "elman", "jordan", "bidirectional", "lstm", "gru",
                "gru-reset-before", "encoder-decoder", "lstm-encoder-decoder", "deep", "context", "leaky"}));
    }
    void everyPageSaysWhatItIs()
    {
        for (const CatalogueEntry &entry : catalogue()) {
            QVERIFY(!entry.title.empty());
            QVERIFY(!entry.lesson.empty());
            QCOMPARE(catalogueEntry(entry.name), &entry);
            const Circuit circuit = makeCircuit(entry.name, {});
            QCOMPARE(circuit.name, entry.name);
            std::set<std::pair<double, double>> places;
            for (const Node &node : circuit.nodes) {
                QVERIFY(node.place.has_value());
                places.insert({node.place->lane, node.place->column});
            }
            QCOMPARE(places.size(), circuit.nodes.size()); // no two nodes at one place
        }
        QCOMPARE(catalogueEntry("hopfield"), nullptr);
    }
    void everySizeKeyIsUnderstood()
    {
        for (const CatalogueEntry &entry : catalogue())
            for (const auto &[key, role] : entry.sizes) {
                const Circuit circuit = makeCircuit(entry.name, {{key, 7}});
                const std::string node = entry.layers && key == "h" ? "h1" : key;
                QCOMPARE(circuit.nodes.at(circuit.indexOf(node)).size, 7);
            }
    }
    void missingSizesHaveDefaults()
    {
        const Circuit circuit = makeCircuit("encoder-decoder", {{"h", 3}, {"o", 6}});
        const auto size = [&](const char *name) { return circuit.nodes[circuit.indexOf(name)].size; };
        QCOMPARE(size("x"), 4);
        QCOMPARE(size("s"), 3);
        QCOMPARE(size("y"), 6);
        const Circuit plain = makeCircuit("elman", {});
        QCOMPARE(plain.nodes[1].size, 8);
        QCOMPARE(plain.nodes[2].size, 4);
    }
    void phiIsThatOfThePageAndGatesKeepTheirs()
    {
        QCOMPARE(makeCircuit("elman", {}, Activation::Relu).nodes[1].activation, Activation::Relu);
        const Circuit lstm = makeCircuit("lstm", {}, Activation::Relu);
        QCOMPARE(lstm.nodes[lstm.indexOf("f")].activation, Activation::Sigmoid);
        QCOMPARE(lstm.nodes[lstm.indexOf("k")].activation, Activation::Tanh);
    }
    void theEncoderEndsWhereTheDecoderBegins()
    {
        const Circuit circuit = makeCircuit("encoder-decoder", {}, Activation::Tanh, 3);
        QCOMPARE(circuit.nodes[circuit.indexOf("h")].span.in(5), (StepRange{1, 3}));
        QCOMPARE(circuit.nodes[circuit.indexOf("s")].span.in(5), (StepRange{4, 5}));
    }

    void layersAreStacked()
    {
        const Circuit circuit = makeCircuit("deep", {{"h", 3}}, Activation::Relu, 1, 4);
        QStringList nodes;
        for (const Node &node : circuit.nodes)
            nodes << QString::fromStdString(node.name);
        QCOMPARE(nodes, (QStringList{"x", "h1", "h2", "h3", "h4", "o"}));
        QCOMPARE(circuit.nodes[3].terms[1].source, std::string("h2"));
        QCOMPARE(circuit.nodes[3].terms[1].parameter, std::string("U3"));
        QCOMPARE(circuit.nodes[4].activation, Activation::Relu);
        QCOMPARE(circuit.nodes[5].terms[0].source, std::string("h4"));
        for (const int layers : {1, 9})
            QVERIFY_THROWS_EXCEPTION(InputError, makeCircuit("deep", {}, Activation::Tanh, 1, layers));
    }
    void oneVectorIsReadAtEveryStep()
    {
        const Circuit circuit = makeCircuit("context", {{"x", 5}});
        QCOMPARE(circuit.nodes[0].span.in(4), (StepRange{1, 1}));
        QCOMPARE(circuit.nodes[circuit.indexOf("k")].size, 5);
        QCOMPARE(circuit.nodes[circuit.indexOf("k")].terms[0].parameter, std::string());
    }
    void theSecondCellStartsFromTheFirst()
    {
        const Circuit circuit = makeCircuit("lstm-encoder-decoder", {{"h", 2}}, Activation::Tanh, 3);
        const Node &s2 = circuit.nodes[circuit.indexOf("s2")];
        QCOMPARE(s2.span.in(6), (StepRange{4, 6}));
        QCOMPARE(s2.terms[1].source, std::string("s"));
        QCOMPARE(s2.terms[1].gate, std::string("f2"));
        QCOMPARE(circuit.nodes[circuit.indexOf("k2")].terms[1].recurrent, std::optional(true));
    }

    void refused_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("key");
        QTest::addColumn<int>("size");
        QTest::addColumn<QString>("message");
        QTest::newRow("unknown name")
            << "hopfield"
            << "" << 0
            << "circuit.name: no circuit is called \"hopfield\"; expected one of feed-forward, "
               "autonomous, driven, elman, jordan, bidirectional, lstm, gru, "
               "gru-reset-before, encoder-decoder, lstm-encoder-decoder, deep, context, leaky";
        QTest::newRow("unknown key") << "driven"
                                     << "o" << 3
                                     << "circuit.sizes.o: the circuit driven has no such size; expected one of x, h";
        QTest::newRow("size 0") << "elman"
                                << "h" << 0 << "circuit.sizes.h: the size is 0; expected 1 or more";
    }
    void refused()
    {
        QFETCH(QString, name);
        QFETCH(QString, key);
        QFETCH(int, size);
        QFETCH(QString, message);
        const Sizes sizes = key.isEmpty() ? Sizes{} : Sizes{{key.toStdString(), size}};
        try {
            makeCircuit(name.toStdString(), sizes);
            QFAIL("accepted");
        } catch (const InputError &e) {
            QCOMPARE(QString::fromUtf8(e.what()), message);
        }
    }
    void refusesAnEncoderWithoutSteps()
    {
        QVERIFY_THROWS_EXCEPTION(InputError, makeCircuit("encoder-decoder", {}, Activation::Tanh, 0));
    }
};

UNFOLD_GUILESS_TEST(CatalogueTest)
#include "catalogue_test.moc"
