#include "core/experiment/check_initialisation.h"

#include "core/circuit/input_error.h"
#include "core/experiment/check.h"

#include <array>
#include <cmath>
#include <cstdio>

namespace unfold {
namespace {

std::string inWords(double number)
{
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%g", number);
    return text.data();
}

void checkDeviation(const OwnRecipe &own, const std::string &place)
{
    if (!own.deviation)
        return;
    if (own.recipe != Recipe::Gaussian)
        throw InputError(place, "the recipe is " + std::string(nameOf(own.recipe)) + ", which has no deviation",
            "no deviation, or the recipe gaussian");
    if (!std::isfinite(*own.deviation) || *own.deviation < 0)
        throw InputError(place, "the deviation is " + inWords(*own.deviation),
            "the standard deviation of the entries, a number from 0");
}

} // namespace

void checkInitialisation(const Initialisation &initialisation, const std::vector<ParameterInfo> &parameters)
{
    for (const auto &[name, constant] : initialisation.constants) {
        const std::string place = "initialisation.constants." + name;
        parameterNamed(parameters, name, place);
        if (!std::isfinite(constant))
            throw InputError(place, "the number is not finite", "a finite number");
        if (initialisation.recipes.count(name) > 0)
            throw InputError(place, "\"" + name + "\" has a recipe of its own as well", "one of the two");
    }
    for (const auto &[name, own] : initialisation.recipes) {
        const std::string place = "initialisation.recipes." + name;
        parameterNamed(parameters, name, place);
        checkDeviation(own, place + ".deviation");
    }
}

} // namespace unfold
