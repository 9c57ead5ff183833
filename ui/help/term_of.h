#pragma once
// Which terms of the glossary something drawn stands for: the most telling one first, then what belongs to it.
#include "core/engine/loss.h"
#include "core/formula/formula_tree.h"
#include "ui/document/element_ref.h"

#include <QStringList>

namespace unfold {

/// Ids. Empty for Kind::None. loss: nullptr where there is none.
QStringList termsOf(const Circuit &circuit, const Loss *loss, const ElementRef &element);
QStringList termsOf(const Circuit &circuit, const Loss *loss, const SymbolRef &symbol);

QString termOf(Activation activation);
QString termOf(LossKind kind);

} // namespace unfold
