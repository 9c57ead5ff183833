#include "core/import/foreign_names.h"

#include "core/import/layer_names.h"
#include "core/import/teaching_names.h"
#include "core/import/weight_norm.h"

#include <algorithm>

namespace unfold {

ForeignNames withPlainNames(const Arrays &arrays, Concatenated concatenated)
{
    Renaming renaming(arrays);
    putTogether(renaming);
    const bool plain = std::any_of(renaming.result.arrays.begin(), renaming.result.arrays.end(), [](const auto &entry) {
        const auto found = layerArrayName(entry.first);
        return found && found->kind == "weight_hh";
    });
    if (!plain)
        renameKeras(renaming) || renameLinearLayers(renaming, concatenated) || renameGates(renaming, concatenated)
            || renamePlainNetwork(renaming);
    return renaming.result;
}

} // namespace unfold
