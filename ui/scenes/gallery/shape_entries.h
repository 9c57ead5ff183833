#pragma once
// What the gallery says of each shape, and the scene that it opens.
#include "core/experiment/experiment_summary.h"

#include <QString>

#include <vector>

namespace unfold {

struct ShapeEntry {
    Shape shape = Shape::OneToOne;
    QString title; ///< "One to many"
    QString sentence; ///< what is read and what is said
    QString applications; ///< "music generation, image captioning"
    QString scene; ///< file among the scenes
};

/// In the order of the textbooks.
std::vector<ShapeEntry> shapeEntries();

} // namespace unfold
