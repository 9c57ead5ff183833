#include "ui/diagram/unrolled/plan_cache.h"

#include "ui/diagram/unrolled/unrolled_drawing.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace unfold {
namespace {

constexpr double levelsPerOctave = 4;

QPointF widened(QPointF p, double factor)
{
    return {p.x() * factor, p.y()};
}

/// The parameter at which a point on a curve lies, of those at which a ⊙ can stand.
double parameterOf(const Curve &curve, QPointF point)
{
    constexpr std::array<double, 5> places{0.5, 0.6, 0.4, 0.7, 0.3};
    return *std::min_element(places.begin(), places.end(),
        [&](double a, double b) { return distance(curve.at(a), point) < distance(curve.at(b), point); });
}

class Stretch
{
public:
    Stretch(UnrolledPlan &plan, double factor)
        : m_plan(plan)
        , m_factor(factor)
    {
    }

    void run()
    {
        for (PlannedEdge &edge : m_plan.edges) // the ⊙ stand on these
            if (!edge.gate)
                stretch(edge);
        for (PlannedEdge &edge : m_plan.edges)
            if (edge.gate)
                stretch(edge);
        for (PlannedNode &node : m_plan.nodes)
            node.disc.centre = widened(node.disc.centre, m_factor);
    }

private:
    /// An end keeps its place on the border of its circle, whose centre moves.
    QPointF moved(QPointF end, QPointF centre) const { return end + widened(centre, m_factor) - centre; }
    void stretch(PlannedEdge &edge) const;
    QPointF sourceOf(const PlannedEdge &edge) const;
    QPointF targetOf(const PlannedEdge &edge) const;

    UnrolledPlan &m_plan;
    double m_factor;
};

QPointF Stretch::sourceOf(const PlannedEdge &edge) const
{
    const size_t index = edge.source < 0 ? m_plan.nodes.size() - 1 : static_cast<size_t>(edge.source);
    return m_plan.nodes[index].disc.centre - QPointF(edge.delay * m_plan.pitch * m_plan.drawEvery, 0);
}

QPointF Stretch::targetOf(const PlannedEdge &edge) const
{
    const size_t index = edge.node < 0 ? m_plan.nodes.size() - 2 : static_cast<size_t>(edge.node);
    return m_plan.nodes[index].disc.centre;
}

void Stretch::stretch(PlannedEdge &edge) const
{
    const Curve old = edge.curve;
    Curve &curve = edge.curve;
    const PlannedEdge *gated = edge.gate ? m_plan.edgeOf(edge.node, edge.term, false) : nullptr;
    curve.start = moved(old.start, sourceOf(edge));
    if (gated && gated->dot) // has moved already
        curve.end = gated->dot->centre + gated->dot->radius * -old.direction(1);
    else
        curve.end = moved(old.end, targetOf(edge));
    curve.control0 = curve.start + widened(old.control0 - old.start, m_factor);
    curve.control1 = curve.end + widened(old.control1 - old.end, m_factor);
    if (old.isStraight())
        curve = Curve::line(curve.start, curve.end);
    if (edge.dot)
        edge.dot->centre = curve.at(parameterOf(old, edge.dot->centre));
}

} // namespace

double zoomLevel(double pitch, double unit)
{
    double base = 5 * unit; // where the detail changes, a level begins
    for (const double change : {16 * unit, 34 * unit, 68 * unit})
        if (pitch >= change)
            base = change;
    return base * std::pow(2.0, std::floor(std::log2(pitch / base) * levelsPerOctave + 1e-9) / levelsPerOctave);
}

UnrolledPlan stretched(UnrolledPlan plan, double pitch)
{
    Stretch(plan, pitch / plan.pitch).run();
    plan.pitch = pitch;
    return plan;
}

UnrolledPlan PlanCache::planFor(const PlanInput &input)
{
    if (input.circuit.nodes.empty() || !(input.pitch > 0))
        return {};
    PlanInput level = input;
    level.pitch = zoomLevel(input.pitch, input.fonts.unit);
    if (handDrawingAt(
            level)) // along given lines nothing has to be found, and a cell may have no room at this level alone
        return planUnrolled(input);
    const auto found = m_levels.find(level.pitch);
    const UnrolledPlan &plan
        = found != m_levels.end() ? found->second : m_levels.emplace(level.pitch, planUnrolled(level)).first->second;
    return withLabels(input, stretched(plan, input.pitch));
}

} // namespace unfold
