#include "core/import/foreign_names.h"

#include "core/import/layer_names.h"
#include "core/import/teaching_names.h"

#include <algorithm>

namespace unfold {

ForeignNames withPlainNames(const Arrays &arrays, Concatenated concatenated)
{
    Renaming renaming(arrays);
    const bool plain = std::any_of(arrays.begin(), arrays.end(), [](const auto &entry) {
        const auto found = layerArrayName(entry.first);
        return found && found->kind == "weight_hh";
    });
    if (!plain)
        renameKeras(renaming) || renameLinearLayers(renaming, concatenated) || renameGates(renaming, concatenated)
            || renamePlainNetwork(renaming);
    return renaming.result;
}

} // namespace unfold
