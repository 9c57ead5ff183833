#pragma once
// What `unfold trace` prints (format "unfold-trace", version 1).
#include "core/engine/trace.h"
#include "core/experiment/compute.h"

namespace unfold {

/// As JSON: doubles with 17 significant digits, values that are not finite as strings, null where a node does not exist.
std::string writeTrace(const Prepared &prepared, const Trace &trace);

/// One row per (node, step): node,step,norm,gradient_norm.
std::string writeTraceCsv(const Trace &trace);

} // namespace unfold
