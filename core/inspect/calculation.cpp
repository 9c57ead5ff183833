#include "core/inspect/calculation.h"

namespace unfold {

std::vector<Formula> formulasOf(const InspectedRun &run, const Circuit &circuit, const Expression &expression)
{
    const auto &[kind, node, step, transposed] = expression.result;
    const int steps = run.trace.steps();
    if (kind == Quantity::Kind::Value)
        return nodeFormulas(circuit, node, step, steps);
    const bool direct = run.lossSource() == node && run.counted.contains(step);
    return {gradientFormula(circuit, node, step, direct ? run.loss : nullptr, steps, run.lossStep)};
}

std::vector<int> stepsOf(const InspectedRun &run, const LossSum &sum)
{
    std::vector<int> steps;
    for (int step = 1; step <= run.trace.steps(); ++step)
        if (run.trace.stepLoss[static_cast<std::size_t>(step - 1)] && (sum.step == 0 || sum.step == step))
            steps.push_back(step);
    return steps;
}

} // namespace unfold
