#include "core/file/read_optimiser.h"

namespace unfold {
namespace {

/// A factor that what was remembered is multiplied by: 0 ≤ factor < 1.
void readFactor(const JsonValue &json, const std::string &key, double &factor)
{
    if (!json.has(key))
        return;
    factor = json.at(key).number();
    if (!(factor >= 0 && factor < 1))
        json.at(key).refuse(json.at(key).description(), "a number from 0 to below 1");
}

} // namespace

Optimiser readOptimiser(const JsonValue &json, std::vector<std::string> &warnings)
{
    json.warnUnknown({"kind", "rate", "momentum", "decay", "beta1", "beta2", "epsilon"}, warnings);
    Optimiser optimiser;
    const JsonValue kind = json.at("kind");
    const auto known = optimiserNamed(kind.string());
    if (!known)
        kind.refuse(
            "there is no optimiser called \"" + kind.string() + "\"", "sgd, momentum, adagrad, rmsprop or adam");
    optimiser.kind = *known;
    optimiser.rate = json.at("rate").number();
    if (!(optimiser.rate > 0))
        json.at("rate").refuse(json.at("rate").description(), "a learning rate above 0");
    readFactor(json, "momentum", optimiser.momentum);
    readFactor(json, "decay", optimiser.decay);
    readFactor(json, "beta1", optimiser.beta1);
    readFactor(json, "beta2", optimiser.beta2);
    if (json.has("epsilon")) {
        optimiser.epsilon = json.at("epsilon").number();
        if (!(*optimiser.epsilon >= 0))
            json.at("epsilon").refuse(json.at("epsilon").description(), "a number from 0");
    }
    return optimiser;
}

} // namespace unfold
