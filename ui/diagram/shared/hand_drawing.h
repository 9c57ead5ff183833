#pragma once
// A circuit as it is drawn along given lines: opened, as its page draws it by hand, or with every cell as one block.
// Both diagrams are laid out from it. In lanes and columns; no pixels.
#include "core/circuit/circuit.h"
#include "ui/diagram/shared/shapes.h"

#include <optional>
#include <vector>

namespace unfold {

/// A term, or its gate, of a drawn node.
struct InputRef {
    int node = -1;
    int term = -1;
    bool gate = false;
    bool operator==(const InputRef &) const = default;
};

/// A line and all that read from it.
struct DrawnWire {
    int source = -1; ///< drawn node
    DrawnLine line;
    std::vector<InputRef> readers;
    bool branch = false; ///< begins on another line
    std::string crosses = {}; ///< what a line between blocks carries: "h"
    int value = -1; ///< and the node of the circuit that it is
};

struct DrawnNode {
    int original = -1; ///< index in the circuit; of a block, the node that is read outside it
    int cell = -1; ///< of a block; −1: a node
    Place place;
    std::vector<ElementRef> holds; ///< what a block stands for
};

struct HandDrawing {
    Circuit circuit; ///< what is drawn; a block is a node of it
    std::vector<DrawnNode> nodes; ///< per node of `circuit`
    std::vector<std::vector<std::vector<ElementRef>>>
        terms; ///< per node and term of `circuit`: the arrows it stands for; none: drawn with its complement
    std::vector<DrawnWire> ways;
    std::vector<Joint> joints;
    std::vector<Cell> frames; ///< around the nodes of opened cells
    Place low, high; ///< of everything but the loops

    bool isBlock(int node) const { return nodes[static_cast<size_t>(node)].cell >= 0; }
    const Term &termOf(const InputRef &r) const
    {
        return circuit.nodes[static_cast<size_t>(r.node)].terms[static_cast<size_t>(r.term)];
    }
    /// Index of what is read.
    int sourceOf(const InputRef &r) const { return circuit.indexOf(r.gate ? termOf(r).gate : termOf(r).source); }
    int delayOf(const InputRef &r) const { return r.gate ? termOf(r).gateDelay : termOf(r).delay; }
    /// What touching the arrow means.
    std::vector<ElementRef> carriedBy(const InputRef &r) const;
    /// Whether the term is drawn as one with its complement: its gate then counts as 1 − gate.
    bool joinsComplement(const InputRef &r) const;
    /// The drawn node that stands for a node of the circuit; −1: none.
    int drawnFor(int original) const;
    /// Every term and gate that is drawn.
    std::vector<InputRef> readers() const;
    Place placeOf(int node) const { return nodes[static_cast<size_t>(node)].place; }
};

/// "1 − z": what is written at the arrow of a gate into a term that is drawn as one with its complement.
std::string complementText(const Circuit &circuit, const std::string &gate);

/// Half the size of a block, in lanes and columns.
constexpr Place halfBlock{0.75, 1.6};

/// Whether every cell can be drawn as one block: arrows between steps stay within a cell, one step back or ahead.
bool canClose(const Circuit &circuit);

/// nullopt where the circuit has no drawing by hand and nothing is closed: its arrows find their own ways.
std::optional<HandDrawing> handDrawingOf(const Circuit &circuit, bool opened);

} // namespace unfold
