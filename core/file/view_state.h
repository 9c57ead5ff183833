#pragma once
// How an experiment is looked at: saved with it, no part of it. Whatever a file does not say is absent.
#include "core/run/compute.h"

#include <optional>
#include <string>

namespace unfold {

/// The thing that the inspector opens, by name.
struct ViewElement {
    enum class Kind { Node, Parameter, Edge, Loss, Target };
    Kind kind = Kind::Node;
    std::string name; ///< Node, Edge: the node; Parameter: the parameter; else empty
    int step = 0; ///< 0: at every step
    int unit = -1; ///< Node: one entry of the vector, −1: all
    int term = -1; ///< Edge: the term of the node
    bool gate = false; ///< Edge: the elementwise factor of the term

    bool operator==(const ViewElement &) const = default;
};

/// Steps at the left and right edge, fractional: step t is drawn from t − ½ to t + ½.
struct ViewWindow {
    double from = 0.5;
    double to = 1.5;

    bool operator==(const ViewWindow &) const = default;
};

struct ViewState {
    std::optional<int> step; ///< from 1
    std::optional<bool> backward; ///< the pass
    std::optional<ViewWindow> window;
    std::optional<std::string> watched; ///< the node of the heat map and the gradient plot
    std::optional<GradientOf> gradientOf;
    std::optional<ViewElement> selected;
    std::optional<bool> cellsOpened; ///< whether gated cells show their gates
    std::optional<bool> axisFitted = {}; ///< whether the axis of the gradient fits the curve; otherwise it is fixed

    bool operator==(const ViewState &) const = default;
};

} // namespace unfold
