#pragma once
// Changes of a circuit as the editor makes them: pure functions from one circuit to the next. They keep what can be
// kept and do not judge the result; validate() does, so that a circuit that is refused can still be shown.
//
// node, term: indices that exist. An edit that changes which arrows there are, or where they run, lets go of lines
// drawn by hand: the arrows then find their own ways.
#include "core/circuit/circuit.h"

namespace unfold {

// --- nodes ---

/// One node more, with a free name and place. It reads nothing yet; its size is that of the first node of its role.
Circuit withNode(Circuit circuit, Role role);
/// Without the node, every term that reads it (or multiplies it in), and its place in cells.
Circuit withoutNode(Circuit circuit, int node);
/// Everything that names the node follows.
Circuit withName(Circuit circuit, int node, const std::string &name);
/// What becomes an input computes nothing any more: its terms, bias and activation go.
Circuit withRole(Circuit circuit, int node, Role role);
/// Nodes that are added to it or multiplied with it entry by entry get the size as well.
Circuit withSize(Circuit circuit, int node, int size);
Circuit withActivation(Circuit circuit, int node, Activation activation);
/// bias: name of the vector; empty: none.
Circuit withBias(Circuit circuit, int node, const std::string &bias);
Circuit withSpan(Circuit circuit, int node, const Span &span);
/// In steps of half a lane and half a column, at the nearest place where it covers no other node.
/// places: where every node is drawn now; all are kept.
Circuit withPlace(Circuit circuit, int node, Place place, const std::vector<Place> &places);

// --- terms ---

/// One more term of `node`: it reads `source` through a parameter with a free name.
Circuit withTerm(Circuit circuit, int node, const std::string &source);
Circuit withoutTerm(Circuit circuit, int node, int term);
Circuit withSource(Circuit circuit, int node, int term, const std::string &source);
Circuit withDelay(Circuit circuit, int node, int term, int delay);
Circuit withSign(Circuit circuit, int node, int term, int sign);
/// gate: name of the node multiplied in; empty: none.
Circuit withGate(Circuit circuit, int node, int term, const std::string &gate);
Circuit withGateDelay(Circuit circuit, int node, int term, int delay);
/// The parameter of this term alone; empty: the product enters as it is. Another term's: one shared matrix.
Circuit withParameter(Circuit circuit, int node, int term, const std::string &parameter);
/// The parameter's name wherever it stands.
Circuit withParameterRenamed(Circuit circuit, const std::string &from, const std::string &to);

// --- looking ---

/// How often a parameter (or bias) is used.
int usesOf(const Circuit &circuit, const std::string &parameter);
/// "b", or "b_g" where that is taken, for the bias of a node.
std::string freeBiasName(const Circuit &circuit, int node);

} // namespace unfold
