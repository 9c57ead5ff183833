#pragma once
// How a plan becomes a layout: at work while layOutUnrolled() runs, and of no use to anybody else. Its nodes, letters
// and rows are in unrolled_layout.cpp, its arrows in unrolled_arrows.cpp.
#include "ui/diagram/shared/label_place.h"
#include "ui/diagram/unrolled/unrolled_layout.h"
#include "ui/plot/time_axis.h"

#include <set>
#include <utility>
#include <vector>

namespace unfold {

class UnrolledLayouter
{
public:
    UnrolledLayouter(const PlanInput &input, const UnrolledPlan &plan, const TimeAxis &axis, double width)
        : m_input(input)
        , m_plan(plan)
        , m_axis(axis)
        , m_width(width)
        , m_circuit(plan.handDrawing ? plan.handDrawing->circuit : input.circuit)
    {
        m_layout.tooNarrow = plan.tooNarrow;
        m_layout.detail = plan.detail;
        m_layout.drawEvery = plan.drawEvery;
        m_layout.unit = plan.unit;
        m_layout.visible = visibleSteps(axis, input.steps);
        m_layout.caption = QRectF(axis.left, 0, axis.right - axis.left, plan.captionHeight);
    }

    /// Once.
    UnrolledLayout run()
    {
        collectDrawn();
        for (const int step : m_drawn)
            addNodes(step);
        for (const int step : m_drawn)
            addEdges(step);
        addEdgesBeyond();
        bendAroundInitials();
        routeInitials();
        addLetters();
        addRows();
        addInitialNames();
        return std::move(m_layout);
    }

private:
    void collectDrawn();
    void addNodes(int step);
    void addNode(const NodeShape &shape, size_t planned, int step);
    void addFrames(int step);
    int originalOf(int node) const;
    static std::vector<ElementRef> atStep(std::vector<ElementRef> elements, int step);
    void setElement(const PlannedEdge &planned, int step, EdgeShape &shape) const;
    bool termContributes(const Term &term, int step) const;
    void addEdges(int step);
    void addEdgesBeyond();
    void addEdge(const PlannedEdge &planned, int step);
    void addInitial(const PlannedEdge &planned, EdgeShape &shape);
    static void enterFrom(QPointF start, double x, int side, EdgeShape &shape);
    void bendAroundInitials();
    void routeInitials();
    bool bringTogether(const PlannedEdge &planned, int step, Curve &curve) const;
    bool clearOfInitials(const QRectF &box) const;
    void addInitialNames();
    LabelSurroundings aroundInitials() const;
    void addLetters();
    void addRows();
    bool exists(int node, int step) const;
    bool contributes(const PlannedEdge &planned, int step) const;
    bool lossAt(int step) const;
    double initialX(int step) const;
    double shiftOf(int step) const { return m_axis.x(step); }
    const Term &termOf(const PlannedEdge &e) const
    {
        return m_circuit.nodes[static_cast<size_t>(e.node)].terms[static_cast<size_t>(e.term)];
    }

    const PlanInput &m_input;
    const UnrolledPlan &m_plan;
    const TimeAxis &m_axis;
    double m_width;
    const Circuit &m_circuit; ///< what is drawn
    std::vector<int> m_drawn; ///< steps
    std::set<std::pair<int, int>> m_initials;
    std::vector<std::pair<size_t, Disc>> m_bent; ///< arrows from initial values around something, and where they lead
    UnrolledLayout m_layout;
};

} // namespace unfold
