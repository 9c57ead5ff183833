#include "ui/scenes/gallery/miniature.h"

#include <algorithm>

namespace unfold {
namespace {

constexpr int rows = 3;

int rowOf(Role role)
{
    switch (role) {
    case Role::Input: return 2;
    case Role::Output: return 0;
    case Role::State:
    case Role::Inner: break;
    }
    return 1;
}

/// From border to border, along the line of the centres: boxes stand beside or above each other.
QLineF between(const QRectF &from, const QRectF &to)
{
    if (from.center().y() > to.bottom())
        return {{from.center().x(), from.top()}, {to.center().x(), to.bottom()}};
    return {{from.right(), from.center().y()}, {to.left(), to.center().y()}};
}

} // namespace

Miniature layOutMiniature(const Circuit &circuit, int steps, QSizeF size, double columnPitch)
{
    const double pitch = std::min(columnPitch, size.width() / steps);
    const double rowPitch = size.height() / rows;
    const QSizeF box(0.5 * pitch, 0.56 * rowPitch);
    const double left = (size.width() - pitch * steps) / 2;
    const auto place = [&](const Vertex &v) {
        const QPointF centre(
            left + (v.step - 0.5) * pitch, (rowOf(circuit.nodes[static_cast<size_t>(v.node)].role) + 0.5) * rowPitch);
        return QRectF(centre - QPointF(box.width() / 2, box.height() / 2), box);
    };
    const UnrolledGraph graph = unfold(circuit, steps);
    Miniature miniature;
    for (const Vertex &v : graph.vertices)
        miniature.boxes.push_back({v, circuit.nodes[static_cast<size_t>(v.node)].role, place(v)});
    for (const Edge &edge : graph.edges) {
        if (edge.from.step < 1 || edge.from.step > steps)
            continue;
        const Term &term = circuit.nodes[static_cast<size_t>(edge.to.node)].terms[static_cast<size_t>(edge.term)];
        miniature.arrows.push_back({edge, term.parameter, between(place(edge.from), place(edge.to))});
    }
    return miniature;
}

} // namespace unfold
