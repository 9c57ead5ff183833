#pragma once
// How a vector of a run came about: as a formula with its numbers, and each of its entries as a sum of products.
// Batch 1.
//
//   forward    value(t)     = φ( b + Σ sign · P (source(t − d) ⊙ gate(t − d′)) )
//   backward   ∂L/∂value(t) = Σ sign · gate ⊙ Pᵀ (φ′ ⊙ ∂L/∂reader)  over every path that leaves value(t), and the loss
//   itself
#include "core/circuit/unfold.h"
#include "core/inspect/quantity.h"

namespace unfold {

/// sign · outer ⊙ [matrix ·] (inner₁ ⊙ inner₂ …)
struct Summand {
    double sign = 1;
    std::optional<Quantity> matrix;
    std::vector<Quantity> inner; ///< never empty
    std::optional<Quantity> outer;
    std::optional<Edge> edge; ///< its arrow in the unrolled graph; none for a bias and for the loss
};

struct Expression {
    Quantity result;
    std::vector<Summand> summands; ///< none: the sum is 0, or nothing made it (an input)
    Activation activation = Activation::Identity; ///< applied to the sum
};

/// value(t) of a node at a step where it exists. Inputs and initial values have no summands.
Expression valueExpression(const InspectedRun &run, int node, int step);
/// ∂L/∂value(t) of a node at a step of 1 … T where it exists. The trace must have gradients.
Expression gradientExpression(const InspectedRun &run, int node, int step);
/// The part of an expression that came through one edge; its result is that of the whole.
Expression onlyThrough(const Expression &expression, const Edge &edge);

/// What one summand adds; the sum of all: the argument of the activation.
Vector valueOf(const InspectedRun &run, const Summand &summand);
Vector sumOf(const InspectedRun &run, const Expression &expression);

/// One number of a product, and its place.
struct Factor {
    Quantity quantity;
    int row = 0;
    int column = 0;
    double value = 0;
};

struct Product {
    int summand = -1; ///< index into the expression's summands
    double sign = 1;
    std::vector<Factor> factors;

    double value() const; ///< sign · Π factors
};

/// One entry, opened.
struct OpenedEntry {
    std::vector<Product> products;
    double sum = 0; ///< of the products, in their order
    Activation activation = Activation::Identity;
    double result = 0; ///< activation(sum)
};

OpenedEntry open(const InspectedRun &run, const Expression &expression, int unit);

/// Entry (row, column) of ∂L/∂P: the sum of every step's own contribution da_row(t) · source_column(t − d).
/// Product::summand counts the terms that carry P.
OpenedEntry openParameterGradient(const InspectedRun &run, int parameter, int row, int column);

/// φ(a), by the standard library.
double apply(Activation activation, double a);

} // namespace unfold
