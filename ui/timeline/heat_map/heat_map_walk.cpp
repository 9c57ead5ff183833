#include "ui/timeline/heat_map/heat_map_walk.h"

#include "ui/formula/node_text.h"
#include "ui/plot/time_axis.h"
#include "ui/style/number_text.h"
#include "ui/timeline/heat_map/heat_map_marks.h"

#include <QCoreApplication>

#include <algorithm>

namespace unfold {
namespace {

constexpr int digits = 4; // as in the tooltip of a cell

struct HeatMapWalkText {
    Q_DECLARE_TR_FUNCTIONS(HeatMapView)
};

} // namespace

HeatMapWalk::HeatMapWalk(Document *document, const HeatMapView *view)
    : m_document(document)
    , m_view(view)
{
}

int HeatMapWalk::rowCount() const
{
    return m_view->cellLayout().rows();
}

StepRange HeatMapWalk::stepsInSight() const
{
    const HeatMapLayout layout = m_view->cellLayout();
    const StepRange seen = visibleSteps(layout.axis, m_document->result()->steps());
    return {std::max(seen.first, layout.span.first), std::min(seen.last, layout.span.last)};
}

int HeatMapWalk::nameOfStep(int step) const
{
    const HeatMapLayout layout = m_view->cellLayout();
    return layout.span.contains(step) ? layout.stepsOf(layout.columnOf(step)).first : step;
}

bool HeatMapWalk::exists(WalkPlace place) const
{
    return m_view->cellLayout().span.contains(place.step);
}

/// Where several steps are one column, the cursor's own step if it is among them.
int HeatMapWalk::stepOf(WalkPlace place) const
{
    const int cursor = m_document->cursor().step;
    return nameOfStep(cursor) == place.step ? cursor : place.step;
}

ElementRef HeatMapWalk::elementAt(WalkPlace place) const
{
    const StepRange units = m_view->cellLayout().unitsOf(place.row);
    return ElementRef::ofNode(m_document->plottedNode(), stepOf(place), units.count() == 1 ? units.first : -1);
}

QString HeatMapWalk::placeName(const HeatMapLayout &layout, WalkPlace place) const
{
    const auto result = m_document->result();
    const StepRange units = layout.unitsOf(place.row);
    const StepRange steps = layout.stepsOf(layout.columnOf(place.step));
    return HeatMapWalkText::tr("%1, %2 at %3")
        .arg(nodeText(result->circuit(), m_document->plottedNode()),
            rangeName(
                {units.first + 1, units.last + 1}, HeatMapWalkText::tr("unit %1"), HeatMapWalkText::tr("units %1–%2")),
            rangeName(steps, HeatMapWalkText::tr("step %1"), HeatMapWalkText::tr("steps %1–%2")));
}

/// What the colours show comes first.
QString HeatMapWalk::numbersAt(const HeatMapLayout &layout, WalkPlace place) const
{
    const auto result = m_document->result();
    const Cursor &cursor = m_document->cursor();
    const NodeTrace &node = result->trace->nodes[static_cast<size_t>(m_document->plottedNode())];
    const StepRange steps = layout.stepsOf(layout.columnOf(place.step));
    const bool grouped = layout.unitsOf(place.row).count() > 1 || steps.count() > 1;
    const auto number = [&](const Matrix &m, bool there) {
        if (!there)
            return HeatMapWalkText::tr("not computed yet");
        const QString spoken = numberForScreenReader(cellValue(layout, node, m, place.row, steps), digits);
        return grouped ? HeatMapWalkText::tr("mean %1").arg(spoken) : spoken;
    };
    const int step = stepOf(place);
    QString value = number(node.value, cursor.valueShown(step));
    if (cursor.pass == Pass::Forward || !result->trace->hasGradient)
        return value;
    const QString gradient = HeatMapWalkText::tr("gradient %1").arg(number(node.gradient, cursor.gradientShown(step)));
    return m_view->showsGradient() ? HeatMapWalkText::tr("%1, value %2").arg(gradient, value)
                                   : HeatMapWalkText::tr("%1, %2").arg(value, gradient);
}

QString HeatMapWalk::sentenceAt(WalkPlace place) const
{
    const HeatMapLayout layout = m_view->cellLayout();
    return HeatMapWalkText::tr("%1: %2").arg(placeName(layout, place), numbersAt(layout, place));
}

QRectF HeatMapWalk::rectAt(WalkPlace place) const
{
    const HeatMapLayout layout = m_view->cellLayout();
    return layout.cell(place.row, layout.columnOf(place.step)) & layout.area();
}

} // namespace unfold
