#include "core/import/choose_head.h"

#include "core/circuit/input_error.h"
#include "core/import/layer_names.h"

#include <algorithm>
#include <cctype>
#include <initializer_list>
#include <limits>
#include <tuple>

namespace unfold {
namespace {

std::string lowered(std::string name)
{
    std::transform(name.begin(), name.end(), name.begin(), [](unsigned char c) { return std::tolower(c); });
    return name;
}

bool containsOne(const std::string &name, std::initializer_list<const char *> words)
{
    const std::string small = lowered(name);
    return std::any_of(
        words.begin(), words.end(), [&](const char *word) { return small.find(word) != std::string::npos; });
}

bool isWeight(const std::string &name)
{
    return name == "weight" || name.ends_with(".weight") || name.ends_with("_weight");
}

bool isEmbedding(const std::string &name)
{
    return containsOne(name, {"emb", "wte", "wpe", "lookup"});
}

/// Layers beside or in front of the recurrent one.
bool isBeside(const std::string &name)
{
    return containsOne(name,
        {"attn", "attention", "attend", "query", "key", "value", "norm", "in_proj", "input", "encoder", "score", "gate",
            "highway", "conv"});
}

bool isNamedHead(const std::string &name)
{
    return containsOne(name,
        {"fc", "head", "out", "linear", "decoder", "classif", "dense", "logit", "pred", "h2o", "final", "last",
            "generator", "proj"});
}

bool isInFront(const Array &array, const FileOrder &order)
{
    return order.tells && array.place < order.first;
}

bool isBehind(const Array &array, const FileOrder &order)
{
    return order.tells && array.place > order.last;
}

bool fits(const Array &array, std::int64_t width)
{
    return array.shape.size() == 2 && array.shape[0] > 0 && array.shape[1] == width;
}

/// What speaks for an array, the strongest first; among equals the last in the file.
using Reasons = std::tuple<bool, bool, bool, bool, std::size_t>;

Reasons reasonsFor(const Arrays &arrays, const std::string &name, const HeadPlace &place, const FileOrder &order)
{
    const Array &array = arrays.at(name);
    const bool bias = arrays.contains(biasNameOf(name));
    const bool behind = isBehind(array, order);
    const bool inFront = !bias && array.shape[1] == place.input && isInFront(array, order);
    return {!isBeside(name) && !inFront, behind, bias, isNamedHead(name), array.place};
}

/// The name of the array that was made of `name`.
std::string nowCalled(const Arrays &arrays, const std::string &name)
{
    for (const auto &[now, array] : arrays)
        if (std::find(array.origin.begin(), array.origin.end(), name) != array.origin.end() && isWeight(now))
            return now;
    return name;
}

std::string askedName(const Arrays &arrays, const HeadPlace &place, const std::string &asked)
{
    for (const std::string &name : {nowCalled(arrays, asked), asked + ".weight"})
        if (const auto found = arrays.find(name); found != arrays.end()) {
            if (!fits(found->second, place.width))
                throw InputError(name, "the shape is " + inWords(found->second.shape),
                    "(size of the output) × " + std::to_string(place.width) + ", as the head reads the state");
            return name;
        }
    std::string fitting;
    for (const auto &[name, array] : arrays)
        if (fits(array, place.width) && isWeight(name) && !layerArrayName(name))
            fitting += (fitting.empty() ? "" : ", ") + name;
    throw InputError("--head", "there is no array \"" + asked + "\" in the file",
        fitting.empty() ? "none, as no array fits" : "one of " + fitting + ", or none");
}

} // namespace

HeadChoice chooseHead(const Arrays &arrays, const HeadPlace &place, const std::string &asked)
{
    if (asked == "none")
        return {};
    if (!asked.empty())
        return {askedName(arrays, place, asked), {}};
    const FileOrder order = orderOf(arrays);
    std::vector<std::pair<Reasons, std::string>> candidates;
    for (const auto &[name, array] : arrays)
        if (couldBeLinear(name) && fits(array, place.width))
            candidates.emplace_back(reasonsFor(arrays, name, place, order), name);
    std::stable_sort(
        candidates.begin(), candidates.end(), [](const auto &a, const auto &b) { return a.first > b.first; });
    HeadChoice choice;
    for (const auto &[reasons, name] : candidates)
        if (choice.name.empty())
            choice.name = name;
        else
            choice.others.push_back(name);
    return choice;
}

FileOrder orderOf(const Arrays &arrays)
{
    FileOrder order{false, std::numeric_limits<std::size_t>::max(), 0};
    std::size_t before = 0;
    for (const auto &[name, array] : arrays) { // by the alphabet
        order.tells |= array.place < before;
        before = array.place;
        if (!layerArrayName(name))
            continue;
        order.first = std::min(order.first, array.place);
        order.last = std::max(order.last, array.place);
    }
    return order;
}

bool couldBeLinear(const std::string &name)
{
    return isWeight(name) && !isEmbedding(name) && !layerArrayName(name);
}

bool isEmbeddingInFront(const Arrays &arrays, const std::string &name, const FileOrder &order)
{
    if (layerArrayName(name) || (isWeight(name) && arrays.contains(biasNameOf(name))))
        return false;
    return isEmbedding(name)
        || (isWeight(name) && (isInFront(arrays.at(name), order) || containsOne(name, {"encoder.weight"})));
}

bool isProjectionInFront(const Arrays &arrays, const std::string &name, const FileOrder &order)
{
    if (!couldBeLinear(name) || !arrays.contains(biasNameOf(name)))
        return false;
    return isInFront(arrays.at(name), order)
        || containsOne(name, {"in_proj", "input_proj", "proj_in", "fc_in", "input_layer"});
}

bool isNumberedBefore(const std::string &name, const std::string &other)
{
    constexpr const char *digits = "0123456789";
    const auto split = [&](const std::string &text) {
        const std::size_t first = text.find_first_of(digits);
        const std::size_t end = first == std::string::npos ? first : text.find_first_not_of(digits, first);
        if (end == std::string::npos || end - first > 4)
            return std::pair{text, -1};
        return std::pair{text.substr(0, first) + text.substr(end), std::stoi(text.substr(first, end - first))};
    };
    const auto [stem, number] = split(name);
    const auto [otherStem, otherNumber] = split(other);
    return stem == otherStem && number >= 0 && number < otherNumber;
}

std::string biasNameOf(const std::string &weight)
{
    return weight.substr(0, weight.size() - std::string_view("weight").size()) + "bias";
}

} // namespace unfold
