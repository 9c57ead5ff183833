#include "core/circuit/catalogue.h"
#include "tests/support/test_program.h"
#include "ui/formula/symbol_map.h"

#include <QTest>

using namespace unfold;

namespace {

/// a(t) = b + W h(t−1) + U x(t);  h(t) = tanh(a(t));  o(t) = c + V h(t)
SymbolMap elman()
{
    const Circuit circuit = makeCircuit("elman", {});
    EquationsContent content;
    for (int i = 0; i < static_cast<int>(circuit.nodes.size()); ++i)
        for (const Formula &formula : nodeFormulas(circuit, i))
            content.nodes.push_back(formula);
    FormulaStyle style;
    return SymbolMap(layOutEquations(content, {style, style}, 1000));
}

} // namespace

class SymbolMapTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { loadFonts(); }

    void inReadingOrder()
    {
        const SymbolMap map = elman();
        QStringList names;
        for (const SymbolMap::Spot &spot : map.spots())
            names << QString::fromStdString(spot.ref.name);
        QCOMPARE(names.join(' '), "h b W h U x h h o c V h"); // a stands for the pre-activation of h
        QCOMPARE(map[0].line, 0);
        QCOMPARE(map[map.size() - 1].line, 2);
    }

    void underAPoint()
    {
        const SymbolMap map = elman();
        for (int i = 0; i < map.size(); ++i)
            QCOMPARE(map.at(map[i].box.center(), 0), i);
        const QPointF above = map[0].box.topLeft() - QPointF(0, 2);
        QCOMPARE(map.at(above, 0), -1);
        QCOMPARE(map.at(above, 3), 0);
    }

    void alongStopsAtTheEnds()
    {
        const SymbolMap map = elman();
        QCOMPARE(map.along(0, 1), 1);
        QCOMPARE(map.along(0, -1), 0);
        QCOMPARE(map.along(map.size() - 1, 1), map.size() - 1);
        QCOMPARE(SymbolMap().along(0, 1), 0);
    }

    void acrossKeepsTheColumn()
    {
        const SymbolMap map = elman();
        QCOMPARE(map.across(0, 1), 6); // h(t), under a(t)
        QCOMPARE(map.across(6, 1), 8); // o(t)
        QCOMPARE(map.across(6, -1), 0);
        QCOMPARE(map.across(0, -1), 0);
        QCOMPARE(map.across(8, 1), 8);
        QCOMPARE(map.across(5, 1), 7); // x(t) is far right: the last one of the line
    }
};

UNFOLD_TEST(SymbolMapTest)
#include "symbol_map_test.moc"
