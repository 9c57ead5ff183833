#pragma once
// A formula as a tree of symbols, free of any drawing: what the typesetter lays out, and what a screen reader reads.
#include <string>
#include <string_view>
#include <vector>

namespace unfold {

/// What a symbol is, for its colour, and for finding what lies under the mouse.
struct SymbolRef {
    enum class Kind {
        None,
        Node,
        PreActivation, ///< the argument of a node's activation
        Parameter,
        Loss,
        Target, ///< y
        Prediction, ///< ŷ, the softmax of the node called `name`
    };
    Kind kind = Kind::None;
    std::string name; ///< node or parameter
    int delay = 0; ///< Node, PreActivation: read at t − delay

    bool operator==(const SymbolRef &) const = default;
};

/// A row of parts; a part is text with scripts, or a fraction.
struct Formula {
    enum class Style { Upright, Italic, BoldItalic };
    struct Part {
        std::string text; ///< UTF-8: "W", "=", "tanh", "("; a part of nothing but U+2009 is a thin space
        Style style = Style::Upright;
        SymbolRef ref;
        std::vector<Part> superscript = {}; ///< "(t−1)", "⊤"
        std::vector<Part> subscript = {};
        std::vector<Part> numerator = {}; ///< a fraction where it is not empty; text is then empty
        std::vector<Part> denominator = {};

        bool operator==(const Part &) const = default;
    };
    std::vector<Part> parts;

    bool operator==(const Formula &) const = default;
};

/// The classes of TeX's mathematics, which decide the space between neighbours (The TeXbook, chapter 18).
enum class MathClass { Ordinary, Operator, Binary, Relation, Open, Close, Punctuation, Space };

/// Class of every part of a row. A + or − without a left operand is a sign: Ordinary.
std::vector<MathClass> mathClasses(const std::vector<Formula::Part> &row);

/// A name as one bold italic symbol. What follows an underscore, or trailing digits, becomes the subscript: W_g, h2.
Formula::Part symbolPart(const std::string &name, const SymbolRef &ref);

/// Scripts such as "(t−1)", "9", "ax", "rec": one or two letters italic, words and the rest upright.
std::vector<Formula::Part> scriptParts(const std::string &text);

/// "h(t) = tanh(a(t))", "Wᵀ", "W_g", "∂L/∂h(t)".
std::string plainText(const Formula &formula);

} // namespace unfold
