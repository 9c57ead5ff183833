#include "ui/diagram/folded/folded_layout.h"

#include "ui/diagram/folded/folded_drawing.h"
#include "ui/diagram/folded/folded_labels.h"
#include "ui/diagram/folded/folded_wires.h"
#include "ui/diagram/shared/places.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace unfold {
namespace {

/// The places that are drawn: one per node, then L and y where there is a loss.
std::vector<Place> drawnPlaces(const FoldedInput &input)
{
    std::vector<Place> places = placesOf(input.circuit);
    if (!input.loss || input.loss->source < 0)
        return places;
    double top = 0;
    for (const Place &p : places)
        top = std::max(top, p.lane);
    const Place source = places[static_cast<size_t>(input.loss->source)];
    places.push_back({top + 1, source.column});
    places.push_back({top + 1, source.column - 1});
    return places;
}

/// The map from lanes and columns to pixels.
struct Grid {
    double left = 0, columnPitch = 0, firstColumn = 0, radius = 0;
    std::map<double, double> yOfLane;

    QPointF at(const Place &p) const { return {left + (p.column - firstColumn) * columnPitch, yOfLane.at(p.lane)}; }
};

bool isDelayed(const Circuit &circuit, const std::string &name)
{
    for (const Node &node : circuit.nodes)
        for (const Term &term : node.terms)
            if ((term.source == name && term.delay != 0) || (term.gate == name && term.gateDelay != 0))
                return true;
    return false;
}

/// Columns that a loop hangs beside.
int loopColumns(const FoldedInput &input, const std::vector<Place> &places)
{
    std::set<double> columns;
    for (size_t i = 0; i < input.circuit.nodes.size(); ++i)
        if (isDelayed(input.circuit, input.circuit.nodes[i].name))
            columns.insert(places[i].column);
    return static_cast<int>(columns.size());
}

/// Room to the right of the last column: more where a loop with its note hangs there.
double rightMargin(const FoldedInput &input, const std::vector<Place> &places, double lastColumn, double radius)
{
    for (size_t i = 0; i < input.circuit.nodes.size(); ++i)
        if (places[i].column > lastColumn - 0.75 && isDelayed(input.circuit, input.circuit.nodes[i].name))
            return 4.4 * radius + input.fonts.note(delayNote(1)).width() + 10 * input.fonts.unit;
    return 2.0 * radius;
}

/// Height of the gap above every lane, in lanes: wider where many arrows cross it, for their letters.
std::map<double, double> laneGaps(const FoldedInput &input, const std::vector<Place> &places)
{
    std::set<double> lanes;
    for (const Place &place : places)
        lanes.insert(place.lane);
    std::map<double, double> gaps;
    for (auto lane = lanes.begin(); std::next(lane) != lanes.end(); ++lane) {
        const double middle = (*lane + *std::next(lane)) / 2;
        int crossing = 0;
        for (size_t n = 0; n < input.circuit.nodes.size(); ++n)
            for (const Term &term : input.circuit.nodes[n].terms) {
                const double source = places[static_cast<size_t>(input.circuit.indexOf(term.source))].lane;
                const bool crosses = (source < middle) != (places[n].lane < middle);
                crossing += crosses ? (term.gate.empty() ? 1 : 2) : 0;
            }
        gaps[*lane] = std::clamp(0.7 + 0.15 * crossing, 0.85, 1.9);
    }
    return gaps;
}

/// Room to the left of the first column: half a note where one stands there.
double leftMargin(const FoldedInput &input, const std::vector<Place> &places, double firstColumn, double radius)
{
    double margin = radius + 8 * input.fonts.unit;
    for (size_t i = 0; i < input.circuit.nodes.size(); ++i)
        if (const std::string note = spanNote(input.circuit.nodes[i].span);
            !note.empty() && places[i].column < firstColumn + 0.25)
            margin = std::max(margin, input.fonts.note(note).width() / 2 + 4 * input.fonts.unit);
    return margin;
}

Grid gridOf(const FoldedInput &input, const std::vector<Place> &places)
{
    const auto [first, last] = std::minmax_element(
        places.begin(), places.end(), [](const Place &a, const Place &b) { return a.column < b.column; });
    const double unit = input.fonts.unit;
    const double width = input.size.width();
    const double height = input.size.height();
    const std::map<double, double> gaps = laneGaps(input, places);
    double all = 0;
    double narrowest = 1;
    for (const auto &[lane, gap] : gaps) {
        all += gap;
        narrowest = std::min(narrowest, gap);
    }
    const double columns = last->column - first->column;
    Grid grid;
    grid.firstColumn = first->column;
    const double acrossPitch = width / (columns + 1.6 + 1.2 * loopColumns(input, places));
    grid.radius = std::clamp(0.31 * std::min(height * narrowest / (all + 1), acrossPitch), 8.0 * unit, 23 * unit);
    const double edge = grid.radius + 8 * unit;
    const double lanePitch = all > 0 ? std::min((height - 2 * edge) / all, 6 * grid.radius) : 0;
    double y = height / 2 + lanePitch * all / 2;
    for (const Place &place : places)
        grid.yOfLane[place.lane] = 0;
    for (auto &[lane, at] : grid.yOfLane) {
        at = y;
        y -= gaps.count(lane) ? gaps.at(lane) * lanePitch : 0;
    }
    double right = rightMargin(input, places, last->column, grid.radius);
    const double needed = columns * 2.9 * grid.radius;
    const double side = leftMargin(input, places, first->column, grid.radius);
    right = std::max(2 * grid.radius, std::min(right, width - side - needed));
    const double available = std::max(1.0, width - side - right);
    grid.columnPitch = columns > 0 ? std::min(available / columns, 7 * grid.radius) : 0;
    grid.left = columns > 0 ? side + (available - columns * grid.columnPitch) / 2 : 0.42 * width;
    return grid;
}

std::vector<NodeShape> nodeShapes(const FoldedInput &input, const std::vector<Place> &places, const Grid &grid)
{
    std::vector<NodeShape> shapes;
    const size_t count = input.circuit.nodes.size();
    for (size_t i = 0; i < places.size(); ++i) {
        NodeShape shape;
        shape.disc = {grid.at(places[i]), grid.radius};
        if (i < count) {
            shape.element = ElementRef::ofNode(static_cast<int>(i));
            shape.role = input.circuit.nodes[i].role;
            shape.name = input.circuit.names.node(input.circuit.nodes[i].name);
        } else {
            const bool loss = i == count;
            shape.element = loss ? ElementRef::ofLoss() : ElementRef::ofTarget();
            shape.kind = loss ? NodeShape::Kind::Loss : NodeShape::Kind::Target;
            shape.name = loss ? "L" : "y";
        }
        shapes.push_back(std::move(shape));
    }
    return shapes;
}

} // namespace

std::string delayNote(int delay)
{
    if (delay == 1)
        return "one step";
    if (delay == -1)
        return "next step";
    return std::to_string(std::abs(delay)) + (delay > 0 ? " steps" : " steps ahead");
}

std::string spanNote(const Span &span)
{
    const std::string n = std::to_string(span.count);
    switch (span.kind) {
    case Span::Kind::First: return span.count == 1 ? "first step" : "first " + n + " steps";
    case Span::Kind::Last: return span.count == 1 ? "last step" : "last " + n + " steps";
    case Span::Kind::After: return "after step " + n;
    case Span::Kind::Listed: return "listed steps";
    case Span::Kind::Every: break;
    }
    return {};
}

FoldedLayout layOutFolded(const FoldedInput &input)
{
    FoldedLayout layout;
    if (input.circuit.nodes.empty() || input.size.isEmpty())
        return layout;
    if (const auto handDrawing = handDrawingOf(input.circuit, input.opened)) {
        layOutFoldedDrawing(input, *handDrawing, layout);
        return layout;
    }
    const std::vector<Place> places = drawnPlaces(input);
    const Grid grid = gridOf(input, places);
    layout.radius = grid.radius;
    layout.letterFactor = std::clamp(grid.radius / (17 * input.fonts.unit), 0.72, 1.0);
    layout.nodes = nodeShapes(input, places, grid);
    addWires(input, layout);
    addLabels(input, layout);
    return layout;
}

ElementRef FoldedLayout::hit(QPointF point) const
{
    for (const LabelShape &label : labels)
        if (label.box.adjusted(-2, -2, 2, 2).contains(point))
            return label.element;
    if (const NodeShape *node = nodeAt(nodes, point))
        return node->element;
    for (const DelaySquare &square : squares)
        if (square.box.adjusted(-3, -3, 3, 3).contains(point))
            return square.element;
    for (const GateDot &gate : gates)
        if (distance(point, gate.disc.centre) <= gate.disc.radius + 2)
            return gate.element;
    if (const EdgeShape *edge = edgeAt(edges, point, 6))
        return edge->element;
    return {};
}

} // namespace unfold
