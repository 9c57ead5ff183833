#include "core/import/both_directions.h"

#include "core/circuit/catalogue.h"
#include "core/circuit/order.h"
#include "core/circuit/parameters.h"
#include "core/circuit/validate.h"
#include "tests/support/test_program.h"

#include <QTest>

#include <set>

using namespace unfold;

namespace {

Circuit both(const char *page, bool head)
{
    Circuit circuit = makeCircuit(page, {{"x", 4}, {"h", 3}, {"o", 2}});
    const Node output = circuit.nodes.back();
    circuit.nodes.pop_back();
    return bothDirections(circuit, head ? std::optional(output) : std::nullopt);
}

} // namespace

class BothDirectionsTest : public QObject
{
    Q_OBJECT

private slots:
    void names()
    {
        QCOMPARE(mirroredParameter("W_f"), std::string("W_fg"));
        QCOMPARE(mirroredParameter("d"), std::string("d_g"));
        QCOMPARE(mirroredParameter(""), std::string());
    }

    void theSecondDirectionRunsBack_data() { pages(); }
    void theSecondDirectionRunsBack()
    {
        QFETCH(QString, page);
        QFETCH(bool, head);
        const Circuit circuit = both(page.toUtf8().constData(), head);
        validate(circuit);
        QCOMPARE(circuit.indexOf("o") >= 0, head);
        int forward = 0;
        int backward = 0;
        for (const Group &group : orderInTime(circuit)) {
            forward += group.walk == Walk::Forward;
            backward += group.walk == Walk::Backward;
            QCOMPARE(group.walk == Walk::Backward,
                std::find(group.nodes.begin(), group.nodes.end(), circuit.indexOf("g")) != group.nodes.end());
        }
        QCOMPARE(forward, 1);
        QCOMPARE(backward, 1);
        // Every number of one direction has its own in the other.
        const Circuit one = makeCircuit(page.toUtf8().constData(), {{"x", 4}, {"h", 3}, {"o", 2}});
        for (const ParameterInfo &info : parametersOf(one))
            if (info.name != "c" && (head || info.name != "V"))
                QVERIFY2(indexOf(parametersOf(circuit), mirroredParameter(info.name)) >= 0, info.name.c_str());
    }

    /// Drawn as the catalogue's cells are, side by side: no two nodes at one place, none in the other's frame.
    void isDrawnByHand_data() { pages(); }
    void isDrawnByHand()
    {
        QFETCH(QString, page);
        QFETCH(bool, head);
        const Circuit circuit = both(page.toUtf8().constData(), head);
        QVERIFY(drawnByHand(circuit));
        QCOMPARE(circuit.cells.size(), size_t(2));
        std::set<std::pair<double, double>> places;
        for (const Node &node : circuit.nodes) {
            QVERIFY(places.insert({node.place->lane, node.place->column}).second);
            for (int i = 0; i < 2; ++i) {
                const Cell &cell = circuit.cells[static_cast<size_t>(i)];
                const bool within = cell.low.lane < node.place->lane && node.place->lane < cell.high.lane
                    && cell.low.column < node.place->column && node.place->column < cell.high.column;
                QCOMPARE(within, cellOf(circuit, node.name) == i);
            }
        }
    }

private:
    static void pages()
    {
        QTest::addColumn<QString>("page");
        QTest::addColumn<bool>("head");
        for (const char *page : {"lstm", "gru"})
            for (const bool head : {true, false})
                QTest::addRow("%s%s", page, head ? "" : " without output") << QString::fromUtf8(page) << head;
    }
};

UNFOLD_GUILESS_TEST(BothDirectionsTest)
#include "both_directions_test.moc"
