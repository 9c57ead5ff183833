#include "ui/document/element_ref.h"

#include <algorithm>
#include <utility>

namespace unfold {

ElementRef ElementRef::ofNode(int node, int step, int unit)
{
    ElementRef s;
    s.kind = Kind::Node;
    s.node = node;
    s.step = step;
    s.unit = unit;
    return s;
}

ElementRef ElementRef::ofParameter(std::string name)
{
    ElementRef s;
    s.kind = Kind::Parameter;
    s.parameter = std::move(name);
    return s;
}

ElementRef ElementRef::ofEdge(int node, int term, int step, bool gate)
{
    ElementRef s;
    s.kind = Kind::Edge;
    s.node = node;
    s.term = term;
    s.step = step;
    s.gate = gate;
    return s;
}

ElementRef ElementRef::ofLoss(int step)
{
    ElementRef s;
    s.kind = Kind::Loss;
    s.step = step;
    return s;
}

ElementRef ElementRef::ofTarget(int step)
{
    ElementRef s;
    s.kind = Kind::Target;
    s.step = step;
    return s;
}

ElementRef ElementRef::ofPaths(std::shared_ptr<const Paths> paths, int lossStep)
{
    ElementRef s;
    s.kind = Kind::Path;
    s.paths = std::move(paths);
    s.step = lossStep;
    return s;
}

ElementRef movedTo(ElementRef element, int step)
{
    if (element.step > 0 && element.kind != ElementRef::Kind::Path)
        element.step = step;
    return element;
}

namespace {
bool has(const Circuit &circuit, const ElementRef &s)
{
    if (s.node < 0 || s.node >= static_cast<int>(circuit.nodes.size()))
        return false;
    const Node &node = circuit.nodes[static_cast<size_t>(s.node)];
    if (s.kind == ElementRef::Kind::Node)
        return s.unit < node.size;
    return s.term >= 0 && s.term < static_cast<int>(node.terms.size())
        && (!s.gate || !node.terms[static_cast<size_t>(s.term)].gate.empty());
}

bool hasParameter(const Circuit &circuit, const std::string &name)
{
    return std::any_of(circuit.nodes.begin(), circuit.nodes.end(), [&](const Node &node) {
        return node.bias == name || std::any_of(node.terms.begin(), node.terms.end(), [&](const Term &term) {
            return term.parameter == name;
        });
    });
}
} // namespace

bool existsIn(const Circuit &circuit, int steps, const ElementRef &element)
{
    if (element.step < 0 || element.step > steps)
        return false;
    switch (element.kind) {
    case ElementRef::Kind::Node:
    case ElementRef::Kind::Edge: return has(circuit, element);
    case ElementRef::Kind::Parameter: return hasParameter(circuit, element.parameter);
    default: return true;
    }
}

namespace {
/// The parameter that an edge or a parameter element stands for; empty: none.
std::string parameterOf(const Circuit &circuit, const ElementRef &s)
{
    if (s.kind == ElementRef::Kind::Parameter)
        return s.parameter;
    if (s.kind == ElementRef::Kind::Edge && s.node >= 0 && !s.gate)
        return circuit.nodes[static_cast<size_t>(s.node)].terms[static_cast<size_t>(s.term)].parameter;
    return {};
}

bool onPath(const Circuit &circuit, const Paths &paths, const ElementRef &drawn)
{
    const auto holds = [&](int node, int step) { return step == 0 ? paths.holdNode(node) : paths.hold({node, step}); };
    if (drawn.kind == ElementRef::Kind::Node)
        return holds(drawn.node, drawn.step);
    if (drawn.kind != ElementRef::Kind::Edge)
        return false;
    const Term &term = circuit.nodes[static_cast<size_t>(drawn.node)].terms[static_cast<size_t>(drawn.term)];
    const int source = circuit.indexOf(drawn.gate ? term.gate : term.source);
    const int delay = drawn.gate ? term.gateDelay : term.delay;
    if (drawn.step == 0)
        return holds(drawn.node, 0) && holds(source, 0);
    return paths.hold({drawn.node, drawn.step}) && paths.hold({source, drawn.step - delay});
}

bool sameWhereBothSay(int a, int b, int unsaid)
{
    return a == unsaid || b == unsaid || a == b;
}
} // namespace

bool lightsUp(const Circuit &circuit, const ElementRef &touched, const ElementRef &drawn)
{
    if (touched.kind == ElementRef::Kind::None || drawn.kind == ElementRef::Kind::None)
        return false;
    if (touched.kind == ElementRef::Kind::Path)
        return drawn.kind == ElementRef::Kind::Loss ? sameWhereBothSay(touched.step, drawn.step, 0)
                                                    : onPath(circuit, *touched.paths, drawn);
    const std::string parameter = parameterOf(circuit, touched);
    if (!parameter.empty())
        return parameter == parameterOf(circuit, drawn);
    if (touched.kind != drawn.kind || !sameWhereBothSay(touched.step, drawn.step, 0))
        return false;
    if (touched.kind == ElementRef::Kind::Node)
        return touched.node == drawn.node && sameWhereBothSay(touched.unit, drawn.unit, -1);
    if (touched.kind == ElementRef::Kind::Edge)
        return touched.node == drawn.node && touched.term == drawn.term && touched.gate == drawn.gate;
    return true;
}

} // namespace unfold
