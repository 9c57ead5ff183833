#pragma once
// Numbers as people read and write them: a true minus sign, infinity and NaN by name, no trailing zeros.
#include <QString>

#include <optional>

namespace unfold {

/// At most `digits` significant digits: "1.05", "−0.3", "2.1e−7", "∞", "not a number".
QString numberText(double value, int digits = 4);

/// The same as HTML for tooltips, with a raised power of ten: "1.2·10<sup>−5</sup>".
QString numberHtml(double value, int digits = 4);

/// The same as markup for ScriptText: "1.2·10^{−5}".
QString numberMarkup(double value, int digits = 4);

/// For the ear: 0 and what no digits can say in words. "1.32", "3.1e−12", "exactly 0", "infinite (overflow)".
QString numberForScreenReader(double value, int digits = 3);

/// The shortest text that gives the same double back.
QString exactNumberText(double value);

/// A finite number as people type it: "1.05", "1,05", "−2", "1e6". nullopt for anything else.
std::optional<double> numberFrom(const QString &text);

} // namespace unfold
