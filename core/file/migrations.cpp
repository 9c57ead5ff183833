#include "core/file/migrations.h"

#include "core/circuit/input_error.h"
#include "core/file/json_value.h"

namespace unfold {
namespace {

void step(const Migration &migration, nlohmann::json &file, int from)
{
    try {
        migration(file);
    } catch (const nlohmann::json::exception &) { // a value of another kind than this version ever had
        throw InputError("", "the file is no valid experiment of version " + std::to_string(from),
            "the file as that version wrote it");
    }
}

int versionOf(const nlohmann::json &file, std::vector<std::string> &warnings, int newest)
{
    const JsonValue json(file, "");
    if (!json.has("version")) {
        warnings.emplace_back("version: the key is missing; the file is read as version 1");
        return 1;
    }
    const JsonValue value = json.at("version");
    const int version = value.integer(1);
    if (version > newest)
        value.refuse("the file has version " + std::to_string(version) + ", made by a newer Unfold",
            (newest == 1 ? "version 1" : "a version from 1 to " + std::to_string(newest))
                + ", the newest that this Unfold reads; a newer Unfold opens the file");
    return version;
}

} // namespace

const std::vector<Migration> &migrations()
{
    static const std::vector<Migration> table;
    return table;
}

int newestVersion(const std::vector<Migration> &table)
{
    return static_cast<int>(table.size()) + 1;
}

void migrate(nlohmann::json &file, std::vector<std::string> &warnings, const std::vector<Migration> &table)
{
    const int newest = newestVersion(table);
    const int version = versionOf(file, warnings, newest);
    for (int from = version; from < newest; ++from)
        step(table[static_cast<std::size_t>(from - 1)], file, from);
    file["version"] = newest;
}

} // namespace unfold
