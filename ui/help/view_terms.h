#pragma once
// What is explained in the views that paint themselves: the drawings, the heat map, the plot, the formulas, the grids.
#include "ui/help/explained.h"

#include <QPoint>

#include <optional>

class QWidget;

namespace unfold {

class Document;
class Glossary;

/// What stands at `point` of a view, or, without a point, what the keys stand on in it. nullopt where `widget` is no
/// such view.
std::optional<Explained> explainedInView(
    const Document &document, const Glossary &glossary, const QWidget &widget, std::optional<QPoint> point);

} // namespace unfold
