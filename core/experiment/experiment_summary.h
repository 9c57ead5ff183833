#pragma once
// What is read off an experiment for those who look at it: its shape, its sizes, the names of steps and classes.
#include "core/experiment/experiment.h"

#include <string_view>

namespace unfold {

/// Which steps have an input and which have an output.
enum class Shape { OneToOne, OneToMany, ManyToOne, ManyToMany, ManyToManyUnequal };

/// Read off the spans: the steps of the inputs, and those of the loss (without one, of the output). nullopt where they
/// are none of the five, and for a circuit without input. Over a single step everything is one-to-one.
std::optional<Shape> shapeOf(const Experiment &experiment);
std::string_view titleOf(
    Shape shape); ///< "many-to-one", in messages on files; ui/document/experiment_text.h for the screen

int hiddenSizeOf(const Circuit &circuit); ///< of the first state node

/// φ of the page, or of the first state of a circuit that is written out.
Activation activationOf(const Experiment &experiment);

/// The labels of the steps (characters, words, years) where the data gives them, "" where nothing is read; else empty.
std::vector<std::string> stepLabelsOf(const Experiment &experiment);

/// What the classes of the targets are called, in their order, where the data says it; else empty.
std::vector<std::string> classNamesOf(const Experiment &experiment);

} // namespace unfold
