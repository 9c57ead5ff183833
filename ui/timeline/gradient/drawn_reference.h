#pragma once
// The reference curves as they are drawn beside the present one. Pure.
#include "ui/document/document.h"

namespace unfold {

struct DrawnReference {
    QString key; ///< of the curve in the plot, see referenceKey()
    QString name; ///< "before the cure", "held: 1.05"
    StepSeries norm;
    bool held = false;
};

/// index: of Document::references().
QString referenceKey(int index);
/// −1: no reference curve has this key.
int referenceIndex(const Document &document, const QString &key);

/// Those with as many steps as the present run has.
std::vector<DrawnReference> drawnReferences(const Document &document);

} // namespace unfold
