#pragma once
// Finds the calmest curve between two discs: straight where nothing is in the way, else the least bent one that keeps
// clear of what it does not belong to. Pure and deterministic.
#include "ui/diagram/shared/curve.h"

#include <limits>
#include <optional>
#include <vector>

namespace unfold {

/// One end of an arrow. `angle`: the direction of travel there (radians, y down); unset: free.
struct RouteEnd {
    Disc disc;
    std::optional<double> angle;
};

/// What an arrow should keep away from.
struct Surroundings {
    std::vector<Disc> obstacles; ///< discs it must not touch; its own ends are not among them
    std::vector<Polyline> wires; ///< arrows it should rather not cross or run along
    QRectF bounds; ///< where it must stay; null: anywhere
    double clearance = 4; ///< px between an arrow and an obstacle
    double longHandle = 60; ///< px; reach of a flat arch over many obstacles
};

/// The straight arrow from border to border.
Curve straightBetween(const Disc &from, const Disc &to);

Curve route(const RouteEnd &from, const RouteEnd &to, const Surroundings &around);

/// The cost of a curve among its surroundings without its own bends; 0 where it is in nobody's way. Stops adding once
/// `enough` is reached.
double conflict(const Polyline &line, const Disc &from, const Disc &to, const Surroundings &around,
    double enough = std::numeric_limits<double>::infinity());

} // namespace unfold
