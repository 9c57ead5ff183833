#pragma once
// What stays of other runs to be compared with the present one: a curve from before a cure, and those that somebody
// holds. Values; they are view data: no part of the experiment, in no file, and not undone.
#include "core/run/compute.h"

#include <QString>

#include <memory>
#include <vector>

namespace unfold {

/// The run that a held curve is of. What it shares with the present run it shares in memory as well.
struct HeldRun {
    std::shared_ptr<const Experiment> experiment;
    std::shared_ptr<const Prepared> prepared;
    GradientOf shown = GradientOf::LastStep;
    int node = -1;
    bool operator==(const HeldRun &) const = default;
};

struct ReferenceCurve {
    QString name; ///< "before the cure"; empty where it is held: see heldName()
    StepSeries norm; ///< ‖∂L/∂node(t)‖, T entries
    std::optional<HeldRun> held = {}; ///< absent: it stays as long as its cure
    bool operator==(const ReferenceCurve &) const = default;
};

using ReferenceCurves = std::vector<ReferenceCurve>;

/// So many can be held; more could not be told apart.
inline constexpr int mostHeld = 6;

int heldCount(const ReferenceCurves &curves);
/// The curve from before a cure is exchanged, or taken away; the held ones stay.
ReferenceCurves withCureCurve(ReferenceCurves curves, const std::optional<ReferenceCurve> &ofCure);
ReferenceCurves withoutHeld(ReferenceCurves curves);

} // namespace unfold
