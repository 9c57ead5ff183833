// The gated cells. Their drawings: gates inside the cell, and the value that is carried on as a line through it.
#include "core/circuit/catalogue_pages.h"

namespace unfold::page {
namespace {

// Lanes: x, the line of x, the line of h(t − 1), the gates; above them where gates meet what they gate, and the carried
// value.
constexpr double xLane = -0.8, xLine = 0.8, hLine = 1.6, gateLane = 2.6;

/// φ(b_• + W_• h(t−1) + U_• x), the form of every gate.
Node gate(const std::string &name, int size, Activation activation, Place place)
{
    return {name, Role::Inner, size, activation, "b_" + name, {times("W_" + name, "h", 1), times("U_" + name, "x")},
        every, place};
}

/// x stands below the middle of its cell; its line runs both ways.
std::vector<DrawnLine> inputLines(double middle, double leftmost, double rightmost)
{
    std::vector<DrawnLine> lines;
    for (const double end : {leftmost, rightmost})
        lines.push_back({"x", 0, {{xLine, middle}, {xLine, end}}, {}, {}, 0.45});
    return lines;
}

/// From the right border of a cell around below it to its left border, at the same lane.
std::vector<Place> below(double lane, double right, double left, double depth)
{
    return {{lane, right}, {depth, right}, {depth, left}, {lane, left}};
}

// --- GRU ---

constexpr double gruWidth = 7.6, gruTop = 5.75, gruCarried = 5.3, gruLetIn = 4.4, gruGate = 1.4, gruReset = 2.9,
                 gruMiddle = 3.4, gruSum = 5.4, gruOut = 6.6;

Node gruState(int size)
{
    return {"h", Role::State, size, identity, "", {plain("k"), gated("z", "k", 0, -1), gated("z", "h", 1)}, every,
        Place{gruCarried, gruOut}};
}

/// h along the top: z keeps a part of the old one, 1 − z lets in k. Below, h(t − 1) branches off to the gates.
Drawing gruDrawing(double lastRead, const Joint &reset)
{
    Drawing drawing{inputLines(gruMiddle, gruGate, gruSum), {}};
    drawing.lines.push_back({"h", 1, {{gruCarried, gruWidth}},
        {{gruCarried, gruWidth + 0.5}, {gruTop + 0.45, gruWidth + 0.5}, {gruTop + 0.45, -0.5}, {gruCarried, -0.5}},
        {{gruCarried, 0}, {gruCarried, gruGate}}, 0});
    drawing.lines.push_back({"h", 1, {}, {}, {{gruCarried, 0.3}, {hLine, 0.3}, {hLine, lastRead}}, -0.45});
    drawing.lines.push_back({"z", 0, {{gruLetIn, gruGate}, {gruLetIn, gruSum}}, {}, {}, 0});
    drawing.joints
        = {{"h", 2, {gruCarried, gruGate}}, {"h", 1, {gruLetIn, gruSum}}, {"h", -1, {gruCarried, gruSum}}, reset};
    return drawing;
}

Circuit gruCircuit(const std::string &name, std::vector<Node> nodes, Drawing drawing)
{
    return {
        name, std::move(nodes), {{"GRU", {"z", "r", "p", "k", "h"}, {0.4, 0}, {gruTop, gruWidth}}}, std::move(drawing)};
}

} // namespace

Circuit lstm(const Options &options)
{
    const int h = options.size("h");
    constexpr double meet = 3.5, carried = 4.4, width = 8, top = 4.9, middle = 3.25;
    Circuit circuit{"lstm",
        {input("x", options.size("x"), {xLane, middle}), gate("f", h, sigmoid, {gateLane, 1}),
            gate("i", h, sigmoid, {gateLane, 2.5}), gate("q", h, sigmoid, {gateLane, 5.5}),
            gate("k", h, hyperbolic, {gateLane, 4}),
            {"s", Role::State, h, identity, "", {gated("f", "s", 1), gated("i", "k")}, every, Place{carried, 4.6}},
            {"m", Role::Inner, h, hyperbolic, "", {plain("s")}, every, Place{meet, 6.8}},
            {"h", Role::State, h, identity, "", {gated("q", "m")}, every, Place{hLine, 6.8}},
            output(options.size("o"), {times("V", "h")}, {top + 1.4, 7.6})},
        {{"LSTM", {"f", "i", "q", "k", "s", "m", "h"}, {0.4, 0}, {top, width}}}, {}};
    Drawing &drawing = circuit.drawing;
    drawing.lines = inputLines(middle, 1, 5.5);
    drawing.lines.push_back({"s", 1, {{carried, width}},
        {{carried, width + 0.5}, {top + 0.45, width + 0.5}, {top + 0.45, -0.5}, {carried, -0.5}},
        {{carried, 0}, {carried, 1}}, 0});
    drawing.lines.push_back({"s", 0, {{carried, 6.8}}, {}, {}, 0});
    drawing.lines.push_back(
        {"h", 1, {{hLine, width}}, below(hLine, width + 0.5, -0.5, -0.05), {{hLine, 0}, {hLine, 5.5}}, -0.45});
    drawing.lines.push_back({"h", 0, {{hLine, 7.6}}, {}, {}, 0});
    drawing.joints
        = {{"s", 0, {carried, 1}}, {"s", 1, {meet, 3.25}}, {"s", -1, {carried, 3.25}}, {"h", 0, {gateLane, 6.8}}};
    return circuit;
}

Circuit gru(const Options &options)
{
    const int h = options.size("h");
    return gruCircuit("gru",
        {input("x", options.size("x"), {xLane, gruMiddle}), gate("z", h, sigmoid, {gateLane, gruGate}),
            gate("r", h, sigmoid, {gateLane, gruReset}),
            {"p", Role::Inner, h, identity, "d", {times("W_k", "h", 1)}, every, Place{gateLane, 4.4}},
            {"k", Role::Inner, h, hyperbolic, "b_k", {times("U_k", "x"), gated("r", "p")}, every, Place{3.4, gruSum}},
            gruState(h), output(options.size("o"), {times("V", "h")}, {gruTop + 1.4, gruOut})},
        gruDrawing(4.4, {"k", 1, {3.4, 3.65}}));
}

Circuit gruResetBefore(const Options &options)
{
    const int h = options.size("h");
    Term throughP = times("W_k", "p");
    throughP.recurrent = true; // p carries h(t − 1), so the gain belongs to W_k though the term has no delay
    return gruCircuit("gru-reset-before",
        {input("x", options.size("x"), {xLane, gruMiddle}), gate("z", h, sigmoid, {gateLane, gruGate}),
            gate("r", h, sigmoid, {gateLane, gruReset}),
            {"p", Role::Inner, h, identity, "", {gated("r", "h", 1)}, every, Place{3.4, 3.9}},
            {"k", Role::Inner, h, hyperbolic, "b_k", {times("U_k", "x"), throughP}, every, Place{3.4, gruSum}},
            gruState(h), output(options.size("o"), {times("V", "h")}, {gruTop + 1.4, gruOut})},
        gruDrawing(3.9, {"p", 0, {gateLane, 3.9}}));
}

} // namespace unfold::page
