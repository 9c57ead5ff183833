#include "core/circuit/parameters.h"

#include "core/circuit/input_error.h"
#include "core/circuit/order.h"

#include <algorithm>

namespace unfold {
namespace {

std::string shapeOf(const ParameterInfo &p)
{
    return (p.bias ? "a bias of size " + std::to_string(p.rows)
                   : "a matrix of " + std::to_string(p.rows) + " × " + std::to_string(p.cols));
}

void add(std::vector<ParameterInfo> &parameters, const ParameterInfo &wanted, const std::string &place)
{
    const int known = indexOf(parameters, wanted.name);
    if (known < 0) {
        parameters.push_back(wanted);
        return;
    }
    ParameterInfo &p = parameters[known];
    if (p.bias != wanted.bias || p.rows != wanted.rows || p.cols != wanted.cols)
        throw InputError(place, "\"" + wanted.name + "\" is " + shapeOf(wanted) + " here and " + shapeOf(p) + " before",
            "one shape for every use of a parameter, or another name");
    p.recurrent = p.recurrent || wanted.recurrent;
}

} // namespace

std::vector<ParameterInfo> parametersOf(const Circuit &circuit)
{
    const int nodes = static_cast<int>(circuit.nodes.size());
    const std::vector<int> group = groupOfNode(orderInTime(circuit), nodes);
    std::vector<ParameterInfo> parameters;
    for (int n = 0; n < nodes; ++n) {
        const Node &node = circuit.nodes[n];
        const std::string place = "circuit.nodes[" + std::to_string(n) + "]";
        if (!node.bias.empty())
            add(parameters, {node.bias, node.size, 1, true, false}, place + ".bias");
        for (int k = 0; k < static_cast<int>(node.terms.size()); ++k) {
            const Term &term = node.terms[k];
            if (term.parameter.empty())
                continue;
            const int source = circuit.indexOf(term.source);
            const bool onOneLoop = term.delay != 0 && group[source] == group[n];
            add(parameters,
                {term.parameter, node.size, circuit.nodes[source].size, false, term.recurrent.value_or(onOneLoop)},
                place + ".terms[" + std::to_string(k) + "].parameter");
        }
    }
    return parameters;
}

int indexOf(const std::vector<ParameterInfo> &parameters, std::string_view name)
{
    const auto found
        = std::find_if(parameters.begin(), parameters.end(), [&](const ParameterInfo &p) { return p.name == name; });
    return found == parameters.end() ? -1 : static_cast<int>(found - parameters.begin());
}

} // namespace unfold
