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

/// The bands of each track; those of one track lie side by side.
std::vector<std::vector<HeatMapBand>> tracksOf(const std::vector<HeatMapBand> &bands)
{
    std::vector<std::vector<HeatMapBand>> tracks;
    for (const HeatMapBand &band : bands)
        if (!tracks.empty() && tracks.back().front().layout.top == band.layout.top)
            tracks.back().push_back(band);
        else
            tracks.push_back({band});
    return tracks;
}

int rowsOf(const std::vector<HeatMapBand> &track)
{
    int rows = 0;
    for (const HeatMapBand &band : track)
        rows = std::max(rows, band.layout.rows());
    return rows;
}

} // namespace

HeatMapWalk::HeatMapWalk(Document *document, const HeatMapView *view)
    : m_document(document)
    , m_view(view)
{
}

int HeatMapWalk::rowCount() const
{
    int rows = 0;
    for (const auto &track : tracksOf(m_view->bands()))
        rows += rowsOf(track);
    return rows;
}

StepRange HeatMapWalk::stepsInSight() const
{
    const std::vector<HeatMapBand> bands = m_view->bands();
    const StepRange seen = visibleSteps(bands.front().layout.axis, m_document->result()->steps());
    StepRange all{seen.last + 1, seen.first - 1};
    for (const HeatMapBand &band : bands) {
        all.first = std::min(all.first, std::max(seen.first, band.layout.span.first));
        all.last = std::max(all.last, std::min(seen.last, band.layout.span.last));
    }
    return all;
}

/// Columns of states that begin at different steps may be cut at different steps: the finest cut counts.
int HeatMapWalk::nameOfStep(int step) const
{
    int name = 0;
    for (const HeatMapBand &band : m_view->bands())
        if (band.layout.span.contains(step))
            name = std::max(name, band.layout.stepsOf(band.layout.columnOf(step)).first);
    return name > 0 ? name : step;
}

std::optional<HeatMapWalk::Cells> HeatMapWalk::cellsAt(WalkPlace place) const
{
    int row = place.row;
    for (const auto &track : tracksOf(m_view->bands())) {
        if (row < rowsOf(track)) {
            for (const HeatMapBand &band : track)
                if (band.layout.span.contains(place.step) && row < band.layout.rows())
                    return Cells{band, row};
            return std::nullopt;
        }
        row -= rowsOf(track);
    }
    return std::nullopt;
}

bool HeatMapWalk::exists(WalkPlace place) const
{
    return cellsAt(place).has_value();
}

/// Where several steps are one column, the cursor's own step if it is among them.
int HeatMapWalk::stepOf(WalkPlace place) const
{
    const int cursor = m_document->cursor().step;
    return nameOfStep(cursor) == place.step ? cursor : place.step;
}

ElementRef HeatMapWalk::elementAt(WalkPlace place) const
{
    const auto cells = cellsAt(place);
    if (!cells)
        return {};
    const StepRange units = cells->band.layout.unitsOf(cells->row);
    return ElementRef::ofNode(cells->band.node, stepOf(place), units.count() == 1 ? units.first : -1);
}

QString HeatMapWalk::placeName(const Cells &cells, WalkPlace place) const
{
    const HeatMapLayout &layout = cells.band.layout;
    const StepRange units = layout.unitsOf(cells.row);
    const StepRange steps = layout.stepsOf(layout.columnOf(place.step));
    return HeatMapWalkText::tr("%1, %2 at %3")
        .arg(nodeText(m_document->result()->circuit(), cells.band.node),
            rangeName(
                {units.first + 1, units.last + 1}, HeatMapWalkText::tr("unit %1"), HeatMapWalkText::tr("units %1–%2")),
            rangeName(steps, HeatMapWalkText::tr("step %1"), HeatMapWalkText::tr("steps %1–%2")));
}

/// What the colours show comes first.
QString HeatMapWalk::numbersAt(const Cells &cells, WalkPlace place) const
{
    const auto result = m_document->result();
    const Cursor &cursor = m_document->cursor();
    const HeatMapLayout &layout = cells.band.layout;
    const NodeTrace &node = result->trace->nodes[static_cast<size_t>(cells.band.node)];
    const StepRange steps = layout.stepsOf(layout.columnOf(place.step));
    const bool grouped = layout.unitsOf(cells.row).count() > 1 || steps.count() > 1;
    const auto number = [&](const Matrix &m, bool there) {
        if (!there)
            return HeatMapWalkText::tr("not computed yet");
        const QString spoken = numberForScreenReader(cellValue(layout, node, m, cells.row, steps), digits);
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
    const auto cells = cellsAt(place);
    return cells ? HeatMapWalkText::tr("%1: %2").arg(placeName(*cells, place), numbersAt(*cells, place)) : QString();
}

QRectF HeatMapWalk::rectAt(WalkPlace place) const
{
    const auto cells = cellsAt(place);
    if (!cells)
        return {};
    const HeatMapLayout &layout = cells->band.layout;
    return layout.cell(cells->row, layout.columnOf(place.step)) & layout.area();
}

} // namespace unfold
