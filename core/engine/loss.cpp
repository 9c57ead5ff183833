#include "core/engine/loss.h"

#include "core/circuit/input_error.h"
#include "core/engine/activation.h"
#include "core/engine/step_loss.h"
#include "core/engine/trace.h"

#include <algorithm>
#include <cmath>

namespace unfold {
namespace {

void checkClasses(const std::vector<int> &classes, int wanted, int size)
{
    if (static_cast<int>(classes.size()) != wanted)
        throw InputError("loss.targets", "there are " + std::to_string(classes.size()) + " classes",
            std::to_string(wanted) + ", one for each step at which the loss is taken");
    for (std::size_t i = 0; i < classes.size(); ++i)
        if (classes[i] < 0 || classes[i] >= size)
            throw InputError("loss.targets[" + std::to_string(i) + "]", "the class is " + std::to_string(classes[i]),
                "a class from 0 to " + std::to_string(size - 1));
}

void checkVectors(const Matrix &vectors, int wanted, int size)
{
    if (vectors.cols() != wanted)
        throw InputError("loss.targets", "there are " + std::to_string(vectors.cols()) + " vectors",
            std::to_string(wanted) + ", one for each step at which the loss is taken");
    if (vectors.rows() != size)
        throw InputError("loss.targets", "the vectors have " + std::to_string(vectors.rows()) + " entries",
            std::to_string(size) + ", as many as the node that the loss reads");
}

/// The node that the loss reads, after checking that the loss fits it.
int checkedSource(const Loss &loss, const Program &program)
{
    const int source = program.circuit.indexOf(loss.source);
    if (source < 0)
        throw InputError(
            "loss.source", "no node is called \"" + loss.source + "\"", "the name of a node of the circuit");
    const CompiledNode &node = program.nodes[source];
    const StepRange at = loss.at.in(program.steps);
    for (int step : {at.first, at.last})
        if (at.count() > 0 && !node.span.contains(step))
            throw InputError("loss.at", "\"" + loss.source + "\" does not exist at step " + std::to_string(step),
                "steps at which it exists");
    const int wanted = loss.at.countIn(program.steps) * program.batch;
    if (loss.kind == LossKind::CrossEntropy)
        checkClasses(loss.classes, wanted, node.size);
    else
        checkVectors(loss.vectors, wanted, node.size);
    return source;
}

} // namespace

Vector softmax(const Eigen::Ref<const Vector> &o)
{
    if (o.size() == 0)
        return {};
    Vector p = o.array() - o.maxCoeff();
    exponentiate(p.data(), p.size());
    p /= p.sum();
    return p;
}

void addLoss(const Loss &loss, StepRange counted, Trace &trace)
{
    const Program &program = *trace.program;
    NodeTrace &source = trace.nodes[checkedSource(loss, program)];
    const StepRange at = loss.at.in(program.steps);
    trace.stepLoss.assign(program.steps, std::nullopt);
    trace.totalLoss = 0;
    for (int t = at.first; t <= at.last; ++t) {
        const std::optional<int> place = loss.at.placeOf(t, program.steps);
        if (!place)
            continue;
        double stepLoss = 0;
        auto dO = source.at(source.gradient, t); // size × batch
        for (int b = 0; b < program.batch; ++b) {
            const int target = *place * program.batch + b;
            const auto o = source.at(source.value, t).col(b);
            stepLoss += loss.kind == LossKind::CrossEntropy ? crossEntropy(o, loss.classes[target], dO.col(b))
                                                            : squaredError(o, loss.vectors.col(target), dO.col(b));
        }
        trace.stepLoss[t - 1] = stepLoss;
        if (counted.contains(t))
            trace.totalLoss += stepLoss;
        else
            dO.setZero();
    }
}

} // namespace unfold
