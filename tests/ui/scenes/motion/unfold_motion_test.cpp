// The motion of every circuit: its ends are the two drawings, exactly, and nothing jumps in between.
#include "tests/support/test_program.h"
#include "ui/scenes/motion/unfold_motion.h"

#include "tests/ui/diagram/circuits.h"
#include "ui/diagram/shared/hand_drawing.h"
#include "ui/scenes/motion/motion_scene.h"

#include <QTest>

#include <cmath>
#include <map>
#include <random>
#include <set>

using namespace unfold;

namespace {

constexpr double exact = 1e-9;

struct Case {
    std::string name;
    MotionScene scene;
};

/// A circuit as somebody might write it: some states that read one another over all sorts of delays.
Circuit randomCircuit(unsigned seed)
{
    std::mt19937 random(seed);
    const auto upTo = [&](unsigned most) { return static_cast<int>(random() % (most + 1)); };
    Circuit circuit{"random" + std::to_string(seed), {}};
    circuit.nodes.push_back({"x", Role::Input, 2, Activation::Identity, "", {}, {}, std::nullopt});
    const int states = 1 + upTo(2);
    for (int n = 0; n < states; ++n) {
        Node node{"n" + std::to_string(n), Role::State, 2, Activation::Tanh, "", {}, {}, std::nullopt};
        node.terms.push_back({n == 0 ? "x" : "n" + std::to_string(n - 1), "U" + std::to_string(n), 0, 1, "", 0, {}});
        for (int k = upTo(2); k >= 0; --k)
            node.terms.push_back({"n" + std::to_string(upTo(static_cast<unsigned>(states) - 1)),
                "W" + std::to_string(n) + std::to_string(k), 1 + upTo(2), upTo(1) == 1 ? 1 : -1, "", 0, {}});
        circuit.nodes.push_back(std::move(node));
    }
    circuit.nodes.push_back({"o", Role::Output, 2, Activation::Identity, "",
        {{"n" + std::to_string(states - 1), "V", 0, 1, upTo(1) == 1 ? "n0" : "", upTo(1), {}}}, {}, std::nullopt});
    return circuit;
}

std::vector<Case> allCases(QSizeF size = {1180, 330})
{
    std::vector<Circuit> circuits = circuitsToDraw();
    for (unsigned seed = 1; seed <= 8; ++seed)
        circuits.push_back(randomCircuit(seed));
    Circuit one = makeCircuit("elman", {});
    one.nodes[0].span = {Span::Kind::First, 1};
    one.name = "one-to-many";
    circuits.push_back(one);
    std::vector<Case> cases;
    for (const Circuit &circuit : circuits)
        for (const bool opened : {false, true}) {
            if (opened && !canClose(circuit))
                continue;
            for (const int steps : {1, 5, 20}) {
                MotionAsk ask{circuit, lossOf(circuit), steps, size, plainFonts(), opened};
                if (circuit.name == "encoder-decoder" && steps < 4)
                    continue;
                cases.push_back({circuit.name + (opened ? " opened " : " ") + std::to_string(steps), sceneOf(ask)});
            }
        }
    return cases;
}

std::vector<Curve> piecesOf(const EdgeShape &edge)
{
    std::vector<Curve> all = edge.lead;
    all.push_back(edge.curve);
    return all;
}

/// The distance from a point to a curve, to the last digit: sampled, then refined.
double distanceToCurve(QPointF point, const Curve &curve)
{
    const auto away = [&](double t) { return distance(point, curve.at(t)); };
    double best = 0;
    for (int i = 0; i <= 64; ++i)
        if (away(i / 64.0) < away(best))
            best = i / 64.0;
    double low = std::max(0.0, best - 1 / 64.0), high = std::min(1.0, best + 1 / 64.0);
    for (int round = 0; round < 200; ++round) {
        const double a = low + (high - low) / 3, b = high - (high - low) / 3;
        (away(a) < away(b) ? high : low) = away(a) < away(b) ? b : a;
    }
    return std::min(away((low + high) / 2), away(best));
}

double distanceToPath(QPointF point, const std::vector<Curve> &path)
{
    double nearest = 1e300;
    for (const Curve &piece : path)
        nearest = std::min(nearest, distanceToCurve(point, piece));
    return nearest;
}

ElementRef timeless(ElementRef element)
{
    element.step = 0;
    return element;
}

bool carriesAny(const EdgeShape &edge, const EdgeShape &of)
{
    for (const ElementRef &a : edge.carries)
        for (const ElementRef &b : of.carries)
            if (timeless(a) == timeless(b))
                return true;
    return false;
}

/// A moving thing that is the same at two phases: its key, and points on it.
using Places = std::map<std::string, std::vector<QPointF>>;

Places placesOf(const MotionFrame &frame)
{
    Places places;
    for (const MovingNode &node : frame.nodes)
        places["node " + std::to_string(int(node.shape.kind)) + " " + std::to_string(node.shape.element.node) + " "
            + std::to_string(node.shape.element.step) + " " + std::to_string(node.shape.step)]
            = {node.shape.box().topLeft(), node.shape.box().bottomRight()};
    std::map<std::string, int> seen;
    for (const MovingEdge &edge : frame.edges) {
        std::string key = "edge " + std::to_string(edge.shape.from) + " " + std::to_string(edge.shape.to);
        for (const ElementRef &element : edge.shape.carries)
            key += " " + std::to_string(int(element.kind)) + "," + std::to_string(element.node) + ","
                + std::to_string(element.term) + (element.gate ? "g" : "");
        key += edge.shape.head ? " head" : " tail";
        key += std::to_string(edge.shape.lead.size()); // a tail of its own colour joins its head in the end
        key += "#" + std::to_string(seen[key]++);
        places[key] = {piecesOf(edge.shape).front().start, edge.shape.curve.end};
        for (const Curve &piece : piecesOf(edge.shape))
            places[key + "m" + std::to_string(seen[key + "m"]++)] = {piece.at(0.5)};
    }
    return places;
}

} // namespace

class UnfoldMotionTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_cases = allCases(); }

    void everyShapeComesFromOneOfTheFoldedDrawing()
    {
        for (const Case &c : m_cases)
            QVERIFY2(c.scene.motion.unmatched() == 0, c.name.c_str());
    }

    void atTheStartNodesStandExactlyAsFolded()
    {
        for (const Case &c : m_cases) {
            const FoldedLayout &folded = c.scene.motion.input().folded;
            const MotionFrame frame = c.scene.motion.at(0);
            QVERIFY2(!frame.nodes.empty(), c.name.c_str());
            for (const MovingNode &node : frame.nodes) {
                const auto same = std::find_if(folded.nodes.begin(), folded.nodes.end(), [&](const NodeShape &f) {
                    return f.element == timeless(node.shape.element) && f.kind == node.shape.kind;
                });
                QVERIFY2(same != folded.nodes.end(), c.name.c_str());
                QVERIFY2(distance(same->disc.centre, node.shape.disc.centre) < exact, c.name.c_str());
                QVERIFY2(distance(same->box().topLeft(), node.shape.box().topLeft()) < exact, c.name.c_str());
                QCOMPARE(node.named, 0.0);
            }
        }
    }

    void atTheStartEveryFoldedNodeIsThereOnce()
    {
        for (const Case &c : m_cases) {
            const MotionFrame frame = c.scene.motion.at(0);
            if (c.scene.shown.steps > 1)
                QVERIFY2(frame.nodes.size() == c.scene.motion.input().folded.nodes.size(), c.name.c_str());
            std::set<std::pair<double, double>> places;
            for (const MovingNode &node : frame.nodes)
                QVERIFY2(
                    places.insert({node.shape.disc.centre.x(), node.shape.disc.centre.y()}).second, c.name.c_str());
        }
    }

    void atTheStartArrowsLieOnTheFoldedOnes()
    {
        for (const Case &c : m_cases) {
            const FoldedLayout &folded = c.scene.motion.input().folded;
            for (const MovingEdge &edge : c.scene.motion.at(0).edges) {
                std::vector<Curve> path;
                for (const EdgeShape &f : folded.edges)
                    if (carriesAny(f, edge.shape))
                        for (const Curve &piece : piecesOf(f))
                            path.push_back(piece);
                for (const Curve &piece : piecesOf(edge.shape))
                    for (const double t : {0.0, 0.25, 0.5, 0.75, 1.0}) {
                        const QPointF point = piece.at(t);
                        bool under = false; // a delay square
                        for (const DelaySquare &square : folded.squares)
                            under = under || square.box.adjusted(-1, -1, 1, 1).contains(point);
                        if (!under)
                            QVERIFY2(distanceToPath(point, path) < exact, c.name.c_str());
                    }
            }
        }
    }

    void atTheStartSquaresAndGatesStandExactlyAsFolded()
    {
        for (const Case &c : m_cases) {
            const FoldedLayout &folded = c.scene.motion.input().folded;
            const MotionFrame frame = c.scene.motion.at(0);
            for (const DelaySquare &square : folded.squares) {
                const auto there = std::any_of(frame.squares.begin(), frame.squares.end(), [&](const MovingSquare &s) {
                    return distance(s.square.box.center(), square.box.center()) < 1e-6
                        && std::abs(s.square.box.width() - square.box.width()) < exact;
                });
                if (c.scene.shown.steps > std::abs(square.delay))
                    QVERIFY2(there, c.name.c_str());
            }
            for (const MovingGate &gate : frame.gates)
                QVERIFY2(std::any_of(folded.gates.begin(), folded.gates.end(),
                             [&](const GateDot &f) {
                                 return distance(f.disc.centre, gate.gate.disc.centre) < exact
                                     && std::abs(f.disc.radius - gate.gate.disc.radius) < exact;
                             }),
                    c.name.c_str());
        }
    }

    void atTheEndEverythingIsExactlyAsUnrolled()
    {
        for (const Case &c : m_cases) {
            const UnrolledLayout &unrolled = c.scene.motion.input().unrolled;
            const MotionFrame frame = c.scene.motion.at(1);
            QCOMPARE(frame.nodes.size(), unrolled.nodes.size());
            QCOMPARE(frame.edges.size(), unrolled.edges.size());
            QCOMPARE(frame.gates.size(), unrolled.gates.size());
            QCOMPARE(frame.frames.size(), unrolled.frames.size());
            QVERIFY2(frame.squares.empty(), c.name.c_str());
            for (size_t i = 0; i < unrolled.nodes.size(); ++i) {
                QVERIFY2(
                    distance(frame.nodes[i].shape.disc.centre, unrolled.nodes[i].disc.centre) < exact, c.name.c_str());
                QVERIFY2(distance(frame.nodes[i].shape.box().topLeft(), unrolled.nodes[i].box().topLeft()) < exact,
                    c.name.c_str());
                QCOMPARE(frame.nodes[i].named, 1.0);
                QCOMPARE(frame.nodes[i].shown, 1.0);
            }
            for (size_t i = 0; i < unrolled.edges.size(); ++i) {
                const std::vector<Curve> path = piecesOf(unrolled.edges[i]);
                const std::vector<Curve> drawn = piecesOf(frame.edges[i].shape);
                QVERIFY2(distance(drawn.front().start, path.front().start) < exact, c.name.c_str());
                QVERIFY2(distance(drawn.back().end, path.back().end) < exact, c.name.c_str());
                for (const Curve &piece : drawn)
                    for (const double t : {0.0, 0.25, 0.5, 0.75, 1.0})
                        QVERIFY2(distanceToPath(piece.at(t), path) < exact, c.name.c_str());
            }
            for (size_t i = 0; i < unrolled.gates.size(); ++i)
                QVERIFY2(
                    distance(frame.gates[i].gate.disc.centre, unrolled.gates[i].disc.centre) < exact, c.name.c_str());
            for (size_t i = 0; i < unrolled.frames.size(); ++i)
                QVERIFY2(distance(frame.frames[i].frame.box.topLeft(), unrolled.frames[i].box.topLeft()) < exact,
                    c.name.c_str());
        }
    }

    /// Between two phases a thousandth apart nothing moves by more than some px: the way across the screen is 1200 px
    /// in at least a tenth of the time.
    void nothingJumps()
    {
        constexpr int phases = 1000;
        for (const Case &c : m_cases) {
            if (!c.name.ends_with(" 5"))
                continue;
            Places before = placesOf(c.scene.motion.at(0));
            for (int i = 1; i <= phases; ++i) {
                const Places now = placesOf(c.scene.motion.at(double(i) / phases));
                for (const auto &[key, points] : now) {
                    const auto then = before.find(key);
                    if (then == before.end() || then->second.size() != points.size())
                        continue;
                    for (size_t k = 0; k < points.size(); ++k)
                        if (const double moved = distance(points[k], then->second[k]); moved > 6)
                            QFAIL(qPrintable(QString::fromStdString(c.name + ": " + key)
                                + QStringLiteral(" at %1 by %2").arg(double(i) / phases).arg(moved)));
                }
                before = now;
            }
        }
    }

    /// A copy leaves once the one before it is out.
    void copiesLeaveOneAfterTheOther()
    {
        for (const Case &c : m_cases) {
            const MotionTime &time = c.scene.motion.time();
            const double x1 = c.scene.motion.input().axis.x(1);
            for (int step = 2; step <= c.scene.shown.steps; ++step)
                for (const MovingNode &node : c.scene.motion.at(time.endOf(step)).nodes)
                    if (node.shape.kind != NodeShape::Kind::Initial && node.shape.element.step < step)
                        QVERIFY2(std::abs(node.shape.disc.centre.x() - x1
                                     - (node.shape.element.step - 1) * c.scene.motion.input().axis.pitch())
                                < c.scene.motion.input().axis.pitch(),
                            c.name.c_str());
        }
    }

    void whatIsDrawnIsOfTheShownSequence()
    {
        for (const Case &c : m_cases) {
            QVERIFY(c.scene.shown.steps >= 1 && c.scene.shown.steps <= mostShownSteps);
            QVERIFY2(c.scene.motion.input().unrolled.detail == Detail::Full, c.name.c_str());
        }
    }

private:
    std::vector<Case> m_cases;
};

UNFOLD_TEST(UnfoldMotionTest)
#include "unfold_motion_test.moc"
