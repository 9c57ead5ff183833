#pragma once
// Files as they come back from a careless editor, a broken disk or an attacker: valid text, changed at random.
#include <random>
#include <string>

namespace unfold::test {

using Random = std::mt19937_64;

/// JSON with one to four changes of its structure: a value replaced by another kind, by an extreme number or by
/// something from elsewhere in the file; an entry removed, repeated or renamed. Text that is no JSON is broken as any
/// text.
std::string brokenJson(const std::string &json, Random &random);

/// Any text with one to four changes of its bytes: flipped, removed, repeated, swapped, cut off, or a word that means
/// something to a reader of JSON or CSV put in.
std::string brokenText(std::string text, Random &random);

} // namespace unfold::test
