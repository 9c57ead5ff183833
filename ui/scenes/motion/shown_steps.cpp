#include "ui/scenes/motion/shown_steps.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace unfold {
namespace {

/// The step after which a span begins or ends; 0 where it has no such step inside 1 … steps.
int borderOf(const Span &span, int steps)
{
    if (span.kind == Span::Kind::Listed)
        return 0; // stays as it is, as far as there are steps
    const int border = span.kind == Span::Kind::Last ? steps - span.count : span.count;
    return span.kind != Span::Kind::Every && border > 0 && border < steps ? border : 0;
}

/// A new place for every border, in their order, as evenly as before.
std::map<int, int> newBorders(const std::set<int> &borders, int steps, int shown)
{
    std::map<int, int> to;
    int least = 1;
    int left = static_cast<int>(borders.size());
    for (const int border : borders) {
        const int even = static_cast<int>(std::lround(double(border) * shown / steps));
        const int most = std::max(1, shown - left);
        to[border] = std::clamp(even, std::min(least, most), most);
        least = to[border] + 1;
        --left;
    }
    return to;
}

void shorten(Span &span, int steps, int shown, const std::map<int, int> &to)
{
    const int border = borderOf(span, steps);
    if (border == 0)
        return;
    // One step stays one step, as in many-to-one.
    if (span.count == 1 && span.kind != Span::Kind::After)
        return;
    span.count = span.kind == Span::Kind::Last ? shown - to.at(border) : to.at(border);
}

} // namespace

ShownSequence shortened(const Circuit &circuit, const std::optional<LossPlace> &loss, int steps, int shown)
{
    ShownSequence result{circuit, loss, std::min(steps, shown)};
    if (shown >= steps)
        return result;
    std::set<int> borders;
    for (const Node &node : circuit.nodes)
        borders.insert(borderOf(node.span, steps));
    if (loss)
        borders.insert(borderOf(loss->at, steps));
    borders.erase(0);
    const std::map<int, int> to = newBorders(borders, steps, shown);
    for (Node &node : result.circuit.nodes)
        shorten(node.span, steps, shown, to);
    if (result.loss)
        shorten(result.loss->at, steps, shown, to);
    return result;
}

} // namespace unfold
