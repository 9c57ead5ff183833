#include "core/import/layer_names.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>

namespace unfold {
namespace {

constexpr std::array<std::string_view, 5> kinds{"weight_ih", "weight_hh", "bias_ih", "bias_hh", "weight_hr"};
constexpr std::string_view reversed = "_reverse";

/// The number in "_l0".
std::optional<int> layerIn(std::string_view text)
{
    if (!text.starts_with("_l"))
        return std::nullopt;
    int layer = 0;
    const auto [end, error] = std::from_chars(text.data() + 2, text.data() + text.size(), layer);
    return error == std::errc() && end == text.data() + text.size() && layer >= 0 ? std::optional(layer) : std::nullopt;
}

} // namespace

std::string LayerArrayName::sibling(const std::string &otherKind) const
{
    return prefix + otherKind + (cell ? "" : "_l" + std::to_string(layer)) + (reverse ? std::string(reversed) : "");
}

std::optional<LayerArrayName> layerArrayName(const std::string &name)
{
    const std::size_t dot = name.rfind('.');
    const std::size_t start = dot == std::string::npos ? 0 : dot + 1;
    std::string_view rest = std::string_view(name).substr(start);
    const auto kind
        = std::find_if(kinds.begin(), kinds.end(), [&](std::string_view known) { return rest.starts_with(known); });
    if (kind == kinds.end())
        return std::nullopt;
    rest.remove_prefix(kind->size());
    LayerArrayName found{name.substr(0, start), std::string(*kind), 0, rest.ends_with(reversed), rest.empty()};
    if (found.cell)
        return found;
    if (found.reverse)
        rest.remove_suffix(reversed.size());
    const auto layer = layerIn(rest);
    if (!layer)
        return std::nullopt;
    found.layer = *layer;
    return found;
}

} // namespace unfold
