#pragma once
// A recurrent network as data. Everything else in Unfold is derived from this value.
//
//   value(t) = activation( bias + Σ sign · [parameter ·] (source(t − delay) [⊙ gate(t − gateDelay)]) )
//
// Steps count from 1 to T. A delay is positive into the past (the black square of the textbooks) and
// negative into the future (bidirectional networks). Values and vectors are columns.
#include "core/circuit/drawing.h"
#include "core/circuit/names.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace unfold {

/// Softmax alone mixes the entries of its node: v = exp(a) / Σ exp(a), with the Jacobian diag(v) − v vᵀ.
enum class Activation { Identity, Tanh, Sigmoid, Relu, Softmax };

/// What a node is for. Decides its colour and where its values come from; never how it is computed.
enum class Role { Input, State, Output, Inner };

/// Consecutive steps, both ends included; empty where last < first.
struct StepRange {
    int first = 1;
    int last = 0;

    bool contains(int step) const { return first <= step && step <= last; }
    int count() const { return last < first ? 0 : last - first + 1; }
    bool operator==(const StepRange &) const = default;
};

/// The steps at which something exists: every step, the first n, the last n, or all after step n. A loss may be taken
/// at listed steps as well; a node's span is never a list.
struct Span {
    enum class Kind { Every, First, Last, After, Listed };
    Kind kind = Kind::Every;
    int count = 1; ///< n; unused for Every and Listed
    std::vector<int> listed = {}; ///< Listed: rising steps from 1

    /// The first and the last step of 1 … `steps` that belong to this span, which has all between them unless it is a
    /// list. A count above `steps` is cut to it.
    StepRange in(int steps) const;
    /// Which of the steps of 1 … `steps` that belong to this span `step` is, from 0; nullopt: it does not belong to it.
    std::optional<int> placeOf(int step, int steps) const;
    bool contains(int step, int steps) const { return placeOf(step, steps).has_value(); }
    /// The steps of 1 … `steps` that belong to this span, and how many they are.
    std::vector<int> stepsIn(int steps) const;
    int countIn(int steps) const;
    bool operator==(const Span &) const = default;
};

/// One summand of a node's pre-activation.
struct Term {
    std::string source;
    std::string parameter; ///< matrix, (size of node) × (size of source); empty: the product enters as it is
    int delay = 0; ///< reads source(t − delay)
    int sign = 1; ///< 1 or −1
    std::string gate; ///< node multiplied in elementwise; empty: none
    int gateDelay = 0; ///< reads gate(t − gateDelay)
    std::optional<bool> recurrent; ///< whether `gain` multiplies the parameter; unset: decided by the loops

    bool operator==(const Term &) const = default;
};

struct Node {
    std::string name;
    Role role = Role::State;
    int size = 1;
    Activation activation = Activation::Identity;
    std::string bias; ///< name of the bias vector; empty: none
    std::vector<Term> terms;
    Span span;
    std::optional<Place> place; ///< unset: laid out automatically

    bool operator==(const Node &) const = default;
};

struct Circuit {
    std::string name;
    std::vector<Node> nodes;
    std::vector<Cell> cells = {};
    Drawing drawing = {};
    Names names = {}; ///< for what people read; never saved

    /// Index of the node called `name`, or −1.
    int indexOf(std::string_view name) const;
    bool operator==(const Circuit &) const = default;
};

/// "tanh", "sigmoid", "relu", "identity", "softmax".
std::string_view nameOf(Activation activation);
std::optional<Activation> activationNamed(std::string_view name);

/// γ, the largest slope of an activation: tanh, relu and identity 1, sigmoid ¼, softmax ½ (the largest singular value
/// that its Jacobian can have).
double largestSlope(Activation activation);

} // namespace unfold
