#pragma once
// A node of a circuit at a step, as the plots write it, in the names that people read.
#include "core/circuit/circuit.h"

#include <QString>

namespace unfold {

/// h^{(t)} in the markup of ScriptText, for between two $; h without a step.
QString nodeMarkup(const Circuit &circuit, int node, const QString &step = {});

/// h<sup>(9)</sup>
QString nodeHtml(const Circuit &circuit, int node, const QString &step);

/// h, or h(t) with a step; without one y(t−1) where that is how the node is read
QString nodeText(const Circuit &circuit, int node, const QString &step = {});
QString nodeText(const Circuit &circuit, int node, int step);

/// L(t)
QString lossText(const Circuit &circuit, int step);

} // namespace unfold
