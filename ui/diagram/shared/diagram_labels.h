#pragma once
// The mathematics inside and beside the shapes, typeset once and kept. GUI thread.
#include "ui/diagram/shared/shapes.h"
#include "ui/formula/typeset.h"

#include <map>
#include <tuple>

namespace unfold {

class DiagramLabels
{
public:
    /// A name with a superscript, such as h⁽⁹⁾, at a size in px.
    const TypesetFormula &label(
        const std::string &name, const std::string &superscript, double pixelSize, QColor colour);
    /// Forget everything: the font has changed.
    void clear() { m_kept.clear(); }

private:
    using Key = std::tuple<std::string, std::string, int, QRgb>;
    std::map<Key, TypesetFormula> m_kept;
};

/// Sizes of letters and notes at the application's present font.
DiagramFonts diagramFonts(DiagramLabels &labels);
/// The step at the name of what is drawn: "(5)". At no step it has none, but for a node that is read later than it is
/// computed: "(t−1)".
std::string stepLabel(const Circuit &circuit, const ElementRef &element);
/// px of a parameter's letter.
double symbolPixels();
/// The font of small notes.
QFont noteFont();

} // namespace unfold
