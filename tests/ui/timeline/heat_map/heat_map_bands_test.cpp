// Where the cells of several states lie.
#include "core/circuit/catalogue.h"
#include "core/circuit/unfold.h"
#include "tests/support/test_program.h"
#include "ui/timeline/heat_map/heat_map_bands.h"

#include <QTest>

using namespace unfold;

namespace {

HeatMapRoom roomOf(double height)
{
    return {{TimeWindow::all(8), 80, 400}, 20, 20 + height, 14};
}

struct Laid {
    Program program;
    std::vector<StateTrack> tracks;
    std::vector<HeatMapBand> bands;
};

Laid layOut(const std::string &name, const Sizes &sizes, double height)
{
    const Circuit circuit = makeCircuit(name, sizes, Activation::Tanh, 4);
    Laid laid{compile(circuit, 8), shownStates(circuit, 8, circuit.indexOf("h")), {}};
    laid.tracks = tracksInRoom(laid.tracks, circuit.indexOf("h"), roomOf(height));
    laid.bands = layOutBands(laid.tracks, laid.program, roomOf(height));
    return laid;
}

} // namespace

class HeatMapBandsTest : public QObject
{
    Q_OBJECT

private slots:
    void oneStateFillsTheRoom()
    {
        const Laid laid = layOut("elman", {}, 100);
        QCOMPARE(laid.bands.size(), size_t(1));
        const HeatMapBand &band = laid.bands.front();
        QVERIFY(band.leads && !band.named);
        QCOMPARE(band.layout.top, 27.0); // half a line on each side
        QCOMPARE(band.layout.bottom, 113.0);
    }

    void tracksLieOneBelowTheOther()
    {
        const Laid laid = layOut("bidirectional", {}, 120);
        QCOMPARE(laid.bands.size(), size_t(2));
        const HeatMapLayout &upper = laid.bands[0].layout;
        const HeatMapLayout &lower = laid.bands[1].layout;
        QVERIFY(upper.bottom + 13.9 < lower.top); // room for the numbers of both scales
        QCOMPARE(upper.bottom - upper.top, lower.bottom - lower.top);
        QVERIFY(lower.bottom <= 140);
        QVERIFY(laid.bands[0].leads && laid.bands[1].leads);
    }

    void statesOfATrackShareABandAndItsRows()
    {
        Circuit circuit = makeCircuit("encoder-decoder", {{"h", 8}}, Activation::Tanh, 4);
        Node &decoderState = circuit.nodes[size_t(circuit.indexOf("s"))];
        decoderState.size = 4;
        decoderState.terms[1].parameter = "W_h";
        const Program program = compile(circuit, 8);
        const auto bands = layOutBands(shownStates(circuit, 8, circuit.indexOf("h")), program, roomOf(120));
        const Laid laid{program, {}, bands};
        QCOMPARE(laid.bands.size(), size_t(2));
        const HeatMapLayout &encoder = laid.bands[0].layout;
        const HeatMapLayout &decoder = laid.bands[1].layout;
        QCOMPARE(encoder.span, (StepRange{1, 4}));
        QCOMPARE(decoder.span, (StepRange{5, 8}));
        QCOMPARE(encoder.top, decoder.top);
        QCOMPARE(encoder.rowHeight(), decoder.rowHeight()); // unit 3 is unit 3 in both
        QCOMPARE(decoder.rows(), 4);
        QVERIFY(laid.bands[0].named && laid.bands[1].named);
        QVERIFY(laid.bands[0].leads && !laid.bands[1].leads);
        QCOMPARE(encoder.cell(0, 3).right(), decoder.cell(0, 4).left()); // one time axis
    }

    void theFirstStateInSightLeads()
    {
        const Circuit circuit = makeCircuit("encoder-decoder", {}, Activation::Tanh, 4);
        HeatMapRoom room = roomOf(120);
        room.axis.window = {5.5, 8.5};
        const auto bands = layOutBands(shownStates(circuit, 8, 1), compile(circuit, 8), room);
        QVERIFY(!bands[0].leads && bands[1].leads);
    }

    void withoutRoomThePlottedStateStays()
    {
        const Laid laid = layOut("lstm", {}, 60); // one of two
        QCOMPARE(laid.bands.size(), size_t(1));
        QCOMPARE(laid.bands.front().node, laid.program.circuit.indexOf("h"));
        QCOMPARE(layOut("lstm", {}, 90).bands.size(), size_t(2));
        QCOMPARE(layOut("lstm", {}, 1).bands.size(), size_t(1));
    }
};

UNFOLD_GUILESS_TEST(HeatMapBandsTest)
#include "heat_map_bands_test.moc"
