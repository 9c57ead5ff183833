#include "core/experiment/given_parameters.h"

#include "core/circuit/parameters.h"

#include <algorithm>

namespace unfold {

bool isTrained(const Experiment &experiment)
{
    const Circuit circuit = circuitOf(experiment);
    const std::vector<ParameterInfo> infos = parametersOf(circuit);
    const auto given = [&](const std::string &name) { return experiment.parameters.contains(name); };
    const auto isRecurrent = [&](const Term &term) {
        const int i = indexOf(infos, term.parameter);
        return i >= 0 && infos[static_cast<std::size_t>(i)].recurrent;
    };
    bool any = false;
    for (const Node &node : circuit.nodes)
        for (const Term &term : node.terms)
            if (isRecurrent(term)) {
                if (!given(term.parameter) || (!node.bias.empty() && !given(node.bias)))
                    return false;
                any = true;
            }
    return any;
}

std::vector<std::string> drawnAnew(const Experiment &before, const Experiment &after)
{
    std::vector<std::string> names;
    for (const ParameterInfo &info : parametersOf(circuitOf(after)))
        if (before.parameters.contains(info.name) && !after.parameters.contains(info.name))
            names.push_back(info.name);
    return names;
}

std::string listed(const std::vector<std::string> &names)
{
    std::string list;
    for (const std::string &name : names)
        list += (list.empty() ? "" : ", ") + name;
    return list;
}

} // namespace unfold
