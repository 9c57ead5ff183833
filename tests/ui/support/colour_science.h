#pragma once
// How colours look, in numbers: contrast, lightness, difference, and the sight of colour-blind people.
#include <QColor>

namespace unfold::test {

/// Contrast of text or lines against their ground, 1 … 21 (WCAG 2.1, relative luminance).
double contrast(const QColor &a, const QColor &b);

/// CIE L*a*b*, D65.
struct Lab {
    double lightness = 0; ///< 0 … 100
    double a = 0;
    double b = 0;
};
Lab labOf(const QColor &colour);

/// CIEDE2000 (Sharma, Wu and Dalal 2005). 1 is just noticeable side by side; 10 is seen at a glance.
double difference(const Lab &one, const Lab &other);
double difference(const QColor &one, const QColor &other);

enum class Sight { Full, Deuteranopia, Protanopia };
/// What a person of this sight sees: the matrices of Machado, Oliveira and Fernandes 2009 at severity 1, on linear RGB.
QColor seenBy(Sight sight, const QColor &colour);

/// `over` painted with its alpha on `ground`.
QColor blended(const QColor &over, const QColor &ground);

} // namespace unfold::test
