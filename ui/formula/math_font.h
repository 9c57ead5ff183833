#pragma once
// The bundled mathematics font as the typesetter sees it: the constants of its OpenType MATH table, and the measures of
// its glyphs. All lengths in em (1 = the font size), y upwards.
#include "core/formula/formula_tree.h"

#include <QFont>
#include <QRawFont>
#include <QString>

#include <map>

namespace unfold {

/// From the MATH table (OpenType specification, "MathConstants"); names as there.
struct MathConstants {
    double scriptScale = 0.7;
    double scriptScriptScale = 0.6;
    double axisHeight = 0.25;
    double subscriptShiftDown = 0.25;
    double superscriptShiftUp = 0.4;
    double superscriptBottomMin = 0.125;
    double subSuperscriptGapMin = 0.2;
    double spaceAfterScript = 0.04;
    double numeratorShiftUp = 0.5;
    double denominatorShiftDown = 0.5;
    double numeratorGapMin = 0.07;
    double denominatorGapMin = 0.07;
    double ruleThickness = 0.07;

    /// The defaults above where the table is missing or cut short.
    static MathConstants of(const QRawFont &font);
};

/// How far text reaches; depth is positive below the baseline.
struct TextExtent {
    double advance = 0;
    double height = 0;
    double depth = 0;
    double italicCorrection = 0; ///< of the last glyph
    double overhang = 0; ///< of the last glyph's ink beyond its advance
};

class MathFont
{
public:
    MathFont();
    const MathConstants &constants() const { return m_constants; }
    const TextExtent &extent(const QString &text) const;
    /// What letters of that size are painted with. One object for all of them: each would look for its glyphs anew.
    const QFont &letters(int pixels) const;

private:
    TextExtent measured(const QString &text) const;

    QRawFont m_font; ///< at unitsPerEm pixels, where measures are exact
    MathConstants m_constants;
    std::map<quint32, double> m_italicCorrections; ///< by glyph
    mutable std::map<QString, TextExtent> m_extents; ///< measured already
    mutable std::map<int, QFont> m_letters; ///< by pixels
};

/// The text in the font's own letters for mathematics (U+1D400 …): 𝒉, ℎ, 𝜸. Characters without such a form stay.
QString mathLetters(const QString &text, Formula::Style style);

} // namespace unfold
