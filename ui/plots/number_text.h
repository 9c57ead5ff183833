#pragma once
// Numbers as people write them: a real minus sign, powers of ten with a superscript, 0 and infinity by name.
#include <QString>

namespace unfold {

/// Up to `digits` significant digits, as HTML for tooltips: "−0.4123", "1.2·10<sup>−5</sup>", "∞", "not a number".
QString numberHtml(double value, int digits = 4);

/// The same as markup for ScriptText: "$1.2·10^{−5}$".
QString numberMarkup(double value, int digits = 4);

} // namespace unfold
