#include "core/circuit/catalogue.h"
#include "core/circuit/complement.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace unfold;

namespace {

Node mixing(std::vector<Term> terms)
{
    return {"h", Role::State, 2, Activation::Identity, "", std::move(terms), {}, {}};
}

const Term plain{"k", "", 0, 1, "", 0, {}};
const Term takenAway{"k", "", 0, -1, "z", 0, {}};

} // namespace

class ComplementTest : public QObject
{
    Q_OBJECT

private slots:
    void theGruMixesByOneGateAndItsComplement()
    {
        const Circuit gru = makeCircuit("gru", {});
        const Node &h = gru.nodes[static_cast<size_t>(gru.indexOf("h"))];
        QCOMPARE(complementOf(h, 0), 1);
        QCOMPARE(complementOf(h, 1), 0);
        QCOMPARE(complementOf(h, 2), -1);
        QVERIFY(hasComplementGate(h, 1));
        QVERIFY(!hasComplementGate(h, 0));
        QVERIFY(!hasComplementGate(h, 2));
    }

    void gruAndLeakyHaveOne()
    {
        for (const CatalogueEntry &entry : catalogue()) {
            int pairs = 0;
            for (const Node &node : makeCircuit(entry.name, {}).nodes)
                for (int term = 0; term < static_cast<int>(node.terms.size()); ++term)
                    pairs += hasComplementGate(node, term);
            QCOMPARE(pairs, entry.name.starts_with("gru") || entry.name == "leaky" ? 1 : 0);
        }
    }

    void itIsTheSameValueThatIsTakenAway()
    {
        Term other = takenAway;
        other.delay = 1;
        QCOMPARE(complementOf(mixing({plain, other}), 0), -1);
        other = takenAway;
        other.source = "h";
        QCOMPARE(complementOf(mixing({plain, other}), 0), -1);
        other = takenAway;
        other.sign = 1;
        QCOMPARE(complementOf(mixing({plain, other}), 0), -1);
        other = takenAway;
        other.parameter = "W";
        QCOMPARE(complementOf(mixing({plain, other}), 0), -1);
        Term scaled = plain;
        scaled.parameter = "W";
        QCOMPARE(complementOf(mixing({scaled, takenAway}), 1), -1);
    }

    void eachTermBelongsToOnePair()
    {
        const Node node = mixing({plain, plain, takenAway, takenAway});
        QCOMPARE(complementOf(node, 0), 2);
        QCOMPARE(complementOf(node, 2), 0);
        QCOMPARE(complementOf(node, 1), -1);
        QCOMPARE(complementOf(node, 3), -1);
    }
};

UNFOLD_APPLESS_TEST(ComplementTest)
#include "complement_test.moc"
