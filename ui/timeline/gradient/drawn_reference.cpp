#include "ui/timeline/gradient/drawn_reference.h"

#include "ui/document/held_curves.h"

namespace unfold {

QString referenceKey(int index)
{
    return QStringLiteral("reference%1").arg(index);
}

int referenceIndex(const Document &document, const QString &key)
{
    for (int i = 0; i < static_cast<int>(document.references().size()); ++i)
        if (key == referenceKey(i))
            return i;
    return -1;
}

std::vector<DrawnReference> drawnReferences(const Document &document)
{
    std::vector<DrawnReference> drawn;
    const auto result = document.result();
    for (int i = 0; i < static_cast<int>(document.references().size()); ++i) {
        const ReferenceCurve &curve = document.references()[static_cast<size_t>(i)];
        if (isComparable(curve, *result))
            drawn.push_back({referenceKey(i), referenceName(curve, *result), curve.norm, curve.held.has_value()});
    }
    return drawn;
}

} // namespace unfold
