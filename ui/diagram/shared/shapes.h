#pragma once
// What both diagrams are made of: shapes that know what they stand for. Values without colour; the painter adds that.
#include "core/circuit/circuit.h"
#include "ui/diagram/shared/curve.h"
#include "ui/document/element_ref.h"

#include <QPainterPath>
#include <QSizeF>

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace unfold {

/// Where the loss is taken.
struct LossPlace {
    int source = -1; ///< index of the node it reads
    Span at;
    bool operator==(const LossPlace &) const = default;
};

/// A circle: a node, the loss L, its target y, or an initial value; or a block: a closed cell.
struct NodeShape {
    enum class Kind { Node, Loss, Target, Initial };
    ElementRef element;
    Kind kind = Kind::Node;
    Role role = Role::Inner;
    std::string name;
    Disc disc;
    bool labelled = true; ///< its name fits inside
    int step = 0; ///< of an initial value, outside 1 … T
    QSizeF block = {}; ///< of a block, which the disc lies inside; null: a circle
    QRectF named = {}; ///< of a block: where its name stands; null: in the middle
    std::vector<ElementRef> holds = {}; ///< a block lights up with any of these

    bool isBlock() const { return !block.isEmpty(); }
    /// The block, or the square around the circle.
    QRectF box() const;
    /// Whether it is drawn for this: it is, or holds it.
    bool standsFor(const ElementRef &thing) const;
};

/// An arrow.
struct EdgeShape {
    ElementRef element; ///< what touching it means
    std::vector<ElementRef> carries; ///< it lights up with any of these
    std::string parameter; ///< decides its colour; empty: none
    std::vector<Curve> lead; ///< of a line drawn by hand: the pieces before the last
    Curve curve; ///< the whole, or the last piece
    bool head = true;
    double enters = 0; ///< radius of the ⊙ that `lead` ends in the middle of: an arrowhead there too; 0: none
    bool toNode = false; ///< from the + to its node
    bool nearLetter = false; ///< one of many side by side: its letter stands close to it or nowhere
    int from = 0; ///< step of its source; unrolled only
    int to = 0; ///< step of its target; unrolled only
    bool within = false; ///< lies within the step of its target, though what it carries may come from another
    QRectF number; ///< room for the norm of the gradient flowing through it; null: none
    std::string crosses; ///< the value that it carries over the border of a block; empty: it does not

    /// Everything before the last piece.
    QPainterPath leadPath() const;
    /// The longest piece, the best place for a label.
    const Curve &longestPiece() const;
};

/// The frame around the nodes of an opened cell.
struct FrameShape {
    std::string name; ///< "LSTM"
    QRectF box;
    QRectF label; ///< room for the name; null: none
};

/// One per source and delay, shared by everything that reads this source at this delay.
struct DelaySquare {
    ElementRef element; ///< the arrow through it, or the source where several arrows share it
    std::vector<ElementRef> carries;
    QRectF box;
    int delay = 1;
};

/// ⊙ on the arrow of a term, where its gate is multiplied in; or +, where the terms of a node meet.
struct GateDot {
    ElementRef element; ///< the gate's arrow; of a +, the node
    Disc disc;
    bool sum = false;
};

/// Text beside a shape.
struct LabelShape {
    enum class Kind {
        Parameter, ///< a letter in its colour
        Symbol, ///< the name of a node, where it has no room inside or crosses a border; with its step where there is
                ///< one; or 1 − z at the arrow of a gate
        Sign, ///< −
        Note, ///< small words
    };
    Kind kind = Kind::Note;
    ElementRef element;
    std::string text;
    QRectF box;
};

/// What the layouts must know about the fonts of their screen.
struct DiagramFonts {
    double unit = 1; ///< 1 at the usual font, 2 where it is twice as large
    std::function<QSizeF(const std::string &name)> symbol; ///< size of a parameter's letter
    std::function<QSizeF(const std::string &text)> note; ///< size of a small note
};

/// Whether a shape lights up while `touched` is touched.
bool lit(const Circuit &circuit, const ElementRef &touched, const NodeShape &shape);
bool lit(const Circuit &circuit, const ElementRef &touched, const EdgeShape &shape);

/// The topmost of these shapes at `point`: a node, else the nearest arrow within `reach` px; nullptr where there is
/// none.
const NodeShape *nodeAt(const std::vector<NodeShape> &nodes, QPointF point);
const EdgeShape *edgeAt(const std::vector<EdgeShape> &edges, QPointF point, double reach);

} // namespace unfold
