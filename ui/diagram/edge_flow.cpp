#include "ui/diagram/edge_flow.h"

#include <algorithm>
#include <cmath>

namespace unfold {

bool gradientReached(const Cursor &cursor, int steps, const EdgeShape &edge)
{
    return cursor.gradientShown(std::clamp(edge.from, 1, steps)) && cursor.gradientShown(edge.to);
}

bool valueReached(const Cursor &cursor, int steps, const EdgeShape &edge)
{
    return cursor.valueShown(std::clamp(edge.from, 1, steps)) && cursor.valueShown(edge.to);
}

double widthOfNorm(double norm)
{
    if (norm == 0)
        return 0.8;
    if (!std::isfinite(norm))
        return 9;
    return std::clamp(4 + std::log10(norm), 0.8, 9.0);
}

QString shortNorm(double norm)
{
    if (std::isnan(norm))
        return QStringLiteral("NaN");
    if (std::isinf(norm))
        return QString(QChar(0x221e));
    if (norm == 0)
        return QStringLiteral("0");
    return QString::number(norm, 'g', 2).replace(QLatin1Char('-'), QChar(0x2212));
}

} // namespace unfold
