#pragma once
// The names of a circuit in the notation that writes W_ax, W_aa, W_ya and a⟨t⟩. By rule, from what the circuit is, so
// that a written-out circuit reads as its named twin does.
//
//   state               h → a, and the only state of a circuit whatever it is called; a second one keeps its name
//   cell state          a state that is its own past times a gate, and not squashed: c
//   what a gate lets into a cell state   c̃
//   gate                a sigmoid that is multiplied in elementwise: Γ and its own letter; the one that lets a cell
//                       state out: Γ_o
//   output              z_y, what ŷ is the softmax of
//   matrix              W with the letters of the node it leads to and of the node it comes from; one that multiplies
//                       several nodes on its way to one has the letter of that one alone: W_s
//   several side by side   W with the letter of their node: W_a [a⟨t−1⟩, x⟨t⟩]
//   bias                b with the letter of its node
//   pre-activation      z with the letter of its node; of a gate called z it is z_Γ, since z_z could not be read
//
// In both notations an input called y that exists where an output of its size does is the target of the step before
// (teacher forcing): it is read y(t−1), since y(t) is the target.
//
// No two things of a circuit get one name: a node whose new name is taken keeps its own, and matrices between the same
// two nodes are numbered.
#include "core/circuit/circuit.h"

namespace unfold {

Names namesIn(Notation notation, const Circuit &circuit);

} // namespace unfold
