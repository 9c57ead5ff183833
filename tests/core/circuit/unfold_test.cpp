#include "core/circuit/catalogue.h"
#include "core/circuit/unfold.h"
#include "tests/core/circuit/small_circuits.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace unfold;

namespace {

QString at(const Circuit &circuit, const Vertex &v)
{
    return QString::fromStdString(circuit.nodes[v.node].name) + QString::number(v.step);
}

/// "x1 h1 x2 h2"
QString vertices(const Circuit &circuit, const UnrolledGraph &graph)
{
    QStringList all;
    for (const Vertex &v : graph.vertices)
        all << at(circuit, v);
    return all.join(' ');
}

/// "h0>h1 x1>h1 …"; a gate's edge is written with ~.
QString edges(const Circuit &circuit, const UnrolledGraph &graph)
{
    QStringList all;
    for (const Edge &e : graph.edges)
        all << at(circuit, e.from) + (e.gate ? "~" : ">") + at(circuit, e.to);
    return all.join(' ');
}

} // namespace

class UnfoldTest : public QObject
{
    Q_OBJECT

private slots:
    void drivenSystem()
    {
        const Circuit circuit = makeCircuit("driven", {});
        const UnrolledGraph graph = unfold::unfold(circuit, 2);
        QCOMPARE(graph.steps, 2);
        QCOMPARE(vertices(circuit, graph), "x1 h1 x2 h2");
        QCOMPARE(edges(circuit, graph), "h0>h1 x1>h1 h1>h2 x2>h2");
        QCOMPARE(graph.edges[1].term, 1);
    }
    void theFutureIsReadFromBehind()
    {
        const Circuit circuit = makeCircuit("bidirectional", {});
        QCOMPARE(edges(circuit, unfold::unfold(circuit, 2)),
            "h0>h1 x1>h1 g2>g1 x1>g1 h1>o1 g1>o1 h1>h2 x2>h2 g3>g2 x2>g2 h2>o2 g2>o2");
    }
    void longDelaysReachFarOutside()
    {
        const Circuit circuit{"", {state("h", {reads("h", 3)})}};
        QCOMPARE(edges(circuit, unfold::unfold(circuit, 4)), "h-2>h1 h-1>h2 h0>h3 h1>h4");
    }
    void spansDecideWhoExists()
    {
        const Circuit circuit = makeCircuit("encoder-decoder", {}, Activation::Tanh, 2);
        const UnrolledGraph graph = unfold::unfold(circuit, 4);
        QCOMPARE(vertices(circuit, graph), "x1 h1 x2 h2 y3 s3 o3 y4 s4 o4");
        QCOMPARE(edges(circuit, graph), "h0>h1 x1>h1 h1>h2 x2>h2 h2>s3 y3>s3 s3>o3 s3>s4 y4>s4 s4>o4");
    }
    void aProductNeedsBothFactors()
    {
        Circuit circuit{"", {inputNode("x"), inputNode("g"), state("h", {gatedBy("g", reads("x"), 1)})}};
        QCOMPARE(edges(circuit, unfold::unfold(circuit, 2)), "x1>h1 g0~h1 x2>h2 g1~h2");
        circuit.nodes[1].span = {Span::Kind::Last, 1};
        QCOMPARE(edges(circuit, unfold::unfold(circuit, 2)), "x1>h1 g0~h1"); // g(1) does not exist
        circuit.nodes[0].span = {Span::Kind::Last, 1};
        QCOMPARE(edges(circuit, unfold::unfold(circuit, 2)), ""); // nor does x(1)
    }
    void aWindowKeepsTheEdgesThatTouchIt()
    {
        const Circuit circuit = makeCircuit("driven", {});
        const UnrolledGraph graph = unfold::unfold(circuit, 1000, {500, 501});
        QCOMPARE(vertices(circuit, graph), "x500 h500 x501 h501");
        QCOMPARE(edges(circuit, graph), "h499>h500 x500>h500 h500>h501 x501>h501 h501>h502");
    }
    void everyWindowIsTheWholeGraphCut()
    {
        const Circuit circuit{"",
            {inputNode("x"), state("h", {reads("h", 2), gatedBy("x", reads("x", -3), 1)}),
                state("g", {reads("g", -1), reads("h", -2)})}};
        const int steps = 9;
        const UnrolledGraph whole = unfold::unfold(circuit, steps);
        for (int first = -1; first <= steps + 1; ++first)
            for (int last = first; last <= steps + 2; ++last) {
                const StepRange window{std::max(1, first), std::min(last, steps)};
                std::vector<Vertex> inside;
                for (const Vertex &v : whole.vertices)
                    if (window.contains(v.step))
                        inside.push_back(v);
                std::vector<Edge> touching;
                for (const Edge &e : whole.edges)
                    if (window.contains(e.from.step) || window.contains(e.to.step))
                        touching.push_back(e);
                const UnrolledGraph cut = unfold::unfold(circuit, steps, {first, last});
                QCOMPARE(cut.vertices, inside);
                QCOMPARE(cut.edges, touching);
            }
    }
};

UNFOLD_GUILESS_TEST(UnfoldTest)
#include "unfold_test.moc"
