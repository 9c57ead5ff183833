#pragma once
// The circuit as the textbooks draw it: nodes at their places, a black square for every delay, ⊙ where a gate meets its
// source. Pure geometry: values in, shapes out.
#include "ui/diagram/shapes.h"

#include <QSizeF>

#include <optional>

namespace unfold {

/// Where the loss is taken.
struct LossPlace {
    int source = -1; ///< index of the node it reads
    Span at;
    bool operator==(const LossPlace &) const = default;
};

struct FoldedInput {
    Circuit circuit;
    std::optional<LossPlace> loss;
    QSizeF size; ///< px
    DiagramFonts fonts;
    bool opened = false; ///< whether cells show their gates
};

/// One per source and delay, shared by everything that reads this source at this delay.
struct DelaySquare {
    Subject subject; ///< the arrow through it, or the source where several arrows share it
    std::vector<Subject> carries;
    QRectF box;
    int delay = 1;
};

/// ⊙ on the arrow of a term, where its gate is multiplied in; or +, where the terms of a node meet.
struct GateDot {
    Subject subject; ///< the gate's arrow; of a +, the node
    Disc disc;
    bool sum = false;
};

struct FoldedLayout {
    std::vector<FrameShape> frames;
    std::vector<NodeShape> nodes;
    std::vector<EdgeShape> edges;
    std::vector<DelaySquare> squares;
    std::vector<GateDot> gates;
    std::vector<LabelShape> labels;
    double radius = 0; ///< px, of every node
    double letterFactor = 1; ///< letters shrink with the nodes

    /// What lies at `point`; Kind::None between the shapes.
    Subject hit(QPointF point) const;
};

FoldedLayout layOutFolded(const FoldedInput &input);

/// "one step", "2 steps", "next step", "2 steps ahead".
std::string delayNote(int delay);
/// "last step", "first 3 steps", "after step 5"; empty for every step.
std::string spanNote(const Span &span);

} // namespace unfold
