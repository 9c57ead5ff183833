#pragma once
// The versions of the experiment file, and the steps that lead from an old one to the present one.
//
// A change of the format that old files would not survive adds one function to the table in migrations.cpp: it turns
// the JSON of the last version into that of the next. The rest of the program knows the present version only.
#include <nlohmann/json.hpp>

#include <functional>
#include <string>
#include <vector>

namespace unfold {

/// Turns the JSON of one version into that of the next, all but the number under "version". Throws InputError for a
/// file that was no valid one of its version.
using Migration = std::function<void(nlohmann::json &)>;

/// Entry v − 1 leads from version v to v + 1; the first version is 1.
const std::vector<Migration> &migrations();

/// The version that is read and written after all migrations of `table`.
int newestVersion(const std::vector<Migration> &table = migrations());

/// Brings an object up to the newest version. One without a version is taken as version 1, with a warning. Throws
/// InputError for what is no version, and for one that is newer.
void migrate(
    nlohmann::json &file, std::vector<std::string> &warnings, const std::vector<Migration> &table = migrations());

} // namespace unfold
