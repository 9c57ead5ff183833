#include "core/circuit/paths.h"

#include <algorithm>

namespace unfold {
namespace {

using Marks = std::vector<bool>;
using Links = std::vector<std::vector<std::size_t>>;

/// What can be reached from `start` by links, itself included.
Marks reached(const Links &links, std::size_t start)
{
    Marks marks(links.size());
    std::vector<std::size_t> open{start};
    marks[start] = true;
    while (!open.empty()) {
        const std::size_t here = open.back();
        open.pop_back();
        for (const std::size_t next : links[here])
            if (!marks[next]) {
                marks[next] = true;
                open.push_back(next);
            }
    }
    return marks;
}

} // namespace

Paths::Paths(const Circuit &circuit, int steps, Vertex from, Vertex to)
    : m_steps(steps)
    , m_on(circuit.nodes.size() * static_cast<std::size_t>(steps))
{
    const auto index = [steps](Vertex v) {
        return static_cast<std::size_t>(v.node) * static_cast<std::size_t>(steps)
            + static_cast<std::size_t>(v.step - 1);
    };
    const auto inside = [&](Vertex v) {
        return v.node >= 0 && v.node < static_cast<int>(circuit.nodes.size()) && v.step >= 1 && v.step <= steps;
    };
    if (!inside(from) || !inside(to))
        return;
    Links onward(m_on.size()), back(m_on.size());
    for (const Edge &edge : unfold(circuit, steps).edges)
        if (inside(edge.from)) {
            onward[index(edge.from)].push_back(index(edge.to));
            back[index(edge.to)].push_back(index(edge.from));
        }
    const Marks after = reached(onward, index(from));
    const Marks before = reached(back, index(to));
    for (std::size_t i = 0; i < m_on.size(); ++i)
        m_on[i] = after[i] && before[i];
}

bool Paths::hold(Vertex vertex) const
{
    const std::size_t i = static_cast<std::size_t>(vertex.node) * static_cast<std::size_t>(m_steps)
        + static_cast<std::size_t>(vertex.step - 1);
    return vertex.node >= 0 && vertex.step >= 1 && vertex.step <= m_steps && i < m_on.size() && m_on[i];
}

bool Paths::holdNode(int node) const
{
    for (int step = 1; step <= m_steps; ++step)
        if (hold({node, step}))
            return true;
    return false;
}

int Paths::count() const
{
    return static_cast<int>(std::count(m_on.begin(), m_on.end(), true));
}

} // namespace unfold
