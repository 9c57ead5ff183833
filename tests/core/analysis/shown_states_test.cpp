// Which states are shown together, over the whole catalogue, and what is said of each.
#include "core/analysis/shown_states.h"

#include "core/analysis/gradient_report.h"
#include "core/analysis/norms.h"
#include "core/circuit/catalogue.h"
#include "tests/core/analysis/support.h"
#include "tests/support/test_program.h"

#include <QtTest>

using namespace unfold;
using namespace unfold::test;

namespace {

using Shown = std::vector<std::vector<std::string>>;

Shown shownIn(const Circuit &circuit, int steps, const std::string &plotted)
{
    Shown names;
    for (const StateTrack &track : shownStates(circuit, steps, circuit.indexOf(plotted))) {
        names.emplace_back();
        for (const int node : track)
            names.back().push_back(circuit.nodes[static_cast<std::size_t>(node)].name);
    }
    return names;
}

Circuit page(const std::string &name)
{
    return makeCircuit(name, {}, Activation::Tanh, 4);
}

StateKind kindOf(const Circuit &circuit, const std::string &node)
{
    return stateKindOf(compile(circuit, 7), circuit.indexOf(node));
}

} // namespace

class ShownStatesTest : public QObject
{
    Q_OBJECT

private slots:
    void everyStateOfTheCatalogueIsShown_data()
    {
        QTest::addColumn<QString>("name");
        for (const CatalogueEntry &entry : catalogue())
            QTest::newRow(entry.name.c_str()) << QString::fromStdString(entry.name);
    }

    void everyStateOfTheCatalogueIsShown()
    {
        QFETCH(QString, name);
        const Circuit circuit = page(name.toStdString());
        const auto tracks = shownStates(circuit, 7, defaultPlottedNode(circuit));
        std::vector<int> covered(7 + 1, 0);
        for (int node = 0; node < static_cast<int>(circuit.nodes.size()); ++node)
            if (circuit.nodes[static_cast<std::size_t>(node)].role == Role::State)
                QVERIFY(!trackOf(tracks, node).empty());
        for (const StateTrack &track : tracks) {
            std::vector<int> there(7 + 1, 0);
            for (const int node : track)
                for (int step = 1; step <= 7; ++step)
                    there[size_t(step)] += circuit.nodes[size_t(node)].span.in(7).contains(step);
            for (int step = 1; step <= 7; ++step) {
                QVERIFY(there[size_t(step)] <= 1); // never two at one place
                covered[size_t(step)] += there[size_t(step)];
            }
        }
        for (int step = 1; step <= 7; ++step)
            QVERIFY(covered[size_t(step)] > 0); // no step stays empty
    }

    void anEncoderAndItsDecoderShareATrack()
    {
        const Circuit circuit = page("encoder-decoder");
        QCOMPARE(shownIn(circuit, 7, "h"), (Shown{{"h", "s"}}));
        QCOMPARE(shownIn(circuit, 7, "s"), (Shown{{"h", "s"}}));
        QVERIFY(leadsOn(circuit, 7, circuit.indexOf("h"), circuit.indexOf("s")));
        QVERIFY(!leadsOn(circuit, 7, circuit.indexOf("x"), circuit.indexOf("s")));
        QCOMPARE(shownIn(circuit, 4, "h"), (Shown{{"h"}})); // the decoder has no step left
    }

    void statesOfTheSameStepsHaveATrackEach()
    {
        QCOMPARE(shownIn(page("bidirectional"), 7, "g"), (Shown{{"h"}, {"g"}}));
        QCOMPARE(shownIn(page("lstm"), 7, "s"), (Shown{{"s"}, {"h"}}));
        QCOMPARE(shownIn(page("gru"), 7, "h"), (Shown{{"h"}}));
    }

    void anotherNodeIsShownAlone()
    {
        QCOMPARE(shownIn(page("lstm"), 7, "f"), (Shown{{"f"}}));
        QCOMPARE(shownIn(page("elman"), 7, "o"), (Shown{{"o"}}));
        QCOMPARE(shownIn(page("encoder-decoder"), 7, "o"), (Shown{{"h", "s"}, {"o"}}));
    }

    void whatIsSaidOfAStateFollowsFromItsTerms()
    {
        QCOMPARE(kindOf(page("lstm"), "s"), StateKind::Cell);
        QCOMPARE(kindOf(page("lstm"), "h"), StateKind::Linear);
        for (const char *gru : {"gru", "gru-reset-before"})
            QCOMPARE(kindOf(page(gru), "h"), StateKind::Gated);
        QCOMPARE(kindOf(page("elman"), "h"), StateKind::Tanh);
        for (const auto &[activation, kind] :
            {std::pair(Activation::Relu, StateKind::Relu), std::pair(Activation::Sigmoid, StateKind::Sigmoid),
                std::pair(Activation::Identity, StateKind::Linear)})
            QCOMPARE(kindOf(makeCircuit("elman", {}, activation), "h"), kind);
    }

    void aReportHoldsTheGradientsOfTheOtherStates()
    {
        const Run run({{"circuit",
                           {{"name", "encoder-decoder"}, {"sizes", {{"x", 2}, {"h", 3}, {"o", 3}}},
                               {"encoder_steps", 4}}},
            {"sequence", {{"x", numbers(4, 2, 9)}, {"y", numbers(4, 3, 5)}}}, {"steps", 8}, {"gain", 0.9},
            {"loss", {{"kind", "cross-entropy"}, {"source", "o"}, {"at", {{"after", 4}}}, {"targets", {1, 0, 2, 1}}}}});
        const GradientReport report
            = reportGradient(*run.prepared, 0.9, GradientOf::AllSteps, *run.trace, run.node("h"));
        QCOMPARE(report.beside.size(), size_t(1));
        const StateGradient &decoder = report.beside.front();
        QCOMPARE(decoder.node, run.node("s"));
        QVERIFY(decoder.sameTrack);
        QVERIFY(decoder.norm == gradientNorms(*run.trace, run.node("s")));
        const auto last = compute(*run.prepared, 0.9, GradientOf::LastStep);
        QVERIFY(decoder.otherNorm == gradientNorms(*last, run.node("s")));
    }

    void aPlainNetworkHasNoOtherState()
    {
        const Run run({{"circuit", {{"name", "elman"}, {"sizes", {{"x", 2}, {"h", 3}, {"o", 3}}}}},
            {"sequence", {{"x", numbers(8, 2, 9)}}},
            {"loss", {{"kind", "cross-entropy"}, {"source", "o"}, {"at", "last"}, {"targets", {1}}}}});
        QVERIFY(reportGradient(*run.prepared, 1, GradientOf::AllSteps, *run.trace, run.node("h")).beside.empty());
    }
};

UNFOLD_GUILESS_TEST(ShownStatesTest)
#include "shown_states_test.moc"
