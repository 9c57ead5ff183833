#include "ui/formula/symbol_element.h"

#include "core/circuit/parameters.h"

#include <QCoreApplication>
#include <QStringList>

namespace unfold {
namespace {

struct SymbolElementText {
    Q_DECLARE_TR_FUNCTIONS(Symbol)
};

QString named(const std::string &name)
{
    return QString::fromStdString(name);
}

QString readNode(const Circuit &circuit, const std::string &name)
{
    return named(circuit.names.node(name));
}

QString readParameter(const Circuit &circuit, const std::string &name)
{
    return named(circuit.names.parameter(name));
}

QString entries(int count)
{
    return count == 1 ? SymbolElementText::tr("one number") : SymbolElementText::tr("%1 entries").arg(count);
}

/// "of the step before" for a delay of one.
QString when(int delay)
{
    if (delay == 0)
        return SymbolElementText::tr("of the same step");
    if (delay == 1)
        return SymbolElementText::tr("of the step before");
    if (delay == -1)
        return SymbolElementText::tr("of the step after");
    return delay > 0 ? SymbolElementText::tr("of %1 steps before").arg(delay)
                     : SymbolElementText::tr("of %1 steps after").arg(-delay);
}

const Node *nodeNamed(const Circuit &circuit, const std::string &name)
{
    const int index = circuit.indexOf(name);
    return index < 0 ? nullptr : &circuit.nodes[static_cast<size_t>(index)];
}

QString roleName(Role role)
{
    switch (role) {
    case Role::Input: return SymbolElementText::tr("input");
    case Role::State: return SymbolElementText::tr("hidden state");
    case Role::Output: return SymbolElementText::tr("output");
    case Role::Inner: break;
    }
    return SymbolElementText::tr("inner quantity");
}

/// "a gate" where other nodes are multiplied by it elementwise.
bool isGate(const Circuit &circuit, const std::string &name)
{
    for (const Node &node : circuit.nodes)
        for (const Term &term : node.terms)
            if (term.gate == name)
                return true;
    return false;
}

QString describeNode(const Circuit &circuit, const SymbolRef &ref)
{
    const Node *node = nodeNamed(circuit, ref.name);
    if (!node)
        return readNode(circuit, ref.name);
    const QString role
        = node->role == Role::Inner && isGate(circuit, ref.name) ? SymbolElementText::tr("gate") : roleName(node->role);
    const QString what
        = SymbolElementText::tr("%1: %2, %3").arg(readNode(circuit, ref.name), role, entries(node->size));
    return ref.delay == 0 ? what : SymbolElementText::tr("%1; here its value %2").arg(what, when(ref.delay));
}

QString describePreActivation(const Circuit &circuit, const SymbolRef &ref)
{
    const Node *node = nodeNamed(circuit, ref.name);
    if (!node)
        return readNode(circuit, ref.name);
    const QString name = named(preActivationName(circuit, circuit.indexOf(ref.name)));
    const QString activation = QString::fromUtf8(nameOf(node->activation).data());
    return SymbolElementText::tr("%1: pre-activation of %2, %3; what %4 is applied to")
        .arg(name, readNode(circuit, ref.name), entries(node->size), activation);
}

QStringList usesOf(const Circuit &circuit, const std::string &parameter)
{
    QStringList uses;
    for (const Node &node : circuit.nodes)
        for (const Term &term : node.terms)
            if (term.parameter == parameter)
                uses << SymbolElementText::tr("%1 %2").arg(readNode(circuit, term.source), when(term.delay));
    return uses;
}

QString kindOfWeight(const Circuit &circuit, const ParameterInfo &info)
{
    if (info.recurrent)
        return SymbolElementText::tr("recurrent weight");
    for (const Node &node : circuit.nodes)
        for (const Term &term : node.terms) {
            if (term.parameter != info.name)
                continue;
            const Node *source = nodeNamed(circuit, term.source);
            if (source && source->role == Role::Input)
                return SymbolElementText::tr("input weight");
            if (node.role == Role::Output)
                return SymbolElementText::tr("output weight");
        }
    return SymbolElementText::tr("weight");
}

QString describeParameter(const Circuit &circuit, const SymbolRef &ref)
{
    const std::vector<ParameterInfo> all = parametersOf(circuit);
    const int index = indexOf(all, ref.name);
    if (index < 0)
        return readParameter(circuit, ref.name);
    const ParameterInfo &info = all[static_cast<size_t>(index)];
    if (info.bias)
        return SymbolElementText::tr("%1: bias, %2; added at every step")
            .arg(readParameter(circuit, ref.name), entries(info.rows));
    return SymbolElementText::tr("%1: %2, %3 × %4; multiplies %5")
        .arg(readParameter(circuit, ref.name), kindOfWeight(circuit, info))
        .arg(info.rows)
        .arg(info.cols)
        .arg(usesOf(circuit, ref.name).join(SymbolElementText::tr(" and ")));
}

} // namespace

ElementRef elementOf(const Circuit &circuit, const SymbolRef &ref)
{
    switch (ref.kind) {
    case SymbolRef::Kind::Node:
    case SymbolRef::Kind::PreActivation: return ElementRef::ofNode(circuit.indexOf(ref.name));
    case SymbolRef::Kind::Parameter: return ElementRef::ofParameter(ref.name);
    case SymbolRef::Kind::Loss: return ElementRef::ofLoss();
    case SymbolRef::Kind::Target: return ElementRef::ofTarget();
    case SymbolRef::Kind::None: break;
    }
    return {};
}

bool lightsUp(const Circuit &circuit, const ElementRef &touched, const SymbolRef &symbol)
{
    return symbol.kind != SymbolRef::Kind::PreActivation && lightsUp(circuit, touched, elementOf(circuit, symbol));
}

QString descriptionOf(const Circuit &circuit, const SymbolRef &ref)
{
    switch (ref.kind) {
    case SymbolRef::Kind::Node: return describeNode(circuit, ref);
    case SymbolRef::Kind::PreActivation: return describePreActivation(circuit, ref);
    case SymbolRef::Kind::Parameter: return describeParameter(circuit, ref);
    case SymbolRef::Kind::Loss:
        return SymbolElementText::tr("L: loss, one number for the whole sequence; what the gradients are those of");
    case SymbolRef::Kind::Target: return SymbolElementText::tr("y: target, the answer that should have come out");
    case SymbolRef::Kind::None: break;
    }
    return {};
}

} // namespace unfold
