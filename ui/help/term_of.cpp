#include "ui/help/term_of.h"

#include "core/circuit/parameters.h"
#include "ui/formula/symbol_element.h"

#include <algorithm>

namespace unfold {
namespace {

QString gateTerm()
{
    return QStringLiteral("gate");
}

bool isGate(const Circuit &circuit, const std::string &name)
{
    return std::any_of(circuit.nodes.begin(), circuit.nodes.end(), [&](const Node &node) {
        return std::any_of(node.terms.begin(), node.terms.end(), [&](const Term &term) { return term.gate == name; });
    });
}

QString termOfNode(const Circuit &circuit, const Node &node)
{
    switch (node.role) {
    case Role::Input: return QStringLiteral("input");
    case Role::State: return QStringLiteral("hidden-state");
    case Role::Output: return QStringLiteral("output");
    case Role::Inner: break;
    }
    return isGate(circuit, node.name) ? gateTerm() : QStringLiteral("node");
}

QString termOfParameter(const Circuit &circuit, const std::string &name)
{
    const std::vector<ParameterInfo> all = parametersOf(circuit);
    const int index = indexOf(all, name);
    if (index >= 0 && all[static_cast<size_t>(index)].bias)
        return QStringLiteral("bias");
    if (index >= 0 && all[static_cast<size_t>(index)].recurrent)
        return QStringLiteral("recurrent-weight");
    for (const Node &node : circuit.nodes)
        for (const Term &term : node.terms) {
            if (term.parameter != name)
                continue;
            const int source = circuit.indexOf(term.source);
            if (source >= 0 && circuit.nodes[static_cast<size_t>(source)].role == Role::Input)
                return QStringLiteral("input-weight");
            if (node.role == Role::Output)
                return QStringLiteral("output-weight");
        }
    return QStringLiteral("parameter");
}

QStringList parameterTerms(const Circuit &circuit, const std::string &name)
{
    return {termOfParameter(circuit, name), QStringLiteral("weight-sharing")};
}

QStringList nodeTerms(const Circuit &circuit, int index)
{
    if (index < 0)
        return {};
    const Node &node = circuit.nodes[static_cast<size_t>(index)];
    QStringList terms{termOfNode(circuit, node)};
    if (node.activation != Activation::Identity)
        terms << termOf(node.activation);
    return terms;
}

QStringList edgeTerms(const Circuit &circuit, const ElementRef &edge)
{
    const Node &node = circuit.nodes[static_cast<size_t>(edge.node)];
    const Term &term = node.terms[static_cast<size_t>(edge.term)];
    QStringList terms;
    if (edge.gate)
        terms << gateTerm() << QStringLiteral("elementwise");
    else if (!term.parameter.empty())
        terms = parameterTerms(circuit, term.parameter);
    else if (!term.gate.empty())
        terms << QStringLiteral("elementwise") << gateTerm();
    if ((edge.gate ? term.gateDelay : term.delay) != 0)
        terms << QStringLiteral("delay");
    return terms.isEmpty() ? QStringList{QStringLiteral("share")} : terms;
}

QStringList lossTerms(const Loss *loss)
{
    QStringList terms{QStringLiteral("loss")};
    if (loss)
        terms << termOf(loss->kind);
    return terms;
}

} // namespace

QString termOf(Activation activation)
{
    const std::string_view name = nameOf(activation);
    return QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
}

QString termOf(LossKind kind)
{
    return kind == LossKind::CrossEntropy ? QStringLiteral("cross-entropy") : QStringLiteral("squared-error");
}

QStringList termsOf(const Circuit &circuit, const Loss *loss, const ElementRef &element)
{
    switch (element.kind) {
    case ElementRef::Kind::Node: return nodeTerms(circuit, element.node);
    case ElementRef::Kind::Parameter: return parameterTerms(circuit, element.parameter);
    case ElementRef::Kind::Edge: return edgeTerms(circuit, element);
    case ElementRef::Kind::Loss: return lossTerms(loss);
    case ElementRef::Kind::Target: return {QStringLiteral("target")};
    case ElementRef::Kind::Path:
    case ElementRef::Kind::None: break;
    }
    return {};
}

QStringList termsOf(const Circuit &circuit, const Loss *loss, const SymbolRef &symbol)
{
    QStringList terms = termsOf(circuit, loss, elementOf(circuit, symbol));
    if (symbol.kind == SymbolRef::Kind::PreActivation)
        terms.prepend(QStringLiteral("pre-activation"));
    if (symbol.kind == SymbolRef::Kind::Prediction)
        terms.prepend(QStringLiteral("prediction"));
    return terms;
}

} // namespace unfold
