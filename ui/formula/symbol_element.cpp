#include "ui/formula/symbol_element.h"

#include "core/circuit/complement.h"
#include "core/circuit/parameters.h"
#include "ui/formula/node_text.h"

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
    return count == 1 ? SymbolElementText::tr("1 entry") : SymbolElementText::tr("%1 entries").arg(count);
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

/// The gate of a GRU that mixes the state with a new value, and what it means in which textbook; empty for any other.
QString describeMixing(const Circuit &circuit, const std::string &gate)
{
    for (const Node &node : circuit.nodes)
        for (int k = 0; k < static_cast<int>(node.terms.size()); ++k) {
            const Term &term = node.terms[static_cast<size_t>(k)];
            if (term.gate == gate && hasComplementGate(node, k))
                return SymbolElementText::tr("1 keeps the old %1, 0 replaces it with %2, as in PyTorch. The usual "
                                             "update gate Γ_u is the other way round: 1 replaces.")
                    .arg(readNode(circuit, node.name), readNode(circuit, term.source));
        }
    return {};
}

/// Read at another step, a node is at one end of the sequence an initial value.
QString describeOtherStep(const Circuit &circuit, const SymbolRef &ref)
{
    const QString name = readNode(circuit, ref.name);
    const auto at = [&](const char *step) { return named(circuit.names.at(step)); };
    if (ref.delay == 1)
        return SymbolElementText::tr("Here its value of the step before; at step 1 that is the initial value %1%2.")
            .arg(name, at("0"));
    if (ref.delay == -1)
        return SymbolElementText::tr("Here its value of the step after; at step T that is the initial value %1%2.")
            .arg(name, at("T+1"));
    return SymbolElementText::tr("Here its value %1.").arg(when(ref.delay));
}

QString describeNode(const Circuit &circuit, const SymbolRef &ref)
{
    const Node *node = nodeNamed(circuit, ref.name);
    if (!node)
        return readNode(circuit, ref.name);
    const QString role
        = node->role == Role::Inner && isGate(circuit, ref.name) ? SymbolElementText::tr("gate") : roleName(node->role);
    const QString name = nodeText(circuit, circuit.indexOf(ref.name));
    QStringList sentences{SymbolElementText::tr("%1: %2, %3.").arg(name, role, entries(node->size))};
    if (const QString note = noteOn(circuit, *node); !note.isEmpty())
        sentences << note;
    if (ref.delay != 0)
        sentences << describeOtherStep(circuit, ref);
    return sentences.join(u' ');
}

QString describePreActivation(const Circuit &circuit, const SymbolRef &ref)
{
    const Node *node = nodeNamed(circuit, ref.name);
    if (!node)
        return readNode(circuit, ref.name);
    const QString name = named(preActivationName(circuit, circuit.indexOf(ref.name)));
    const QString activation = QString::fromUtf8(nameOf(node->activation).data());
    return SymbolElementText::tr("%1: pre-activation of %2, %3; the argument of %4.")
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
    const QString name = readParameter(circuit, ref.name);
    if (info.bias)
        return SymbolElementText::tr("%1: bias, %2; the same at every step.").arg(name, entries(info.rows));
    const QString what = SymbolElementText::tr("%1: %2, %3 × %4; multiplies %5.")
                             .arg(name, kindOfWeight(circuit, info))
                             .arg(info.rows)
                             .arg(info.cols)
                             .arg(usesOf(circuit, ref.name).join(SymbolElementText::tr(" and ")));
    return info.recurrent ? SymbolElementText::tr("%1 It is the gain (the slider W_rec) times %2₀, the matrix as "
                                                  "initialised or given.")
                                .arg(what, name)
                          : what;
}

} // namespace

ElementRef elementOf(const Circuit &circuit, const SymbolRef &ref)
{
    switch (ref.kind) {
    case SymbolRef::Kind::Node:
    case SymbolRef::Kind::Prediction:
    case SymbolRef::Kind::PreActivation: return ElementRef::ofNode(circuit.indexOf(ref.name));
    case SymbolRef::Kind::Parameter: return ElementRef::ofParameter(ref.name);
    case SymbolRef::Kind::Loss: return ElementRef::ofLoss();
    case SymbolRef::Kind::Target: return ElementRef::ofTarget();
    case SymbolRef::Kind::None: break;
    }
    return {};
}

QString noteOn(const Circuit &circuit, const Node &node)
{
    return circuit.names.delayOf(node.name) != 0
        ? SymbolElementText::tr("It is the target of the step before, whatever the network put out there: teacher "
                                "forcing.")
        : describeMixing(circuit, node.name);
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
        return SymbolElementText::tr("L: loss, one number for the sequence, the sum of the losses L%1 of its steps. "
                                     "Gradients are derivatives of it.")
            .arg(named(circuit.names.at("t")));
    case SymbolRef::Kind::Target:
        return SymbolElementText::tr("y: target, the correct output of a step. Where it is a class, classes count from "
                                     "0.");
    case SymbolRef::Kind::Prediction:
        return SymbolElementText::tr("ŷ: prediction, the softmax of %1; one probability per class, together 1.")
            .arg(readNode(circuit, ref.name));
    case SymbolRef::Kind::None: break;
    }
    return {};
}

} // namespace unfold
