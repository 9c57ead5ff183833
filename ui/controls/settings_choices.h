#pragma once
// What the settings offer, and why something is not offered; pure.
#include "core/experiment/edit.h"
#include "core/experiment/experiment.h"

#include <QString>

#include <vector>

namespace unfold {

struct CircuitChoice {
    std::string name; ///< in the catalogue; empty: written out in its file
    QString title;
    QString lesson;
};

/// The networks of the catalogue, in teaching order. A circuit that a file writes out is listed last, by its own name.
std::vector<CircuitChoice> circuitChoices(const Experiment &experiment);
/// Index of the experiment's own circuit in its choices.
int indexOfCircuit(const std::vector<CircuitChoice> &choices, const Experiment &experiment);

/// Why a setting does not apply to an experiment, for its tooltip; empty: it applies.
struct Refusals {
    QString shape;
    QString unequalShape;
    QString hidden;
    QString steps;
    QString activation;
    QString scaledBy;
    QString inputScale;
    QString loss;
};
Refusals refusalsOf(const Experiment &experiment, const Circuit &circuit);

/// The most steps that the experiment's data can give, at most 1000.
int mostSteps(const Experiment &experiment);

} // namespace unfold
