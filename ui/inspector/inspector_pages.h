#pragma once
// The pages of the inspector by the kind of what is shown. Each takes an element of the run's circuit; where that does
// not exist at its step, the page is that of the nearest step at which it does, and says so.
#include "ui/inspector/inspector_notes.h"
#include "ui/inspector/inspector_page.h"

namespace unfold {

InspectorPage nodePage(const PageSource &s, ElementRef element);
InspectorPage edgePage(const PageSource &s, ElementRef element);
InspectorPage lossPage(const PageSource &s, ElementRef element);
InspectorPage targetPage(const PageSource &s, ElementRef element);
InspectorPage parameterPage(const PageSource &s, const ElementRef &element);

/// "Step 9 · hidden state h"
QString atStep(int step, const QString &what);

/// Output, prediction and target of a step at which a loss is taken, below the rest of the page.
void addLossOf(const PageSource &s, int step, InspectorPage &page);

/// The numbers of an expression that are known already, where its result is not.
void addKnown(const PageSource &s, const Expression &expression, InspectorPage &page);

} // namespace unfold
