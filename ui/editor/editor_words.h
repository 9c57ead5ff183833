#pragma once
// What the editor says of a circuit's parts, in plain words.
#include "ui/document/element_ref.h"
#include "ui/editor/circuit_editor.h"

#include <QString>

namespace unfold {

/// "− W h(t − 1) ⊙ f": a term as one line.
QString wordsOf(const Term &term);
/// "t", "t − 2", "t + 1"
QString stepWords(int delay);
/// "Node h, reads 2 terms", "A term of h: W h(t − 1)"; empty for nothing.
QString describeSelection(const Circuit &circuit, EditSelection selection);
QString canvasToolTip(const Circuit &circuit, const ElementRef &element);
/// The first term that a parameter stands in, or the node whose bias it is.
EditSelection readerOf(const Circuit &circuit, const std::string &parameter);

} // namespace unfold
