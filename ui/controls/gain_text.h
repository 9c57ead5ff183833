#pragma once
// What the gain card says in words; pure functions.
#include "core/analysis/gradient_report.h"

#include <QString>

#include <string>
#include <vector>

namespace unfold {

/// Names of the parameters that the gain multiplies.
std::vector<std::string> recurrentParameters(const Circuit &circuit);

/// When the gradient that flows back through time is guaranteed to vanish, and when it can explode. Source: Pascanu,
/// Mikolov, Bengio 2013; exactly true for the activation of the node, or says that no single number decides. Rich text.
QString ruleText(const Program &program, const GradientReport &report);

/// What the gain multiplies: "W = 1.05 · W₀, and W₀ has spectral radius 1".
QString madeText(const Experiment &experiment, const Circuit &circuit);

} // namespace unfold
