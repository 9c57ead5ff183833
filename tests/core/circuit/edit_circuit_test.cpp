// Every edit changes what it says, what hangs on it follows, and the rest stays.
#include "core/circuit/catalogue.h"
#include "core/circuit/edit_circuit.h"
#include "core/circuit/parameters.h"
#include "core/circuit/validate.h"
#include "tests/core/engine/random_run.h"
#include "tests/support/test_program.h"

#include <QTest>

#include <set>

using namespace unfold;

namespace {

constexpr int x = 0, h = 1, o = 2; // of elman

Circuit elman()
{
    return makeCircuit("elman", {});
}

Circuit lstm()
{
    return makeCircuit("lstm", {});
}

std::vector<Place> placesIn(const Circuit &circuit)
{
    std::vector<Place> places;
    for (const Node &node : circuit.nodes)
        places.push_back(node.place.value());
    return places;
}

} // namespace

class EditCircuitTest : public QObject
{
    Q_OBJECT

private slots:
    void aNewNodeHasAFreeNameAndPlaceAndFitsInAnywhere_data()
    {
        QTest::addColumn<QString>("name");
        for (const CatalogueEntry &entry : catalogue())
            QTest::newRow(entry.name.c_str()) << QString::fromStdString(entry.name);
    }

    void aNewNodeHasAFreeNameAndPlaceAndFitsInAnywhere()
    {
        QFETCH(QString, name);
        for (const Role role : {Role::Input, Role::State, Role::Output, Role::Inner}) {
            Circuit circuit = makeCircuit(name.toStdString(), {});
            const size_t before = circuit.nodes.size();
            for (int i = 0; i < 8; ++i) // more than there are letters
                circuit = withNode(circuit, role);
            QCOMPARE(circuit.nodes.size(), before + 8);
            QCOMPARE(circuit.nodes.back().role, role);
            validate(circuit); // throws where a name is taken or a parameter has two shapes
            std::set<std::pair<double, double>> places;
            for (const Node &node : circuit.nodes)
                places.insert({node.place->lane, node.place->column});
            QCOMPARE(places.size(), circuit.nodes.size());
        }
    }

    void aNewNodeIsLikeTheOthersOfItsRole()
    {
        const Circuit circuit = withNode(makeCircuit("elman", {{"x", 3}, {"h", 5}, {"o", 7}}), Role::State);
        const Node &node = circuit.nodes.back();
        QCOMPARE(node.name, std::string("g"));
        QCOMPARE(node.size, 5);
        QCOMPARE(node.activation, Activation::Tanh);
        QCOMPARE(node.bias, std::string("b_g"));
        QCOMPARE(node.place->lane, 1.0);
        QCOMPARE(withNode(circuit, Role::Input).nodes.back().bias, std::string());
        QCOMPARE(withNode(Circuit{}, Role::State).nodes.back().name, std::string("h"));
    }

    void withoutANodeNothingNamesIt()
    {
        for (const char *name : {"x", "h", "q", "s"}) {
            const Circuit before = lstm();
            const Circuit after = withoutNode(before, before.indexOf(name));
            QCOMPARE(after.indexOf(name), -1);
            QCOMPARE(after.nodes.size(), before.nodes.size() - 1);
            validate(after);
            for (const Cell &cell : after.cells)
                QVERIFY(std::find(cell.nodes.begin(), cell.nodes.end(), name) == cell.nodes.end());
        }
        Circuit only = lstm();
        const std::vector<std::string> inside = only.cells.front().nodes;
        for (const std::string &held : inside)
            only = withoutNode(only, only.indexOf(held));
        QVERIFY(only.cells.empty());
    }

    void aRenamedNodeIsFollowedEverywhere()
    {
        const Circuit before = lstm();
        const Circuit after = withName(before, before.indexOf("h"), "state_1");
        QCOMPARE(after.indexOf("h"), -1);
        validate(after);
        QVERIFY(drawnByHand(after)); // its lines were renamed too
        QCOMPARE(withName(after, after.indexOf("state_1"), "h"), before);
    }

    void renamingThereAndBackIsNothing()
    {
        for (std::uint64_t seed = 1; seed <= 200; ++seed) {
            const Circuit circuit = RandomRun(seed).make().circuit;
            for (int n = 0; n < static_cast<int>(circuit.nodes.size()); ++n)
                QCOMPARE(withName(withName(circuit, n, "new"), n, circuit.nodes[static_cast<size_t>(n)].name), circuit);
            for (const ParameterInfo &p : parametersOf(circuit))
                QCOMPARE(withParameterRenamed(withParameterRenamed(circuit, p.name, "new"), "new", p.name), circuit);
        }
    }

    void anInputReadsNothing()
    {
        const Circuit circuit = withRole(elman(), h, Role::Input);
        validate(circuit);
        QVERIFY(circuit.nodes[h].terms.empty());
        QCOMPARE(withRole(elman(), h, Role::Inner).nodes[h].terms.size(), size_t(2));
    }

    void aSizeTakesWhatIsTiedToItAlong()
    {
        const Circuit circuit = withSize(lstm(), lstm().indexOf("f"), 3);
        validate(circuit);
        for (const Node &node : circuit.nodes)
            QCOMPARE(node.size, node.name == "x" || node.name == "o" ? 4 : 3);
        QCOMPARE(withSize(elman(), h, 3).nodes[o].size, 4); // tied by a matrix, which has two sizes
    }

    void fieldsOfANode()
    {
        QCOMPARE(withActivation(elman(), h, Activation::Relu).nodes[h].activation, Activation::Relu);
        QCOMPARE(withBias(elman(), h, "").nodes[h].bias, std::string());
        QCOMPARE(withSpan(elman(), o, {Span::Kind::Last, 2}).nodes[o].span, (Span{Span::Kind::Last, 2}));
    }

    void aPlaceSnapsToHalfLanesAndColumnsAndCoversNobody()
    {
        const Circuit circuit = elman();
        const auto moved = [&](int node, Place to) {
            return *withPlace(circuit, node, to, placesIn(circuit)).nodes[static_cast<size_t>(node)].place;
        };
        QCOMPARE(moved(h, {1.4, 0.8}), (Place{1.5, 1}));
        QCOMPARE(moved(x, {1.1, 0.1}), (Place{1, 1})); // h stands there
        QCOMPARE(moved(x, {100, -100}), (Place{4, -2})); // not out of sight
        const Circuit after = withPlace(circuit, x, {0, 1}, placesIn(circuit));
        QCOMPARE(after.nodes[h].place, circuit.nodes[h].place);
        QVERIFY(!drawnByHand(withPlace(lstm(), 0, {0, 0}, placesIn(lstm()))));
    }

    void anArrowMoreHasAParameterOfItsOwn()
    {
        Circuit circuit = withTerm(elman(), o, "x");
        QCOMPARE(circuit.nodes[o].terms.back(), (Term{"x", "U_o", 0, 1, "", 0, std::nullopt}));
        circuit = withTerm(circuit, o, "x");
        QCOMPARE(circuit.nodes[o].terms.back().parameter, std::string("U_ox"));
        circuit = withTerm(withTerm(circuit, o, "x"), o, "x");
        QCOMPARE(circuit.nodes[o].terms.back().parameter, std::string("U_ox3"));
        validate(circuit);
    }

    void fieldsOfATerm()
    {
        const Circuit c = elman();
        QCOMPARE(withoutTerm(c, h, 0).nodes[h].terms.front().parameter, std::string("U"));
        QCOMPARE(withSource(c, h, 1, "o").nodes[h].terms[1].source, std::string("o"));
        QCOMPARE(withDelay(c, h, 0, 2).nodes[h].terms[0].delay, 2);
        QCOMPARE(withSign(c, h, 0, -1).nodes[h].terms[0].sign, -1);
        QCOMPARE(withParameter(c, h, 0, "").nodes[h].terms[0].parameter, std::string());
        const Circuit gated = withGateDelay(withGate(c, h, 0, "h"), h, 0, 1);
        QCOMPARE(gated.nodes[h].terms[0].gate, std::string("h"));
        QCOMPARE(gated.nodes[h].terms[0].gateDelay, 1);
        validate(gated);
        QCOMPARE(withGate(gated, h, 0, "").nodes[h].terms[0].gateDelay, 0);
    }

    void linesDrawnByHandGoWhereTheArrowsAreOthers()
    {
        const Circuit c = lstm();
        QVERIFY(drawnByHand(withActivation(c, 1, Activation::Relu)));
        QVERIFY(drawnByHand(withSign(c, c.indexOf("s"), 0, -1)));
        for (const Circuit &changed :
            {withNode(c, Role::State), withoutNode(c, 0), withTerm(c, c.indexOf("o"), "x"), withoutTerm(c, 1, 0),
                withDelay(c, 1, 0, 2), withGate(c, 1, 0, "s"), withSource(c, 1, 0, "s"), withRole(c, 1, Role::Input)})
            QVERIFY(changed.drawing.empty());
    }

    void usesAreCounted()
    {
        QCOMPARE(usesOf(elman(), "W"), 1);
        QCOMPARE(usesOf(withParameter(elman(), h, 1, "W"), "W"), 2);
        QCOMPARE(usesOf(elman(), "b"), 1);
        QCOMPARE(usesOf(withBias(elman(), h, ""), ""), 0);
    }
};

UNFOLD_GUILESS_TEST(EditCircuitTest)
#include "edit_circuit_test.moc"
