#include "core/file/initialisation_file.h"

namespace unfold {
namespace {

using Layout = JsonWriter::Layout;

Recipe readRecipe(const JsonValue &json)
{
    const auto known = recipeNamed(json.string());
    if (!known)
        json.refuse(
            "there is no recipe called \"" + json.string() + "\"", "orthogonal, identity, glorot-uniform or gaussian");
    return *known;
}

/// Without "recipe" it is that of all others.
OwnRecipe readOwnRecipe(const JsonValue &json, Recipe usual, std::vector<std::string> &warnings)
{
    if (!json.isObject())
        json.refuse(json.description(), R"(an object such as {"recipe": "gaussian", "deviation": 0.1})");
    json.warnUnknown({"recipe", "deviation"}, warnings);
    OwnRecipe own{usual};
    if (json.has("recipe"))
        own.recipe = readRecipe(json.at("recipe"));
    if (json.has("deviation"))
        own.deviation = json.at("deviation").number();
    return own;
}

ScaledBy readScaledBy(const JsonValue &json)
{
    const std::string by = json.string();
    if (by != "largest-singular-value" && by != "spectral-radius")
        json.refuse(json.description(), "spectral-radius or largest-singular-value");
    return by == "spectral-radius" ? ScaledBy::SpectralRadius : ScaledBy::LargestSingularValue;
}

void writeRecipes(const Initialisation &initialisation, JsonWriter &json)
{
    json.key("recipes").beginObject(Layout::Line);
    for (const auto &[name, own] : initialisation.recipes) {
        json.key(name).beginObject(Layout::Line);
        json.key("recipe").string(nameOf(own.recipe));
        if (own.deviation)
            json.key("deviation").number(*own.deviation);
        json.end();
    }
    json.end();
}

} // namespace

Initialisation readInitialisation(const JsonValue &json, std::vector<std::string> &warnings)
{
    json.warnUnknown({"recipe", "seed", "scaled_by", "constants", "recipes"}, warnings);
    Initialisation initialisation;
    if (json.has("recipe"))
        initialisation.recipe = readRecipe(json.at("recipe"));
    if (json.has("seed"))
        initialisation.seed = json.at("seed").seed();
    if (json.has("scaled_by"))
        initialisation.scaledBy = readScaledBy(json.at("scaled_by"));
    if (json.has("constants"))
        for (const auto &[name, value] : json.at("constants").members())
            initialisation.constants[name] = value.number();
    if (json.has("recipes"))
        for (const auto &[name, value] : json.at("recipes").members())
            initialisation.recipes[name] = readOwnRecipe(value, initialisation.recipe, warnings);
    return initialisation;
}

void writeInitialisation(const Initialisation &initialisation, JsonWriter &json)
{
    json.beginObject(Layout::Line);
    json.key("recipe").string(nameOf(initialisation.recipe));
    json.key("seed").whole(initialisation.seed);
    if (initialisation.scaledBy)
        json.key("scaled_by")
            .string(
                *initialisation.scaledBy == ScaledBy::SpectralRadius ? "spectral-radius" : "largest-singular-value");
    if (!initialisation.constants.empty()) {
        json.key("constants").beginObject(Layout::Line);
        for (const auto &[name, value] : initialisation.constants)
            json.key(name).number(value);
        json.end();
    }
    if (!initialisation.recipes.empty())
        writeRecipes(initialisation, json);
    json.end();
}

} // namespace unfold
