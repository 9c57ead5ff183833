#include "core/file/cure.h"

#include "core/circuit/input_error.h"
#include "core/file/experiment_file.h"
#include "core/file/json_document.h"
#include "core/file/json_value.h"

namespace unfold {
namespace {

Cure::Shows showsOf(const JsonValue &json)
{
    if (!json.has("shows"))
        return Cure::Shows::Gradient;
    const std::string name = json.at("shows").string();
    if (name == "clipping")
        return Cure::Shows::Clipping;
    if (name != "recipes")
        json.at("shows").refuse("there is nothing called \"" + name + "\" to show", "clipping or recipes");
    return Cure::Shows::Recipes;
}

/// place: "before" or "after", where a fault is.
Experiment versionOf(const nlohmann::json &json, const std::string &place)
{
    try {
        return readExperiment(json.dump()).experiment;
    } catch (const InputError &error) {
        throw InputError(error.place.empty() ? place : place + "." + error.place, error.wrong, error.expected);
    }
}

} // namespace

std::optional<bool> Cure::isAfter(const Experiment &experiment) const
{
    if (experiment.title == before.title)
        return false;
    return experiment.title == after.title ? std::optional(true) : std::nullopt;
}

Experiment Cure::version(bool afterwards, const Experiment &present) const
{
    Experiment version = afterwards ? after : before;
    if (before.gain == after.gain)
        version.gain = present.gain;
    return version;
}

Cure readCure(const std::string &text)
{
    const nlohmann::json document = parseJson(text);
    const JsonValue json(document, "");
    Cure cure;
    cure.title = json.at("title").string();
    cure.cause = json.at("cause").string();
    cure.effect = json.at("effect").string();
    cure.shows = showsOf(json);
    for (const char *version : {"before", "after"})
        if (const JsonValue value = json.at(version); !value.isObject())
            value.refuse(value.description(), "an object");
    nlohmann::json patched = document.at("before");
    cure.before = versionOf(patched, "before");
    patched.merge_patch(document.at("after"));
    cure.after = versionOf(patched, "after");
    cure.before.title = cure.title + ": before";
    cure.after.title = cure.title + ": after";
    cure.before.note = cure.cause;
    cure.after.note = cure.effect;
    return cure;
}

} // namespace unfold
