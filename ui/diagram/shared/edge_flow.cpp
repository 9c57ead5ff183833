#include "ui/diagram/shared/edge_flow.h"

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

std::vector<Edge> edgesOf(const Circuit &circuit, int steps, const EdgeShape &edge)
{
    const auto there = [&](const std::string &name, int step) {
        const int node = circuit.indexOf(name);
        return step < 1 || step > steps || circuit.nodes[static_cast<size_t>(node)].span.in(steps).contains(step);
    };
    std::vector<Edge> edges;
    for (const ElementRef &s : edge.carries) {
        const Node &node = circuit.nodes[static_cast<size_t>(s.node)];
        const Term &term = node.terms[static_cast<size_t>(s.term)];
        const bool contributes = node.span.in(steps).contains(edge.to) && there(term.source, edge.to - term.delay)
            && (term.gate.empty() || there(term.gate, edge.to - term.gateDelay));
        const std::string &source = s.gate ? term.gate : term.source;
        const int delay = s.gate ? term.gateDelay : term.delay;
        if (contributes)
            edges.push_back({{circuit.indexOf(source), edge.to - delay}, {s.node, edge.to}, s.term, s.gate});
    }
    return edges;
}

double widthOfNorm(double norm)
{
    if (norm == 0)
        return 0.8;
    if (!std::isfinite(norm))
        return 9;
    return std::clamp(4 + std::log10(norm), 0.8, 9.0);
}

double strengthOfNorm(double norm)
{
    constexpr double decades = 6;
    if (norm == 0 || std::isnan(norm))
        return norm == 0 ? 0 : 1;
    return std::clamp(1 + std::log10(norm) / decades, 0.0, 1.0);
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
