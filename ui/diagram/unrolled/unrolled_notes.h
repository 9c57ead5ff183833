#pragma once
// The words around the unrolled graph: what is not computed yet, how far the gradient has come, the names of rows and
// of the data's steps.
#include "ui/diagram/unrolled/unrolled_picture.h"

namespace unfold {

/// What the caption calls the steps that the cursor has not reached, the longest first. Not "not computed" where a node
/// reads later steps: it was computed in the other direction.
QStringList notShownYet(const Circuit &circuit, Pass pass);

/// The caption and the names of the rows.
void paintNotes(QPainter &painter, const Theme &theme, DiagramLabels &labels, const UnrolledScene &scene);

/// The data's own names of the steps, as many as have room.
void paintStepLabels(QPainter &painter, const Theme &theme, const UnrolledScene &scene);

} // namespace unfold
