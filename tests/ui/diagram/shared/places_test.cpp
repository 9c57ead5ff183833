// Places: given ones are kept, the others are found, no two alike.
#include "tests/support/test_program.h"
#include "tests/ui/diagram/circuits.h"
#include "ui/diagram/shared/places.h"

#include <QTest>

using namespace unfold;

class PlacesTest : public QObject
{
    Q_OBJECT

private slots:
    void givenPlacesAreKept()
    {
        const Circuit circuit = makeCircuit("lstm", {});
        const auto places = placesOf(circuit);
        for (size_t i = 0; i < places.size(); ++i)
            QCOMPARE(places[i], *circuit.nodes[i].place);
    }

    void foundPlacesRunFromInputsToOutputs()
    {
        auto circuits = circuitsToDraw();
        for (Circuit &circuit : circuits) {
            for (Node &node : circuit.nodes)
                node.place.reset();
            const auto places = placesOf(circuit);
            for (size_t n = 0; n < places.size(); ++n) {
                for (const Term &term : circuit.nodes[n].terms)
                    if (term.delay == 0)
                        QVERIFY(places[static_cast<size_t>(circuit.indexOf(term.source))].lane < places[n].lane);
                if (circuit.nodes[n].role == Role::Input)
                    QCOMPARE(places[n].lane, 0.0);
            }
        }
    }

    void noTwoAreAlike()
    {
        Circuit circuit = makeCircuit("elman", {});
        for (Node &node : circuit.nodes)
            node.place = Place{1, 0};
        const auto places = placesOf(circuit);
        for (size_t a = 0; a < places.size(); ++a)
            for (size_t b = 0; b < a; ++b)
                QVERIFY(places[a] != places[b]);
    }
};

UNFOLD_GUILESS_TEST(PlacesTest)
#include "places_test.moc"
