#include "ui/diagram/shared/pulse.h"

#include "ui/diagram/shared/edge_flow.h"
#include "ui/style/theme.h"

#include <algorithm>
#include <cmath>

namespace unfold {

bool comesNow(const Cursor &cursor, int steps, const EdgeShape &edge)
{
    const int earlier = std::min(std::clamp(edge.from, 1, steps), edge.to);
    return cursor.pass == Pass::Backward && earlier == cursor.step && gradientReached(cursor, steps, edge);
}

QPointF pointAlong(const EdgeShape &edge, double t)
{
    double whole = edge.curve.length();
    for (const Curve &piece : edge.lead)
        whole += piece.length();
    double rest = t * whole;
    for (const Curve &piece : edge.lead) {
        const double length = piece.length();
        if (rest < length)
            return piece.at(rest / length);
        rest -= length;
    }
    const double last = edge.curve.length();
    return edge.curve.at(last > 0 ? std::min(1.0, rest / last) : 1);
}

Pulse::Pulse(QObject *parent)
    : QVariantAnimation(parent)
{
    setStartValue(0.0);
    setEndValue(1.0);
}

void Pulse::run(double stepsPerSecond)
{
    constexpr double ofTheStep = 0.8; // it has arrived before the next one starts
    constexpr double longest = 600; // ms
    stop();
    setDuration(static_cast<int>(std::lround(std::min(longest, ofTheStep * 1000 / stepsPerSecond))));
    start();
}

double pulseRadius(double width)
{
    return 0.5 * width + 2.2 * Metrics::unit();
}

} // namespace unfold
