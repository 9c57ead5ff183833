#pragma once
// Plans of the unrolled graph for the pitches that a zoom runs through. Arrows find their ways once per level of zoom;
// between two levels a plan is stretched: circles keep their size and arrows meet their borders.
#include "ui/diagram/unrolled/unrolled_plan.h"

#include <map>

namespace unfold {

class PlanCache
{
public:
    /// The plan for input.pitch. Everything else in `input` is as in the calls before, or clear() was called.
    UnrolledPlan planFor(const PlanInput &input);
    void clear() { m_levels.clear(); }
    /// How many plans have been made since clear().
    int made() const { return static_cast<int>(m_levels.size()); }

private:
    std::map<double, UnrolledPlan> m_levels; ///< by pitch
};

/// The next lower level of zoom: px per step. `unit`: as in DiagramFonts.
double zoomLevel(double pitch, double unit);

/// A plan drawn out to a wider pitch; its labels stay behind.
UnrolledPlan stretched(UnrolledPlan plan, double pitch);

} // namespace unfold
