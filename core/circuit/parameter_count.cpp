#include "core/circuit/parameter_count.h"

#include "core/circuit/catalogue.h"

namespace unfold {

std::int64_t entriesOf(const ParameterInfo &parameter)
{
    return std::int64_t{parameter.rows} * parameter.cols;
}

std::int64_t parameterCount(const Circuit &circuit)
{
    std::int64_t count = 0;
    for (const ParameterInfo &parameter : parametersOf(circuit))
        count += entriesOf(parameter);
    return count;
}

Circuit feedForwardOver(const LayerSizes &sizes, int steps)
{
    return makeCircuit("feed-forward", {{"x", steps * sizes.input}, {"h", sizes.hidden}, {"o", sizes.output}});
}

Circuit recurrentOver(const LayerSizes &sizes)
{
    return makeCircuit("elman", {{"x", sizes.input}, {"h", sizes.hidden}, {"o", sizes.output}});
}

} // namespace unfold
