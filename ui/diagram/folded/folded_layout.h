#pragma once
// The circuit as the textbooks draw it: nodes at their places, a black square for every delay, ⊙ where a gate meets its
// source. Pure geometry: values in, shapes out.
#include "ui/diagram/shared/shapes.h"

#include <QSizeF>

#include <optional>

namespace unfold {

struct FoldedInput {
    Circuit circuit;
    std::optional<LossPlace> loss;
    QSizeF size; ///< px
    DiagramFonts fonts;
    bool opened = false; ///< whether cells show their gates
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
    ElementRef hit(QPointF point) const;
};

FoldedLayout layOutFolded(const FoldedInput &input);

/// "one step", "2 steps", "next step", "2 steps ahead".
std::string delayNote(int delay);
/// "last step", "first 3 steps", "after step 5"; empty for every step.
std::string spanNote(const Span &span);

} // namespace unfold
