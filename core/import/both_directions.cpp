#include "core/import/both_directions.h"

#include <algorithm>

namespace unfold {
namespace {

constexpr double between = 1.5; ///< lanes and columns from one cell to the other
constexpr double overCells = 1.4; ///< lanes from the upper cell to the output

std::string mirroredNode(const std::string &name)
{
    return name == "x" || name.empty() ? name : name == "h" ? "g" : name + "_g";
}

/// From the first cell into the second: left and right are exchanged, and it is moved up and to the right.
class Mirror
{
public:
    explicit Mirror(const Cell &cell)
        : m_cell(cell)
        , m_up(cell.high.lane - cell.low.lane + between)
        , m_right(cell.high.column - cell.low.column + between)
    {
    }

    Place operator()(const Place &p) const
    {
        return {p.lane + m_up, m_cell.low.column + m_cell.high.column - p.column + m_right};
    }
    std::vector<Place> operator()(std::vector<Place> places) const
    {
        std::transform(places.begin(), places.end(), places.begin(), *this);
        return places;
    }

    Node operator()(const Node &node) const
    {
        Node moved = mirrored(node);
        moved.place = (*this)(*node.place);
        return moved;
    }

    Cell cell() const
    {
        Cell cell{m_cell.name + " back", {}, {m_cell.low.lane + m_up, m_cell.low.column + m_right},
            {m_cell.high.lane + m_up, m_cell.high.column + m_right}};
        for (const std::string &name : m_cell.nodes)
            cell.nodes.push_back(mirroredNode(name));
        return cell;
    }

    DrawnLine operator()(const DrawnLine &line) const
    {
        return {mirroredNode(line.source), -line.delay, (*this)(line.out), (*this)(line.loop), (*this)(line.in),
            -line.shift};
    }

    Joint operator()(const Joint &joint) const { return {mirroredNode(joint.node), joint.term, (*this)(joint.place)}; }

private:
    const Cell &m_cell;
    double m_up;
    double m_right;
};

/// x stands between the cells: one line runs below each, to its farthest gate.
void drawInput(double middle, const Mirror &mirror, Drawing &drawing)
{
    Place farthest{0, middle};
    double shift = 0;
    for (const DrawnLine &line : drawing.lines)
        if (line.source == "x" && line.out.back().column < farthest.column) {
            farthest = line.out.back();
            shift = line.shift;
        }
    std::erase_if(drawing.lines, [](const DrawnLine &line) { return line.source == "x"; });
    for (const auto &[end, side] : {std::pair{farthest, shift}, {mirror(farthest), -shift}})
        drawing.lines.push_back({"x", 0, {{end.lane, middle}, end}, {}, {}, side});
}

void drawBoth(const Mirror &mirror, Drawing &drawing)
{
    const Drawing one = drawing;
    for (const DrawnLine &line : one.lines)
        if (line.source != "x")
            drawing.lines.push_back(mirror(line));
    for (const Joint &joint : one.joints)
        drawing.joints.push_back(mirror(joint));
}

} // namespace

std::string mirroredParameter(const std::string &name)
{
    return name.empty() ? name : name + (name.find('_') == std::string::npos ? "_g" : "g");
}

Node mirrored(Node node)
{
    node.name = mirroredNode(node.name);
    node.bias = mirroredParameter(node.bias);
    for (Term &term : node.terms) {
        term.source = mirroredNode(term.source);
        term.parameter = mirroredParameter(term.parameter);
        term.delay = -term.delay;
        term.gate = mirroredNode(term.gate);
        term.gateDelay = -term.gateDelay;
    }
    return node;
}

Circuit bothDirections(Circuit circuit, std::optional<Node> output)
{
    const Cell first = circuit.cells.front();
    const Mirror mirror(first);
    const Cell second = mirror.cell();
    const double middle = (first.low.column + second.high.column) / 2;
    const std::vector<Node> forward = circuit.nodes;
    for (const Node &node : forward)
        if (node.role != Role::Input)
            circuit.nodes.push_back(mirror(node));
    circuit.nodes.front().place->column = middle;
    if (output) {
        Term other = output->terms.front();
        other.source = "g";
        other.parameter = "V_g";
        output->terms.push_back(other);
        output->place = Place{second.high.lane + overCells, middle};
        circuit.nodes.push_back(*output);
    }
    circuit.cells.push_back(second);
    drawBoth(mirror, circuit.drawing);
    drawInput(middle, mirror, circuit.drawing);
    return circuit;
}

} // namespace unfold
