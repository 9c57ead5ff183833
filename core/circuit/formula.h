#pragma once
// The formulas of a circuit as a tree of symbols, free of any drawing. Textbook notation of Goodfellow et al.:
//   a(t) = b + W h(t−1) + U x(t),  h(t) = tanh(a(t)).
#include "core/circuit/circuit.h"
#include "core/engine/loss.h"

namespace unfold {

/// What a symbol is, for its colour, and for finding what lies under the mouse.
struct SymbolRef {
    enum class Kind { None, Node, Parameter, Loss };
    Kind kind = Kind::None;
    std::string name; ///< node or parameter
    int delay = 0;    ///< Node: read at t − delay

    bool operator==(const SymbolRef &) const = default;
};

/// A row of parts; a part is text, or something with scripts.
struct Formula {
    enum class Style { Upright, Italic, BoldItalic };
    struct Part {
        std::string text; ///< UTF-8: "W", " = ", "tanh", "("
        Style style = Style::Upright;
        SymbolRef ref;
        std::vector<Part> superscript; ///< "(t−1)", "⊤"
        std::vector<Part> subscript;
    };
    std::vector<Part> parts;
};

/// "step" as it stands in superscripts: "t", "t−1", or numbers "9", "8" where step > 0.
/// One formula per line: a(t) = … and h(t) = φ(a(t)) where the node has an activation, one line where it has none.
std::vector<Formula> nodeFormulas(const Circuit &circuit, int node, int step = 0);

/// L = −log softmax(o(t))_y, or ½‖o − y‖², with Σ over the steps it is taken at.
Formula lossFormula(const Circuit &circuit, const Loss &loss, int steps);

/// ∂L/∂h(t) = Wᵀ diag(φ′) ∂L/∂h(t+1) + …: every term in which the node is read.
Formula gradientFormula(const Circuit &circuit, int node, int step = 0);

/// The name of a pre-activation, "a" where only one node needs one, else "a_h".
std::string preActivationName(const Circuit &circuit, int node);

} // namespace unfold
