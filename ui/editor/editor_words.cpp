#include "ui/editor/editor_words.h"

#include <QCoreApplication>

#include <cstdlib>

namespace unfold {
namespace {

struct EditorWordsText {
    Q_DECLARE_TR_FUNCTIONS(CircuitEditor)
};

QString nameText(const std::string &name)
{
    return QString::fromStdString(name);
}

/// "h(t − 1)", "h" at the same step
QString readWords(const std::string &name, int delay)
{
    return delay == 0 ? nameText(name) : QStringLiteral("%1(%2)").arg(nameText(name), stepWords(delay));
}

} // namespace

QString stepWords(int delay)
{
    if (delay == 0)
        return QStringLiteral("t");
    return QStringLiteral("t %1 %2").arg(delay > 0 ? QStringLiteral("−") : QStringLiteral("+")).arg(std::abs(delay));
}

QString wordsOf(const Term &term)
{
    QString words = term.sign < 0 ? QStringLiteral("− ") : QString();
    if (!term.parameter.empty())
        words += nameText(term.parameter) + u' ';
    const QString source = readWords(term.source, term.delay);
    if (term.gate.empty())
        return words + source;
    const QString product = readWords(term.gate, term.gateDelay) + QStringLiteral(" ⊙ ") + source;
    return words + (term.parameter.empty() ? product : u'(' + product + u')');
}

QString describeSelection(const Circuit &circuit, EditSelection selection)
{
    if (selection.node < 0)
        return EditorWordsText::tr("Nothing is selected.");
    const Node &node = circuit.nodes[static_cast<size_t>(selection.node)];
    if (selection.term < 0)
        return EditorWordsText::tr("Node %1, of size %2.").arg(nameText(node.name)).arg(node.size);
    return EditorWordsText::tr("A term of %1: %2.")
        .arg(nameText(node.name), wordsOf(node.terms[static_cast<size_t>(selection.term)]));
}

QString canvasToolTip(const Circuit &circuit, const ElementRef &element)
{
    if (element.kind == ElementRef::Kind::Node)
        return EditorWordsText::tr(
            "<p>Node %1. Drag it to move it; drag from its rim to the node that reads it. Delete removes it.</p>")
            .arg(nameText(circuit.nodes[static_cast<size_t>(element.node)].name));
    if (element.kind == ElementRef::Kind::Edge || element.kind == ElementRef::Kind::Parameter)
        return EditorWordsText::tr(
            "<p>An arrow: a term of the node that it enters. Click to change its delay, sign, parameter or "
            "gate; Delete removes it.</p>");
    return EditorWordsText::tr(
        "<p>Click a node or an arrow to change it. I, S and O add an input, a state, an output; C connects; "
        "Delete removes; Shift and an arrow key move the selected node.</p>");
}

EditSelection readerOf(const Circuit &circuit, const std::string &parameter)
{
    for (int n = 0; n < static_cast<int>(circuit.nodes.size()); ++n) {
        const Node &node = circuit.nodes[static_cast<size_t>(n)];
        for (int k = 0; k < static_cast<int>(node.terms.size()); ++k)
            if (node.terms[static_cast<size_t>(k)].parameter == parameter)
                return {n, k};
        if (node.bias == parameter)
            return {n, -1};
    }
    return {};
}

} // namespace unfold
