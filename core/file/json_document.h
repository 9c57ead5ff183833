#pragma once
// JSON text → value, strictly: the faults that a lenient parser hides are errors here.
#include <nlohmann/json.hpp>

#include <string>

namespace unfold {

/// Throws InputError with "line 3, column 7" for text that is not JSON, and with the path for a key that occurs twice,
/// a number beyond the range of a double, or nesting deeper than 64.
nlohmann::json parseJson(const std::string &text);

/// The path of an entry: "circuit.nodes[1].size"; keys that are no plain names stand quoted in brackets.
std::string pathOf(const std::string &parent, const std::string &key);
std::string pathOf(const std::string &parent, std::size_t index);

} // namespace unfold
