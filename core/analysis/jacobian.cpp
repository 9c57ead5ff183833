#include "core/analysis/jacobian.h"

#include "core/analysis/backward_step.h"
#include "core/analysis/norms.h"
#include "core/linalg/spectrum.h"

#include <algorithm>
#include <cmath>

namespace unfold {
namespace {
/// Beyond these the carried matrices are rescaled; far enough from the ends of a double for one more step.
constexpr double tooSmall = 1e-100;
constexpr double tooLarge = 1e100;

/// The adjoint matrices (∂value(end)/∂value(t))ᵀ of all nodes of one loop, over the window of its longest delay.
/// All share one power of two, so that a product of any length keeps its digits.
class Window
{
public:
    Window(const Trace &trace, const Group &group, Eigen::Index columns)
        : m_trace(trace)
        , m_member(trace.nodes.size(), false)
        , m_slots(trace.nodes.size())
    {
        for (const int node : group.nodes)
            m_member[node] = true;
        for (const int node : group.nodes)
            for (const CompiledTerm &term : trace.program->nodes[node].terms) {
                if (m_member[term.source])
                    m_length = std::max(m_length, std::abs(term.delay) + 1);
                if (term.gate >= 0 && m_member[term.gate])
                    m_length = std::max(m_length, std::abs(term.gateDelay) + 1);
            }
        for (const int node : group.nodes)
            m_slots[node].assign(m_length, Matrix::Zero(trace.program->nodes[node].size, columns));
    }

    Matrix &at(int node, int step) { return m_slots[node][step % m_length]; }

    /// The accumulator of a vertex of the loop; nullptr for any other.
    Matrix *wanted(int node, int step)
    {
        return m_member[node] && m_trace.nodes[node].exists(step) ? &at(node, step) : nullptr;
    }

    /// Makes room for the step that is next to enter the window.
    void clear(int step)
    {
        for (auto &slots : m_slots)
            if (!slots.empty())
                slots[step % m_length].setZero();
    }

    int exponent() const { return m_exponent; }

    void rescale()
    {
        double largest = 0;
        for (const auto &slots : m_slots)
            for (const Matrix &slot : slots)
                largest = std::max(largest, slot.size() ? slot.cwiseAbs().maxCoeff() : 0.0);
        if (largest == 0 || !std::isfinite(largest) || (largest > tooSmall && largest < tooLarge))
            return;
        int exponent = 0;
        std::frexp(largest, &exponent);
        for (auto &slots : m_slots)
            for (Matrix &slot : slots)
                slot *= std::ldexp(1.0, -exponent);
        m_exponent += exponent;
    }

private:
    const Trace &m_trace;
    std::vector<char> m_member;
    std::vector<std::vector<Matrix>> m_slots; ///< [node][step mod length]
    int m_length = 1;
    int m_exponent = 0;
};

const Group &groupOf(const Program &program, int node)
{
    const auto index = groupOfNode(program.groups, static_cast<int>(program.nodes.size()));
    return program.groups[index[node]];
}

StepSeries walkBack(const Trace &trace, int node, const Group &group, const std::stop_token &stop)
{
    const StepRange span = trace.nodes[node].span;
    const bool toThePast = group.walk == Walk::Forward;
    const int end = jacobianEnd(*trace.program, node);
    const int start = toThePast ? span.first : span.last;
    const int direction = toThePast ? -1 : 1;

    StepSeries norms(trace.steps());
    Window window(trace, group, trace.program->nodes[node].size);
    window.at(node, end).setIdentity();
    const BackwardSink sink = [&](int to, int step) { return window.wanted(to, step); };
    for (int step = end; step != start + direction; step += direction) {
        if (stop.stop_requested())
            return StepSeries(trace.steps());
        for (auto member = group.nodes.rbegin(); member != group.nodes.rend(); ++member) {
            if (!trace.nodes[*member].exists(step))
                continue;
            if (*member == node)
                norms[step - 1] = std::ldexp(largestSingularValue(window.at(node, step)), window.exponent());
            pushBack(trace, *member, step, window.at(*member, step), sink);
        }
        window.clear(step);
        window.rescale();
    }
    return norms;
}
} // namespace

int jacobianEnd(const Program &program, int node)
{
    const StepRange span = program.nodes[static_cast<std::size_t>(node)].span;
    return groupOf(program, node).walk == Walk::Backward ? span.first : span.last;
}

StepSeries jacobianNorms(const Trace &trace, int node, std::stop_token stop)
{
    const Group &group = groupOf(*trace.program, node);
    if (group.walk == Walk::WholeSequence || trace.nodes[node].span.count() == 0)
        return StepSeries(trace.steps());
    return walkBack(trace, node, group, stop);
}

} // namespace unfold
