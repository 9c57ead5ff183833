#pragma once
// How far values and gradients have come along the arrows of the unrolled graph, and how a gradient's norm is shown.
#include "core/circuit/unfold.h"
#include "ui/diagram/shared/shapes.h"
#include "ui/document/cursor.h"

#include <QString>

namespace unfold {

/// Whether the gradient has reached an arrow: the cursor has passed both its ends.
bool gradientReached(const Cursor &cursor, int steps, const EdgeShape &edge);
/// Whether the value at an arrow's end is there.
bool valueReached(const Cursor &cursor, int steps, const EdgeShape &edge);
/// The arrows of the unfolded graph that a drawn one stands for; those that contribute at its step.
std::vector<Edge> edgesOf(const Circuit &circuit, int steps, const EdgeShape &edge);
/// px of an arrow by the norm that flows through it: a decade is one px, 1 is 4 px; from 0.8 to 9.
double widthOfNorm(double norm);
/// 0 … 1: how strong its colour is, in six decades below 1; 0 is as faint as it gets.
double strengthOfNorm(double norm);
/// "0.13", "3.1e−12", "0", "∞": as short as can be.
QString shortNorm(double norm);

} // namespace unfold
