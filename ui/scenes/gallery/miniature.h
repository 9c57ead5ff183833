#pragma once
// An unrolled graph as the small drawing of the textbooks: a box per vertex, a row per role, a column per step. Pure
// geometry.
#include "core/circuit/unfold.h"

#include <QLineF>
#include <QRectF>

#include <string>
#include <vector>

namespace unfold {

struct Miniature {
    struct Box {
        Vertex vertex;
        Role role = Role::State;
        QRectF box;
    };
    struct Arrow {
        Edge edge;
        std::string parameter; ///< decides its colour
        QLineF line; ///< from border to border
    };
    std::vector<Box> boxes;
    std::vector<Arrow> arrows;
};

/// Inputs below, outputs above, in the middle of `size` (px); columns no wider than `columnPitch`. An arrow from an
/// initial value, which has no box, is left out.
Miniature layOutMiniature(const Circuit &circuit, int steps, QSizeF size, double columnPitch);

} // namespace unfold
