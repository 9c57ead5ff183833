#pragma once
// The transition from a feed-forward network to the folded recurrent circuit, as one continuous motion in four steps:
// the layers are squashed together; many synapses become one line; the net turns by 90°; the loop grows around the
// hidden layer. Pure geometry; the end is the folded drawing itself.
#include "ui/diagram/folded/folded_layout.h"

#include <QLineF>

#include <array>

namespace unfold {

constexpr int transitionSteps = 4;

/// How far each of the four steps has come at `phase` of the whole (0 … 1): each 0 … 1, eased, one after the other.
std::array<double, transitionSteps> transitionProgress(double phase);

/// One unit of a layer.
struct Neuron {
    int node = -1; ///< index into the circuit's nodes
    Disc disc;
};

/// One entry of a matrix.
struct Synapse {
    std::string parameter;
    QLineF line;
};

/// What holds the neurons of one layer together; in the end the circle of its node.
struct LayerFrame {
    int node = -1;
    QRectF box; ///< its corners are half as wide as its shorter side
};

/// A shape of the folded drawing with how much of it is seen, 0 … 1.
template <typename Shape> struct Seen {
    Shape shape;
    double share = 1;
};

struct FeedforwardToRnnPicture {
    double many = 1; ///< how much of neurons and synapses is seen
    std::vector<Neuron> neurons;
    std::vector<Synapse> synapses;
    double frame = 0; ///< how much of the frames is seen
    std::vector<LayerFrame> frames;
    double names = 0; ///< how much of the names of the nodes is seen
    std::vector<NodeShape> nodes;
    std::vector<Seen<EdgeShape>> edges;
    std::vector<DelaySquare> squares;
    std::vector<Seen<LabelShape>> labels;
    double letterFactor = 1;
};

/// input: an RNN with output, without loss and without cells; its sizes say how many neurons a layer has. At phase 1
/// the shapes are exactly those of layOutFolded(input), and nothing else is seen.
FeedforwardToRnnPicture layOutTransition(const FoldedInput &input, double phase);

} // namespace unfold
