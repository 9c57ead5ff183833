#include "ui/formula/symbol_map.h"

#include <algorithm>
#include <cmath>

namespace unfold {

SymbolMap::SymbolMap(const EquationsLayout &layout)
{
    for (size_t i = 0; i < layout.lines.size(); ++i)
        for (const TypesetFormula::Symbol &symbol : layout.lines[i].formula.symbols())
            m_spots.push_back({symbol.ref, symbol.box.translated(layout.lines[i].baseline), static_cast<int>(i)});
}

int SymbolMap::at(QPointF point, double around) const
{
    const auto within = [&](double margin) {
        const auto hit = std::find_if(m_spots.begin(), m_spots.end(),
            [&](const Spot &spot) { return spot.box.adjusted(-margin, -margin, margin, margin).contains(point); });
        return hit == m_spots.end() ? -1 : static_cast<int>(hit - m_spots.begin());
    };
    const int exact = within(0);
    return exact >= 0 ? exact : within(around);
}

int SymbolMap::along(int spot, int steps) const
{
    return std::clamp(spot + steps, 0, std::max(0, size() - 1));
}

int SymbolMap::across(int spot, int lines) const
{
    const Spot &here = (*this)[spot];
    int best = spot;
    double nearest = -1;
    for (int i = 0; i < size(); ++i) {
        const Spot &other = (*this)[i];
        const double away = std::abs(other.box.center().x() - here.box.center().x());
        if (other.line == here.line + lines && (nearest < 0 || away < nearest)) {
            best = i;
            nearest = away;
        }
    }
    return best;
}

} // namespace unfold
