#pragma once
// What the inspector shows for a result and a cursor, as a value: titles, formulas, numbers, and what can be opened. No
// widgets.
#include "core/analysis/edge_gradient.h"
#include "ui/document/document.h"
#include "ui/inspector/inspector_items.h"
#include "ui/inspector/inspector_lines.h"

namespace unfold {

/// The factors of one arrow of the backward pass.
struct PageFactors {
    EdgeGradient gradient;
    QString matrixName; ///< "W⊤"
    std::string parameter; ///< for its colour; empty: none
    QString heading;
    QString together; ///< what the product of the factors is that of
    QString note; ///< on a page of the whole gradient: what its norm does; empty where the arrow brings all of it
};

struct InspectorPage {
    explicit InspectorPage(const ElementRef &element_)
        : element(element_)
        , step(element_.step)
    {
    }

    ElementRef element;
    int step = 0; ///< the step that the formulas speak of; 0: none
    QString title;
    QString note; ///< what is there to know: why there are no numbers, or why they are those of another step
    std::vector<Formula> formulas;
    ExpressionItems items;
    bool incomplete = false; ///< the items are what is known of it so far: there is no result
    std::optional<Expression> expression; ///< what the entries of the result open into
    int parameter = -1; ///< or the parameter whose gradient they are entries of
    QString entryName; ///< of the result, "h" of h[3]
    QString sumName; ///< of the activation's argument, "a"
    std::optional<PageFactors> factors;
    QString extraTitle;
    QString extraNote;
    ExpressionItems extraItems;
    bool totalLoss = false; ///< lines of the sum over all steps
    int lossStep = 0; ///< lines of the loss of this step; 0: none

    int entries() const; ///< rows of the result that opens
    int columns() const; ///< its columns
    bool opens() const { return expression.has_value() || parameter >= 0; }
};

InspectedRun inspected(const Result &result);

/// What the cursor selects, or the nearest thing that can be shown; a state at the cursor's step where it selects
/// nothing.
InspectorPage inspectorPage(const Result &result, const Cursor &cursor);

} // namespace unfold
