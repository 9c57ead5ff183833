#pragma once
// A thing on the screen that can be touched, and what counts as the same thing in another view.
#include "core/circuit/paths.h"

#include <memory>
#include <string>

namespace unfold {

struct ElementRef {
    enum class Kind {
        None,
        Node, ///< node, and step (0: the node as such, at every step)
        Parameter, ///< parameter name; every copy of it
        Edge, ///< one term of a node; step (0: every copy) is that of the target node
        Loss, ///< L, and step (0: every one)
        Target, ///< y, and step (0: every one)
        Path, ///< all ways from a node at a step to a loss; `step` is that of the loss
    };
    Kind kind = Kind::None;
    int node = -1; ///< Node, Edge: index into the circuit
    int step = 0;
    int unit = -1; ///< Node: one entry of the vector, −1: all
    int term = -1; ///< Edge
    bool gate = false; ///< Edge: the elementwise factor
    std::string parameter; ///< Parameter
    std::shared_ptr<const Paths> paths; ///< Path

    bool operator==(const ElementRef &) const = default;

    static ElementRef ofNode(int node, int step = 0, int unit = -1);
    static ElementRef ofParameter(std::string name);
    static ElementRef ofEdge(int node, int term, int step = 0, bool gate = false);
    static ElementRef ofLoss(int step = 0);
    static ElementRef ofTarget(int step = 0);
    static ElementRef ofPaths(std::shared_ptr<const Paths> paths, int lossStep);
};

/// The same thing at another step; what belongs to no step, or to every one, as it is.
ElementRef movedTo(ElementRef element, int step);

/// Whether this circuit, unfolded over so many steps, has it. Nothing (Kind::None) is everywhere.
bool existsIn(const Circuit &circuit, int steps, const ElementRef &element);

/// Whether something drawn lights up while `touched` is touched: the same node (at the same step where both name one),
/// the same parameter, an edge that carries the touched parameter, and the other way round.
bool lightsUp(const Circuit &circuit, const ElementRef &touched, const ElementRef &drawn);

} // namespace unfold
