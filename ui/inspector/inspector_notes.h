#pragma once
// The sentences of the inspector's pages: why there is no number yet, which step is shown instead, whose gradient it
// is.
#include "core/circuit/unfold.h"
#include "ui/document/document.h"
#include "ui/formula/node_text.h"
#include "ui/inspector/inspector_items.h"

namespace unfold {

/// Everything that the pages are made from.
struct PageSource {
    const Result &result;
    const Cursor &cursor;
    InspectedRun run;

    const Circuit &circuit() const { return result.circuit(); }
    const Node &node(int index) const { return circuit().nodes[static_cast<size_t>(index)]; }
    /// The name that is read for a node, or for a parameter.
    QString read(const Node &node) const { return nodeText(circuit(), circuit().indexOf(node.name)); }
    QString read(const ParameterInfo &parameter) const
    {
        return QString::fromStdString(circuit().names.parameter(parameter.name));
    }
    bool backward() const { return cursor.pass == Pass::Backward && result.trace->hasGradient; }
};

/// Why there is no value at `step`, or no gradient, and what to do about it.
QString valueMissing(const PageSource &s, int step);
/// The same of an input, which is known all the same.
QString inputAhead(const PageSource &s);
QString gradientMissing(const PageSource &s, int step);

/// Where a node exists, for a step at which it does not, and which step is shown instead.
QString elsewhere(const PageSource &s, int node, int shown);
/// The same of the loss.
QString lossElsewhere(const PageSource &s, int shown);
/// A node that this sequence is too short for.
QString nowhere(const PageSource &s, int node);

/// The gradient ends at an initial value, and what is shown instead.
QString initialNote(const PageSource &s, const Vertex &initial);

/// A gradient of 0 because nothing that the loss depends on reads the node.
QString noDependence(const PageSource &s, int node);

/// Which loss L stands for; empty where there is one only.
QString whoseGradient(const PageSource &s);

/// On the page of the loss itself, where L is the sum whatever the gradients are of.
QString gradientNote(const PageSource &s);

/// What the sequence is called at this step; empty where it has no names.
QString labelNote(const PageSource &s, int step);
QString joined(const QString &a, const QString &b);
QString titleOf(const PageSource &s, const Node &node);
/// "h(2) → h(3) through W"
QString titleOf(const PageSource &s, const Edge &edge);

/// Whether a loss is taken at a step.
bool lossTaken(const PageSource &s, int step);

/// The right class with the symbol that it stands for.
QString targetNote(const PageSource &s, int step);

/// Shape and spectrum as used.
QString parameterNote(const PageSource &s, int index);
/// How much of its gradient there is; its norm once it is complete.
QString parameterGradientNote(const PageSource &s, int index);
QString parameterTitle(const PageSource &s, const ParameterInfo &info);

} // namespace unfold
