#pragma once
// The five shapes of input and output in their smallest form, as textbooks draw them side by side.
#include "core/experiment/experiment_summary.h"

#include <array>

namespace unfold {

constexpr std::array<Shape, 5> allShapes{
    Shape::OneToOne, Shape::OneToMany, Shape::ManyToOne, Shape::ManyToMany, Shape::ManyToManyUnequal};

/// An RNN with output over one, three or five steps whose spans give it this shape; without loss.
Experiment smallestOf(Shape shape);

} // namespace unfold
