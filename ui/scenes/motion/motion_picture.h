#pragma once
// One phase of the motion on any device, in the colours of both drawings.
#include "ui/diagram/shared/diagram_painter.h"
#include "ui/scenes/motion/motion_scene.h"

namespace unfold {

void paintMotion(
    QPainter &painter, const Theme &theme, DiagramLabels &labels, const MotionScene &scene, const MotionFrame &frame);

} // namespace unfold
