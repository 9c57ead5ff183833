#pragma once
// How a circuit is drawn by hand, where places of nodes alone do not say it. Data beside the circuit, in lanes and
// columns; both diagrams follow it, and nothing is computed from it.
#include <string>
#include <vector>

namespace unfold {

/// Position in the folded drawing: lane 0 is the lowest row (the inputs), columns run left to right.
struct Place {
    double lane = 0;
    double column = 0;
    bool operator==(const Place &) const = default;
};

/// Nodes that belong together, as the gates of an LSTM do: drawn as one block, or opened within a frame.
struct Cell {
    std::string name; ///< "LSTM"
    std::vector<std::string> nodes;
    Place low; ///< lower left corner of the frame
    Place high; ///< upper right corner

    bool operator==(const Cell &) const = default;
};

/// A line from a node to all that read it at one delay. It runs straight from place to place; whoever reads it is
/// reached from the nearest point of it. Several lines of one source and delay make a tree: those without `out` branch
/// off the one that has it, at the first place of `in`.
struct DrawnLine {
    std::string source;
    int delay = 0; ///< 0, 1, or −1: from the step after
    std::vector<Place> out = {}; ///< from the node: the whole way (no delay), or to where it leaves for the next step
    std::vector<Place> loop = {}; ///< folded only: the way back, from the end of `out` to the start of `in`
    std::vector<Place> in = {}; ///< from where it comes in from the step before
    double shift = 0; ///< its arrows meet a node this many radii right of the middle

    bool operator==(const DrawnLine &) const = default;
};

/// A small circle where arrows meet: ⊙ of a gated term, or + of all terms of a node.
struct Joint {
    std::string node;
    int term = -1; ///< index into the node's terms; −1: +
    Place place;

    bool operator==(const Joint &) const = default;
};

struct Drawing {
    std::vector<DrawnLine> lines;
    std::vector<Joint> joints;

    bool empty() const { return lines.empty() && joints.empty(); }
    bool operator==(const Drawing &) const = default;
};

struct Circuit;

/// Whether the circuit's drawing says how every arrow of it runs: each node has a place, each gated term its ⊙, each
/// delayed source its line. Where it does not (it is empty, or the circuit was changed since), arrows find their own
/// ways.
bool drawnByHand(const Circuit &circuit);

/// The joint of a term (−1: the + of the node); nullptr where there is none.
const Joint *jointOf(const Drawing &drawing, const std::string &node, int term);

/// Index of the cell that holds the node; −1: none.
int cellOf(const Circuit &circuit, const std::string &node);

} // namespace unfold
