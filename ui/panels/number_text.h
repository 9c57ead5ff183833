#pragma once
// Numbers as people read them: a true minus sign, infinity by name, no trailing zeros.
#include <QString>

#include <optional>

namespace unfold {

/// At most `digits` significant digits: "1.05", "−0.3", "2.1e−7", "∞", "not a number".
QString numberText(double value, int digits = 4);

/// The shortest text that gives the same double back.
QString exactNumberText(double value);

/// A finite number as people type it: "1.05", "1,05", "−2", "1e6". nullopt for anything else.
std::optional<double> numberFrom(const QString &text);

} // namespace unfold
