#include "tests/support/broken_files.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <limits>
#include <string_view>
#include <vector>

namespace unfold::test {
namespace {

using nlohmann::json;

std::size_t below(std::size_t count, Random &random)
{
    return count == 0 ? 0 : static_cast<std::size_t>(random() % count);
}

template <typename List> const auto &oneOf(const List &list, Random &random)
{
    return list[below(list.size(), random)];
}

/// What a reader does not expect.
const std::vector<json> &strangers()
{
    static const std::vector<json> all{nullptr, true, false, 0, 1, -1, 2, 3, 7, 64, 1000, 100000, 1000000000,
        2147483647, 2147483648, -2147483648LL, 4294967296, std::numeric_limits<std::uint64_t>::max(),
        std::numeric_limits<std::int64_t>::min(), 0.5, -0.0, 1e-320, 1e308, -1e308, 1e300, "", "NaN", "Infinity", "x",
        "h", "s", "o", "y", "W", "tanh", "relu", "every", "first", "last", "after", "elman", "lstm", "gru",
        "encoder-decoder", "bidirectional", "autonomous", "orthogonal", "gaussian", "squared-error", "cross-entropy",
        "text", "series", "random", "zero", "\xf0\x9f\x98\x80", std::string("a\0b", 3), json::array(), json::object(),
        json::array({1, 2}), json::array({json::array({1}), json::array()}), json{{"first", 2}}, json{{"last", 3}},
        json{{"after", 1}}, json{{"after", 2147483647}}};
    return all;
}

const std::vector<std::string> &keys()
{
    static const std::vector<std::string> all{"", "format", "version", "title", "circuit", "steps", "sequence",
        "initial", "parameters", "initialisation", "gain", "loss", "data", "note", "view", "name", "sizes",
        "activation", "spans", "encoder_steps", "nodes", "role", "size", "bias", "terms", "span", "place", "source",
        "parameter", "delay", "sign", "gate", "gateDelay", "recurrent", "kind", "at", "targets", "recipe", "seed",
        "scaled_by", "constants", "recipes", "deviation", "x", "h", "o", "s", "y", "W", "U", "V", "b", "c", "text", "unit", "values", "labels",
        "standardised", "scale", "lane", "column", "a.b[0]\"\n"};
    return all;
}

void gather(json &value, std::vector<json *> &all)
{
    all.push_back(&value);
    if (value.is_structured())
        for (json &inner : value)
            gather(inner, all);
}

void changeObject(json &object, Random &random)
{
    const std::string stranger = oneOf(keys(), random);
    if (object.empty() || below(3, random) == 0) {
        object[stranger] = oneOf(strangers(), random);
        return;
    }
    auto entry = object.begin();
    std::advance(entry, static_cast<std::ptrdiff_t>(below(object.size(), random)));
    if (below(2, random) == 0)
        object[stranger] = json(*entry);
    object.erase(entry.key());
}

void changeArray(json &array, Random &random)
{
    if (array.empty() || below(4, random) == 0) {
        array.push_back(oneOf(strangers(), random));
        return;
    }
    const std::size_t at = below(array.size(), random);
    if (below(2, random) == 0)
        array.erase(at);
    else
        array.push_back(json(array[at]));
}

void change(json &document, Random &random)
{
    std::vector<json *> all;
    gather(document, all);
    json &value = *oneOf(all, random);
    const json elsewhere = *oneOf(all, random);
    switch (below(4, random)) {
    case 0: value = elsewhere; break;
    case 1: value = oneOf(strangers(), random); break;
    default:
        if (value.is_object())
            changeObject(value, random);
        else if (value.is_array())
            changeArray(value, random);
        else
            value = oneOf(strangers(), random);
    }
}

constexpr std::array<std::string_view, 24> words{"\"", "\"\"", ",", ";", "\t", "\n", "\r", "\r\n", ":", "{", "}", "[",
    "]", "[[[[[[[[", "1e999", "-", "NaN", "null", "1,5", "\xef\xbb\xbf", "\xff\xfe", "\xc3", "\\u0000", "\\ud800"};

void changeBytes(std::string &text, Random &random)
{
    const std::size_t at = below(text.size() + 1, random);
    const std::size_t length = std::min(text.size() - at, 1 + below(20, random));
    switch (below(6, random)) {
    case 0: text.insert(at, oneOf(words, random)); break;
    case 1: text.erase(at, length); break;
    case 2: text.insert(at, text.substr(at, length)); break;
    case 3: text.resize(at); break;
    default:
        if (at < text.size())
            text[at] = static_cast<char>(text[at] ^ (1 << below(8, random)));
    }
}

} // namespace

std::string brokenJson(const std::string &text, Random &random)
{
    json document = json::parse(text, nullptr, false);
    if (document.is_discarded())
        return brokenText(text, random);
    for (std::size_t left = 1 + below(4, random); left > 0; --left)
        change(document, random);
    return document.dump(below(2, random) == 0 ? -1 : 1, ' ', false, json::error_handler_t::replace);
}

std::string brokenText(std::string text, Random &random)
{
    for (std::size_t left = 1 + below(4, random); left > 0; --left)
        changeBytes(text, random);
    return text;
}

} // namespace unfold::test
