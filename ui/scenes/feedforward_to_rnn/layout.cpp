#include "ui/scenes/feedforward_to_rnn/layout.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace unfold {
namespace {

constexpr double widest
    = 1.75; ///< how much farther apart the layers stand before they are squashed, where there is room
constexpr double quarter = std::numbers::pi / 2;

double mixed(double a, double b, double share)
{
    return a + share * (b - a);
}

QPointF mixed(QPointF a, QPointF b, double share)
{
    return a + share * (b - a);
}

QRectF mixed(const QRectF &a, const QRectF &b, double share)
{
    return {mixed(a.topLeft(), b.topLeft(), share), mixed(a.bottomRight(), b.bottomRight(), share)};
}

QRectF around(QPointF centre, double halfWidth, double halfHeight)
{
    return {centre - QPointF(halfWidth, halfHeight), QSizeF(2 * halfWidth, 2 * halfHeight)};
}

/// The share of a step that passes between `from` and `to` of it.
double part(double progress, double from, double to)
{
    return std::clamp((progress - from) / (to - from), 0.0, 1.0);
}

/// Turns about a point and moves; without angle and shift everything stays exactly where it is.
struct Turn {
    QPointF pivot;
    double angle; ///< radians, clockwise on the screen
    QPointF shift;

    bool moves() const { return angle != 0 || !shift.isNull(); }

    QPointF operator()(QPointF p) const
    {
        if (!moves())
            return p;
        const QPointF d = p - pivot;
        const double c = std::cos(angle);
        const double s = std::sin(angle);
        return pivot + shift + QPointF(c * d.x() - s * d.y(), s * d.x() + c * d.y());
    }
    Curve operator()(const Curve &c) const
    {
        return {(*this)(c.start), (*this)(c.control0), (*this)(c.control1), (*this)(c.end)};
    }
};

class FeedforwardToRnn
{
public:
    FeedforwardToRnn(const FoldedInput &input, double phase)
        : m_input(input)
        , m_end(layOutFolded(input))
        , m_progress(transitionProgress(phase))
        , m_merged(part(m_progress[1], 0, 0.65))
        , m_turn{pivot(), quarter * (1 - m_progress[2]),
              (1 - m_progress[2]) * QPointF(input.size.width() / 2 - pivot().x(), 0)}
    {
    }

    FeedforwardToRnnPicture run()
    {
        m_picture.letterFactor = m_end.letterFactor;
        m_picture.many = 1 - part(m_progress[1], 0.5, 0.75);
        m_picture.frame = part(m_progress[0], 0, 0.5);
        m_picture.names = part(m_progress[1], 0.65, 0.95);
        addNodes();
        addNeurons();
        addSynapses();
        addEdges();
        addSquares();
        addLabels();
        return std::move(m_picture);
    }

private:
    QPointF pivot() const;
    double farthest() const;
    QPointF layerCentre(int node) const;
    int unitsOf(int node) const { return m_input.circuit.nodes[static_cast<size_t>(node)].size; }
    double unitRadius() const { return 0.52 * m_end.radius; }
    double unitPitch() const { return 1.85 * m_end.radius; }
    Disc unitDisc(int node, int unit) const;
    bool delayed(const EdgeShape &edge) const;
    double growth(const EdgeShape &edge) const;
    void addNodes();
    void addNeurons();
    void addSynapses();
    void addEdges();
    void addSquares();
    void addLabels();

    const FoldedInput &m_input;
    FoldedLayout m_end;
    std::array<double, transitionSteps> m_progress;
    double m_merged; ///< how far neurons and synapses of a layer have become one
    Turn m_turn;
    FeedforwardToRnnPicture m_picture;
};

/// The hidden layer, around which everything happens.
QPointF FeedforwardToRnn::pivot() const
{
    for (const NodeShape &node : m_end.nodes)
        if (node.role == Role::State)
            return node.disc.centre;
    return {};
}

/// How much farther apart the layers can stand than in the folded drawing.
double FeedforwardToRnn::farthest() const
{
    double reach = 1;
    for (const NodeShape &node : m_end.nodes)
        reach = std::max(reach, distance(node.disc.centre, m_turn.pivot));
    return std::clamp((m_input.size.width() / 2 - 1.6 * m_end.radius) / reach, 1.0, widest);
}

/// In the turned drawing, farther apart before the layers are squashed.
QPointF FeedforwardToRnn::layerCentre(int node) const
{
    const QPointF near = m_turn(m_end.nodes[static_cast<size_t>(node)].disc.centre);
    const QPointF middle = m_turn.pivot + m_turn.shift;
    const double spread = mixed(farthest(), 1, m_progress[0]);
    return spread == 1 ? near : middle + spread * (near - middle);
}

/// One above the other; squashed, as small dots within the circle of the node; then one with it.
Disc FeedforwardToRnn::unitDisc(int node, int unit) const
{
    const int units = unitsOf(node);
    const double radius = m_end.radius;
    const double dot = std::min(0.2 * radius, 0.62 * radius / units);
    const double place = unit - (units - 1) / 2.0;
    const double pitch = mixed(unitPitch(), 2.5 * dot, m_progress[0]) * (1 - m_merged);
    return {layerCentre(node) + QPointF(0, place * pitch), mixed(unitRadius(), dot, m_progress[0])};
}

void FeedforwardToRnn::addNodes()
{
    for (int n = 0; n < static_cast<int>(m_end.nodes.size()); ++n) {
        NodeShape node = m_end.nodes[static_cast<size_t>(n)];
        node.disc.centre = layerCentre(n);
        const double r = node.disc.radius;
        const double margin = 0.4 * r;
        const QRectF all = around(
            node.disc.centre, unitRadius() + margin, (unitsOf(n) - 1) / 2.0 * unitPitch() + unitRadius() + margin);
        m_picture.frames.push_back({n, mixed(all, around(node.disc.centre, r, r), m_progress[0])});
        m_picture.nodes.push_back(std::move(node));
    }
}

void FeedforwardToRnn::addNeurons()
{
    for (int n = 0; n < static_cast<int>(m_end.nodes.size()); ++n)
        for (int unit = 0; unit < unitsOf(n); ++unit)
            m_picture.neurons.push_back({n, unitDisc(n, unit)});
}

bool FeedforwardToRnn::delayed(const EdgeShape &edge) const
{
    const ElementRef &s = edge.element;
    return m_input.circuit.nodes[static_cast<size_t>(s.node)].terms[static_cast<size_t>(s.term)].delay != 0;
}

/// From border to border of two neurons; in the end all of a matrix lie on its arrow.
void FeedforwardToRnn::addSynapses()
{
    for (const EdgeShape &edge : m_end.edges) {
        if (delayed(edge))
            continue;
        const Node &target = m_input.circuit.nodes[static_cast<size_t>(edge.element.node)];
        const int from = m_input.circuit.indexOf(target.terms[static_cast<size_t>(edge.element.term)].source);
        const QLineF arrow(m_turn(edge.curve.start), m_turn(edge.curve.end));
        for (int i = 0; i < unitsOf(from); ++i)
            for (int j = 0; j < target.size; ++j) {
                const Disc a = unitDisc(from, i);
                const Disc b = unitDisc(edge.element.node, j);
                const QLineF centres(a.centre, b.centre);
                const double length = std::max(1e-9, centres.length());
                const QLineF free(centres.pointAt(a.radius / length), centres.pointAt(1 - b.radius / length));
                m_picture.synapses.push_back(
                    {edge.parameter, {mixed(free.p1(), arrow.p1(), m_merged), mixed(free.p2(), arrow.p2(), m_merged)}});
            }
    }
}

/// How much of a loop's piece has grown: first the way out to the square, then the way back.
double FeedforwardToRnn::growth(const EdgeShape &edge) const
{
    return edge.head ? part(m_progress[3], 0.5, 1) : part(m_progress[3], 0, 0.45);
}

void FeedforwardToRnn::addEdges()
{
    for (EdgeShape edge : m_end.edges) {
        if (!delayed(edge)) {
            edge.curve = m_turn(edge.curve);
            m_picture.edges.push_back({std::move(edge), part(m_progress[1], 0.5, 0.8)});
            continue;
        }
        const double grown = growth(edge);
        if (grown > 0 && grown < 1)
            edge.curve = edge.curve.upTo(grown);
        m_picture.edges.push_back({std::move(edge), grown > 0 ? 1.0 : 0.0});
    }
}

void FeedforwardToRnn::addSquares()
{
    const double grown = part(m_progress[3], 0.35, 0.6);
    for (DelaySquare square : m_end.squares) {
        if (grown < 1)
            square.box = around(square.box.center(), grown * square.box.width() / 2, grown * square.box.height() / 2);
        m_picture.squares.push_back(std::move(square));
    }
}

/// Letters turn with their arrows and stay upright; what belongs to the loop comes with it.
void FeedforwardToRnn::addLabels()
{
    for (LabelShape label : m_end.labels) {
        const bool ofLoop = std::any_of(m_end.edges.begin(), m_end.edges.end(), [&](const EdgeShape &edge) {
            return delayed(edge) && (edge.element == label.element || edge.parameter == label.text);
        });
        if (m_turn.moves())
            label.box.moveCenter(m_turn(label.box.center()));
        m_picture.labels.push_back(
            {std::move(label), ofLoop ? part(m_progress[3], 0.45, 0.9) : part(m_progress[1], 0.65, 0.95)});
    }
}

} // namespace

std::array<double, transitionSteps> transitionProgress(double phase)
{
    std::array<double, transitionSteps> progress{};
    for (int i = 0; i < transitionSteps; ++i) {
        const double x = std::clamp(phase * transitionSteps - i, 0.0, 1.0);
        progress[static_cast<size_t>(i)] = x * x * (3 - 2 * x);
    }
    return progress;
}

FeedforwardToRnnPicture layOutTransition(const FoldedInput &input, double phase)
{
    if (input.circuit.nodes.empty() || input.size.isEmpty())
        return {};
    return FeedforwardToRnn(input, phase).run();
}

} // namespace unfold
