#pragma once
// The words of the check of a gradient: two numbers side by side, and why they differ.
#include "core/analysis/difference_error.h"

#include <QColor>
#include <QString>

namespace unfold {

/// HTML: the digits that agree with `gradient` in the colour of the text around it, the rest in `faded`.
QString comparedHtml(double gradient, double difference, const QColor &faded);

/// "They differ by 3·10⁻¹² · 9 digits agree", as HTML.
QString agreementHtml(double gradient, double difference);

/// Why, in plain words.
QString reasonText(DifferenceSide side);

/// "ε = 2·10⁻⁵", as HTML.
QString epsilonHtml(double epsilon);

} // namespace unfold
