#pragma once
// What `unfold trace` prints (format "unfold-trace", version 1).
#include "core/engine/trace.h"

#include <string>

namespace unfold {

/// As JSON: doubles with 17 significant digits, values that are not finite as strings, null where a node does not
/// exist. Without a loss every gradient is absent. An input has no preActivationGradient, a node on no loop no
/// jacobianNorm. Batch 1.
std::string writeTrace(const Trace &trace);

/// One row per (node, step): node,step,norm,gradient_norm; cells are empty where there is nothing.
std::string writeTraceCsv(const Trace &trace);

} // namespace unfold
