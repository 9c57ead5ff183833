#pragma once
// Asking the document for a change that may be impossible, and hearing why.
#include "core/circuit/input_error.h"
#include "core/experiment/experiment.h"

#include <QString>

#include <functional>
#include <optional>

namespace unfold {

class Document;

/// One sentence for people: what is wrong and what is expected, without the path in the file.
QString sentenceOf(const InputError &error);

/// Whether two experiments are the same but for the gain: then no setting and no datum has to be shown anew while the
/// gain is dragged.
bool sameButGain(Experiment a, const Experiment &b);

/// Asks for the experiment that `edit` makes. nullopt where it was taken; else the reason, and nothing has changed.
std::optional<QString> askChange(
    Document &document, const std::function<Experiment()> &edit, const QString &what, int mergeId = -1);

} // namespace unfold
