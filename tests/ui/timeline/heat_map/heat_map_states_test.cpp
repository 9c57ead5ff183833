// Every state of every circuit of the catalogue is in the heat map, wherever it has a value.
#include "core/circuit/catalogue.h"
#include "tests/support/experiments.h"
#include "tests/support/test_program.h"
#include "tests/support/time_views.h"
#include "ui/document/twin.h"
#include "ui/style/theme.h"
#include "ui/timeline/heat_map/heat_map_view.h"
#include "ui/widgets/section_header.h"

#include <set>

using namespace unfold;

namespace {

const HeatMapBand *bandOf(const std::vector<HeatMapBand> &bands, int node)
{
    const auto found
        = std::find_if(bands.begin(), bands.end(), [node](const HeatMapBand &band) { return band.node == node; });
    return found == bands.end() ? nullptr : &*found;
}

QPoint cellCentre(const HeatMapBand &band, int row, int step)
{
    return band.layout.cell(row, band.layout.columnOf(step)).center().toPoint();
}

bool alike(const QColor &a, const QColor &b)
{
    return std::abs(a.red() - b.red()) < 4 && std::abs(a.green() - b.green()) < 4 && std::abs(a.blue() - b.blue()) < 4;
}

void pages()
{
    QTest::addColumn<QString>("page");
    for (const CatalogueEntry &entry : catalogue())
        QTest::newRow(entry.name.c_str()) << QString::fromStdString(entry.name);
}

} // namespace

class HeatMapStatesTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { loadFonts(); }

    void everyStateHasItsColours_data() { pages(); }

    /// Whichever state is plotted, and in both passes.
    void everyStateHasItsColours()
    {
        QFETCH(QString, page);
        Document document(test::pageOver8(page.toStdString()));
        HeatMapView view(&document);
        test::show(view, {700, 200});
        const Circuit circuit = document.result()->circuit();
        for (int plotted = 0; plotted < int(circuit.nodes.size()); ++plotted) {
            if (circuit.nodes[size_t(plotted)].role != Role::State)
                continue;
            document.setPlottedNode(plotted);
            const QImage picture = view.grab().toImage();
            for (int node = 0; node < int(circuit.nodes.size()); ++node) {
                if (circuit.nodes[size_t(node)].role != Role::State)
                    continue;
                const NodeTrace &trace = document.result()->trace->nodes[size_t(node)];
                const auto bands = view.bands();
                const HeatMapBand *band = bandOf(bands, node);
                QVERIFY2(band, circuit.nodes[size_t(node)].name.c_str());
                for (int step = trace.span.first; step <= trace.span.last; ++step) {
                    const double value = trace.at(trace.value, step)(1, 0);
                    const QColor expected = themeOf(&view).signedValue(value, view.limit(node));
                    if (step == document.cursor().step)
                        continue; // the cursor's line may be there
                    QVERIFY2(alike(picture.pixelColor(cellCentre(*band, 1, step)), expected),
                        qPrintable(QString::fromStdString(circuit.nodes[size_t(node)].name) + QString::number(step)));
                }
            }
        }
    }

    void noStepIsEmpty_data() { pages(); }

    void noStepIsEmpty()
    {
        QFETCH(QString, page);
        Document document(test::pageOver8(page.toStdString()));
        HeatMapView view(&document);
        test::show(view, {700, 200});
        for (const int cursor : {1, 4, 5, 8}) {
            document.setStep(cursor);
            std::set<int> steps;
            for (const HeatMapBand &band : view.bands())
                for (int step = band.layout.span.first; step <= band.layout.span.last; ++step)
                    steps.insert(step);
            QCOMPARE(steps.size(), size_t(8));
        }
    }

    void aClickOnAnotherStatePlotsIt()
    {
        Document document(test::pageOver8("bidirectional"));
        HeatMapView view(&document);
        test::show(view, {700, 200});
        const int g = document.result()->circuit().indexOf("g");
        QVERIFY(document.plottedNode() != g);
        const auto bands = view.bands();
        const QPoint point = cellCentre(*bandOf(bands, g), 2, 6);
        QTest::mouseMove(&view, point);
        QCOMPARE(document.hover(), ElementRef::ofNode(g, 6, 2));
        QVERIFY2(test::toolTipShown().contains(QStringLiteral("∂L/∂g")), qPrintable(test::toolTipShown()));
        QTest::mouseClick(&view, Qt::LeftButton, {}, point);
        QCOMPARE(document.cursor().selection, ElementRef::ofNode(g, 6, 2));
        QCOMPARE(document.plottedNode(), g);
        QVERIFY(bandOf(view.bands(), document.result()->circuit().indexOf("h"))); // and the other is still there
    }

    /// Whoever walks asks for the cells of a new circuit before the view has heard of it.
    void anotherCircuitTakesThePlaceOfTheOne()
    {
        Document document(test::pageOver8("lstm"));
        HeatMapView view(&document);
        test::show(view, {700, 200});
        view.setFocus(Qt::TabFocusReason);
        for (const CatalogueEntry &entry : catalogue()) {
            QTest::keyClick(&view, Qt::Key_Down);
            QVERIFY(document.open(test::pageOver8(entry.name)));
            QVERIFY(bandOf(view.bands(), document.plottedNode()));
            QVERIFY(!view.grab().isNull());
        }
    }

    void aStateWithoutRoomIsNamedInTheTip()
    {
        Document document(test::pageOver8("lstm"));
        HeatMapView view(&document);
        test::show(view, {700, 90});
        const int h = document.result()->circuit().indexOf("h");
        QVERIFY(!bandOf(view.bands(), h));
        QVERIFY2(
            view.header()->toolTip().contains(QStringLiteral("no room for h")), qPrintable(view.header()->toolTip()));
        document.select(ElementRef::ofNode(h, 3)); // as it advises
        QVERIFY(bandOf(view.bands(), h));
        view.resize(700, 200);
        QVERIFY(bandOf(view.bands(), h) && bandOf(view.bands(), document.result()->circuit().indexOf("s")));
        QVERIFY2(!view.header()->toolTip().contains(QStringLiteral("no room")), qPrintable(view.header()->toolTip()));
    }

    void theKeysWalkThroughAllStates()
    {
        Document document(test::pageOver8("lstm"));
        HeatMapView view(&document);
        test::show(view, {700, 200});
        document.setStep(4);
        view.setFocus(Qt::TabFocusReason);
        std::set<int> nodes;
        for (int i = 0; i < 6; ++i) { // 2 states of 3 units
            nodes.insert(document.hover().node);
            QTest::keyClick(&view, Qt::Key_Down);
        }
        nodes.insert(document.hover().node);
        const Circuit &circuit = document.result()->circuit();
        QCOMPARE(nodes, (std::set<int>{circuit.indexOf("s"), circuit.indexOf("h")}));
    }

    void theKeysGoFromTheEncoderOnToTheDecoder()
    {
        Document document(test::pageOver8("encoder-decoder"));
        HeatMapView view(&document);
        test::show(view, {700, 200});
        view.setFocus(Qt::TabFocusReason);
        const Circuit &circuit = document.result()->circuit();
        for (const auto &[step, name] : {std::pair(4, "h"), std::pair(5, "s")}) {
            document.setStep(step);
            QTest::keyClick(&view, Qt::Key_Down);
            QCOMPARE(document.hover().node, circuit.indexOf(name));
            QTest::keyClick(&view, Qt::Key_Up);
        }
    }

    void theGradientIsThatOfEveryState()
    {
        Document document(test::pageOver8("lstm"));
        HeatMapView view(&document);
        test::show(view, {700, 200});
        QTest::mouseClick(view.gradientToggle(), Qt::LeftButton);
        const Circuit &circuit = document.result()->circuit();
        const QString title = view.header()->title();
        QVERIFY2(title.contains(QStringLiteral("∂L/∂s")) && title.contains(QStringLiteral("∂L/∂h")), qPrintable(title));
        const QImage picture = view.grab().toImage();
        const auto bands = view.bands();
        for (const char *name : {"s", "h"}) {
            const int node = circuit.indexOf(name);
            const NodeTrace &trace = document.result()->trace->nodes[size_t(node)];
            const QColor expected = themeOf(&view).signedValue(trace.at(trace.gradient, 5)(0, 0), view.limit(node));
            QVERIFY(alike(picture.pixelColor(cellCentre(*bandOf(bands, node), 0, 5)), expected));
        }
    }
};

UNFOLD_TEST(HeatMapStatesTest)
#include "heat_map_states_test.moc"
