// From lanes and columns to pixels and back, for every circuit.
#include "core/circuit/catalogue.h"
#include "tests/support/test_program.h"
#include "ui/diagram/shared/diagram_labels.h"
#include "ui/editor/place_map.h"
#include "ui/style/theme.h"

#include <QTest>

using namespace unfold;

class PlaceMapTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { loadFonts(); }

    void everyNodeIsWhereItIsDrawn_data()
    {
        QTest::addColumn<QString>("name");
        for (const CatalogueEntry &entry : catalogue())
            QTest::newRow(entry.name.c_str()) << QString::fromStdString(entry.name);
    }

    void everyNodeIsWhereItIsDrawn()
    {
        QFETCH(QString, name);
        const Circuit circuit = makeCircuit(name.toStdString(), {});
        DiagramLabels labels;
        const FoldedLayout layout = layOutFolded({circuit, std::nullopt, {400, 300}, diagramFonts(labels), true});
        const PlaceMap map(circuit, layout);
        const std::vector<Place> places = drawnPlacesOf(circuit);
        for (const NodeShape &node : layout.nodes) {
            const Place &place = places[static_cast<size_t>(node.element.node)];
            QVERIFY(distance(map.at(place), node.disc.centre) < 0.01);
            const Place back = map.at(node.disc.centre);
            QVERIFY(std::abs(back.lane - place.lane) < 1e-6 && std::abs(back.column - place.column) < 1e-6);
        }
        for (const Place &place : {Place{-2, -3}, Place{0.25, 0.5}, Place{9, 4}}) {
            const Place back = map.at(map.at(place));
            QVERIFY(std::abs(back.lane - place.lane) < 1e-6 && std::abs(back.column - place.column) < 1e-6);
        }
        QVERIFY(map.at(Place{5, 0}).y() < map.at(Place{0, 0}).y());
    }
};

UNFOLD_TEST(PlaceMapTest)
#include "place_map_test.moc"
