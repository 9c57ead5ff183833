#pragma once
// The gradients of the other states in the gradient plot. A state that exists where the plotted one does not goes on
// with its curve; any other has a curve of its own. Pure.
#include "ui/document/document.h"
#include "ui/timeline/gradient/gradient_curves.h"

#include <QString>

#include <optional>

namespace unfold {

/// The key of a state's curve.
QString stateCurve(int node);
/// Whether a curve shows ‖∂L/∂state(t)‖ of the plotted node or of another, or what joins two of them.
bool isNormOfState(const QString &key);

/// The node that a point of a curve speaks of, at its step.
int nodeOfCurve(const GradientReport &report, const QString &key, int step);

/// ‖∂L/∂node(t)‖ of that node, of the loss shown.
std::optional<double> normOfCurve(const GradientReport &report, const QString &key, int step);

/// The norm of the plotted node, and where it does not exist that of the states of its track.
StepSeries normAlongTrack(const GradientReport &report);

/// Whether any of the curves has a number; 0 and infinity are numbers.
bool hasGradientNumber(const GradientReport &report);

/// Adds the curves of the other states after the plotted node's, and widens the range to hold them. `trackAlone`: only
/// of those that go on with its curve, because other curves take the room.
void addStates(
    const Result &result, const Cursor &cursor, const Theme &theme, bool trackAlone, GradientPicture &picture);

} // namespace unfold
