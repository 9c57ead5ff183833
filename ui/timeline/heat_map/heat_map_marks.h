#pragma once
// What is around and upon the cells of the heat map: the colour scale, the units' names, the hatch of what is not
// computed yet, words for values that no colour can show, outlines.
#include "ui/document/element_ref.h"
#include "ui/timeline/heat_map/heat_map_bands.h"
#include "ui/timeline/heat_map/heat_map_image.h"
#include "ui/timeline/heat_map/heat_map_layout.h"

#include <QString>

class QColor;
class QPainter;

namespace unfold {

struct Theme;

/// px of a line of the small text beside the cells.
int heatMapLineHeight();

/// `one` with the number of the only member, or `many` with the first and the last.
QString rangeName(const StepRange &range, const QString &one, const QString &many);

/// Hatches the steps of the node's span outside `computed`.
void paintNotComputed(QPainter &painter, const HeatMapLayout &layout, const StepRange &computed, const Theme &theme);

/// Names infinite and undefined values upon their cells, within the computed steps.
void paintOdd(QPainter &painter, const HeatMapLayout &layout, const std::vector<HeatMapImage::Odd> &cells,
    const StepRange &computed, const Theme &theme);

/// ±limit are the ends of the scale.
void paintHeatMapScale(QPainter &painter, const HeatMapLayout &layout, double limit, const Theme &theme);

/// "unit 3", or "3" alone where a state's name takes the room.
void paintUnitNames(QPainter &painter, const HeatMapLayout &layout, bool alone, const Theme &theme);

/// The name of a state in the margin, or above its first cell in sight; `markup`: of ScriptText, for between two $.
void paintStateName(QPainter &painter, const HeatMapBand &band, const QString &markup, const Theme &theme);

/// Around the element's step and unit; all steps or all units where it names none.
void outlineCells(QPainter &painter, const HeatMapLayout &layout, const ElementRef &element, const QColor &colour);

} // namespace unfold
