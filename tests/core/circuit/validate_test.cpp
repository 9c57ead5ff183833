#include "core/circuit/catalogue.h"
#include "core/circuit/input_error.h"
#include "core/circuit/validate.h"
#include "tests/core/circuit/small_circuits.h"
#include "tests/support/test_program.h"

#include <QTest>

#include <functional>
#include <limits>

using namespace unfold;

namespace {

/// x, and h with a loop: valid.
Circuit driven()
{
    return {"", {inputNode("x", 3), state("h", {reads("h", 1, "W"), reads("x", 0, "U")})}};
}

using Break = std::function<void(Circuit &)>;

} // namespace
Q_DECLARE_METATYPE(Break)

class ValidateTest : public QObject
{
    Q_OBJECT

private slots:
    void theCatalogueIsValid()
    {
        for (const CatalogueEntry &entry : catalogue())
            validate(makeCircuit(entry.name, {}));
        validate(driven());
    }

    void refused_data()
    {
        QTest::addColumn<Break>("spoil");
        QTest::addColumn<QString>("message");
        const auto row = [](const char *name, const Break &spoil, const char *message) {
            QTest::newRow(name) << spoil << QString::fromUtf8(message);
        };
        row(
            "no nodes", [](Circuit &c) { c.nodes.clear(); },
            "circuit.nodes: the circuit has no nodes; expected at least one");
        row(
            "no name", [](Circuit &c) { c.nodes[1].name = ""; },
            "circuit.nodes[1].name: the name is empty; expected a name");
        row(
            "doubled name", [](Circuit &c) { c.nodes[1].name = "x"; },
            "circuit.nodes[1].name: a second node is called \"x\"; expected a name of its own");
        row(
            "size", [](Circuit &c) { c.nodes[0].size = 0; },
            "circuit.nodes[0].size: the size of \"x\" is 0; expected 1 or more");
        row(
            "empty span",
            [](Circuit &c) {
                c.nodes[1].span = {Span::Kind::Last, 0};
            },
            "circuit.nodes[1].span: a span of 0 steps; expected a number of steps of 1 or more");
        row(
            "span after",
            [](Circuit &c) {
                c.nodes[1].span = {Span::Kind::After, -1};
            },
            "circuit.nodes[1].span: a span of -1 steps; expected a number of steps of 0 or more");
        row(
            "input with terms", [](Circuit &c) { c.nodes[0].terms = {reads("h", 1, "Q")}; },
            "circuit.nodes[0].terms: the input \"x\" has terms; expected none: the values of an input come from the "
            "sequence");
        row(
            "input with bias", [](Circuit &c) { c.nodes[0].bias = "b"; },
            "circuit.nodes[0].bias: the input \"x\" has a bias; expected none: the values of an input come from the "
            "sequence");
        row(
            "input with activation", [](Circuit &c) { c.nodes[0].activation = Activation::Tanh; },
            "circuit.nodes[0].activation: the input \"x\" has an activation; expected "
            "none: the values of an input come from the sequence");
        row(
            "unknown source", [](Circuit &c) { c.nodes[1].terms[1].source = "y"; },
            "circuit.nodes[1].terms[1].source: no node is called \"y\"; expected the name of a node of the circuit");
        row(
            "unknown gate", [](Circuit &c) { c.nodes[1].terms[0].gate = "y"; },
            "circuit.nodes[1].terms[0].gate: no node is called \"y\"; expected the name of a node of the circuit");
        row(
            "gate delay alone", [](Circuit &c) { c.nodes[1].terms[0].gateDelay = 1; },
            "circuit.nodes[1].terms[0].gateDelay: a gate delay without a gate; expected a gate, or no gateDelay");
        row(
            "gate size", [](Circuit &c) { c.nodes[1].terms[0].gate = "x"; },
            "circuit.nodes[1].terms[0].gate: \"x\" of size 3 multiplies \"h\" of size 2 elementwise; expected equal "
            "sizes");
        row(
            "sign", [](Circuit &c) { c.nodes[1].terms[0].sign = 2; },
            "circuit.nodes[1].terms[0].sign: the sign is 2; expected 1 or -1");
        row(
            "delay", [](Circuit &c) { c.nodes[1].terms[0].delay = 100001; },
            "circuit.nodes[1].terms[0].delay: the delay is 100001; expected a delay from -100000 to 100000");
        row(
            "gate delay",
            [](Circuit &c) {
                c.nodes[1].terms[0].gate = "h";
                c.nodes[1].terms[0].gateDelay = std::numeric_limits<int>::min();
            },
            "circuit.nodes[1].terms[0].gateDelay: the delay is -2147483648; expected a delay from -100000 to 100000");
        row(
            "sizes without parameter", [](Circuit &c) { c.nodes[1].terms[1].parameter = ""; },
            "circuit.nodes[1].terms[1].source: \"x\" of size 3 enters \"h\" of size 2 without a parameter; expected "
            "equal sizes, or a parameter");
        row(
            "two shapes", [](Circuit &c) { c.nodes[1].terms[1].parameter = "W"; },
            "circuit.nodes[1].terms[1].parameter: \"W\" is a matrix of 2 × 3 here and a matrix of 2 × 2 before; "
            "expected "
            "one shape for every use of a parameter, or another name");
        row(
            "loop without delay", [](Circuit &c) { c.nodes[1].terms[0].delay = 0; },
            "circuit.nodes[1].terms[0].source: the loop h → h has no delay; expected "
            "a delay other than 0 somewhere on every loop");
        row(
            "past and future", [](Circuit &c) { c.nodes[1].terms.push_back(reads("h", -1)); },
            "circuit.nodes[1].terms[2].source: the loop h → h → h leads through past and future; expected "
            "delays of one sign on every loop");
    }
    void refused()
    {
        QFETCH(Break, spoil);
        QFETCH(QString, message);
        Circuit circuit = driven();
        spoil(circuit);
        try {
            validate(circuit);
            QFAIL("accepted");
        } catch (const InputError &e) {
            QCOMPARE(QString::fromUtf8(e.what()), message);
        }
    }
};

UNFOLD_GUILESS_TEST(ValidateTest)
#include "validate_test.moc"
