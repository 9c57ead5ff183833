#include "ui/editor/circuit_editor.h"

#include "core/circuit/edit_circuit.h"
#include "core/experiment/circuit_change.h"
#include "ui/controls/ask_change.h"
#include "ui/document/document.h"
#include "ui/editor/loop_text.h"

#include <utility>

namespace unfold {
namespace {

QString text(const std::string &name)
{
    return QString::fromStdString(name);
}

bool hasNode(const Circuit &circuit, int node)
{
    return node >= 0 && node < static_cast<int>(circuit.nodes.size());
}

} // namespace

CircuitEditor::CircuitEditor(Document *document, QObject *parent)
    : QObject(parent)
    , m_document(document)
    , m_circuit(circuitOf(document->experiment()))
{
    connect(document, &Document::experimentChanged, this, &CircuitEditor::followDocument);
}

const Circuit &CircuitEditor::circuit() const
{
    return m_attempt ? m_attempt->circuit : m_circuit;
}

const Experiment &CircuitEditor::base() const
{
    return m_attempt ? m_attempt->base : m_document->experiment();
}

std::optional<LossPlace> CircuitEditor::lossPlace() const
{
    const std::optional<Loss> &loss = base().loss;
    const int source = loss ? circuit().indexOf(loss->source) : -1;
    return source < 0 ? std::nullopt : std::optional(LossPlace{source, loss->at});
}

QString CircuitEditor::attemptName() const
{
    return m_attempt ? m_attempt->what : QString();
}

std::vector<LoopArrow> CircuitEditor::loop() const
{
    return m_attempt ? m_attempt->loop : std::vector<LoopArrow>();
}

const Node *CircuitEditor::selectedNode() const
{
    return m_selection.node < 0 ? nullptr : &circuit().nodes[static_cast<size_t>(m_selection.node)];
}

const Term *CircuitEditor::selectedTerm() const
{
    return m_selection.term < 0 ? nullptr : &selectedNode()->terms[static_cast<size_t>(m_selection.term)];
}

// -- coming and going
// --------------------------------------------------------------------------------------------------

void CircuitEditor::setActive(bool active)
{
    if (active == m_active)
        return;
    m_active = active;
    m_attempt.reset();
    m_fault.clear();
    m_circuit = circuitOf(m_document->experiment());
    if (!active)
        m_selection = {};
    emit activeChanged(active);
    emit changed();
}

void CircuitEditor::select(EditSelection selection)
{
    if (selection == m_selection)
        return;
    m_selection = selection;
    keepSelection();
    emit changed();
}

void CircuitEditor::dropAttempt()
{
    if (!m_attempt)
        return;
    m_attempt.reset();
    m_fault.clear();
    keepSelection();
    emit changed();
}

/// Whatever changes the experiment, an undo or another panel, leaves no attempt at something older.
void CircuitEditor::followDocument()
{
    Circuit now = circuitOf(m_document->experiment());
    if (now == m_circuit && !m_attempt && m_fault.isEmpty())
        return; // a dragged gain
    m_circuit = std::move(now);
    m_attempt.reset();
    m_fault.clear();
    if (const int node = m_circuit.indexOf(m_selectedName); m_selection.node >= 0 && node >= 0)
        m_selection.node = node;
    keepSelection();
    if (!m_asking)
        emit changed();
}

/// What is selected exists, and its name is known.
void CircuitEditor::keepSelection()
{
    if (!hasNode(circuit(), m_selection.node))
        m_selection = {};
    const Node *node = selectedNode();
    if (node && m_selection.term >= static_cast<int>(node->terms.size()))
        m_selection.term = -1;
    m_selectedName = node ? node->name : std::string();
}

// -- asking
// ------------------------------------------------------------------------------------------------------------

bool CircuitEditor::refuse(const QString &fault)
{
    m_fault = fault;
    emit changed();
    return false;
}

/// Runs `act`; an InputError is the fault, and nothing has changed.
bool CircuitEditor::tried(const std::function<bool()> &act)
{
    try {
        return act();
    } catch (const InputError &error) {
        return refuse(sentenceOf(error));
    }
}

/// The plots stay with their node where others came or went before it.
void CircuitEditor::keepWatching(const std::string &node)
{
    const int index = m_circuit.indexOf(node);
    if (index >= 0 && index != m_document->plottedNode())
        m_document->setPlottedNode(index);
}

bool CircuitEditor::ask(const Experiment &next, const QString &what, int mergeId)
{
    const std::string watched
        = m_document->result()->circuit().nodes[static_cast<size_t>(m_document->plottedNode())].name;
    m_asking = true;
    const auto fault = askChange(
        *m_document, [&] { return next; }, what, mergeId);
    m_asking = false;
    if (fault)
        return refuse(*fault);
    m_attempt.reset(); // also where the mended circuit is the one that the document had all along
    m_fault.clear();
    keepSelection();
    keepWatching(watched);
    emit changed();
    return true;
}

bool CircuitEditor::take(const Experiment &base, const Circuit &circuit, const QString &what, int mergeId)
{
    try {
        return ask(withChangedCircuit(base, circuit), what, mergeId);
    } catch (const LoopError &error) {
        m_attempt = Attempt{base, circuit, what, error.arrows};
        keepSelection();
        return refuse(
            tr("%1 Until then all other views show the circuit without this change.").arg(loopText(error, circuit)));
    }
}

bool CircuitEditor::change(const Edit &edit, const QString &what, int mergeId)
{
    return tried([&] { return take(Experiment(base()), edit(circuit()), what, mergeId); });
}

bool CircuitEditor::addNode(Role role)
{
    Circuit next = withNode(circuit(), role);
    const int node = static_cast<int>(next.nodes.size()) - 1;
    if (!change([&](const Circuit &) { return next; }, tr("add node %1").arg(text(next.nodes.back().name))))
        if (circuit().nodes != next.nodes)
            return false;
    select({node, -1});
    return true;
}

bool CircuitEditor::addTerm(int node, int source)
{
    const Node &reader = circuit().nodes[static_cast<size_t>(node)];
    const std::string from = circuit().nodes[static_cast<size_t>(source)].name;
    if (reader.role == Role::Input)
        return refuse(tr("The input %1 reads nothing: its values come from the data. Make it a state or an output "
                         "first, or connect in the other direction.")
                          .arg(text(reader.name)));
    const int term = static_cast<int>(reader.terms.size());
    const bool taken = change([&](const Circuit &c) { return withTerm(c, node, from); },
        tr("connect %1 to %2").arg(text(from), text(reader.name)));
    if (taken || m_attempt)
        select({node, term}); // of an attempt as well: it is mended there
    return taken;
}

bool CircuitEditor::removeSelected()
{
    const Node *node = selectedNode();
    if (!node)
        return false;
    const int index = m_selection.node;
    const int term = m_selection.term;
    const QString name = text(node->name);
    if (term >= 0)
        return change(
            [&](const Circuit &c) { return withoutTerm(c, index, term); }, tr("remove a term of %1").arg(name));
    Circuit next = withoutNode(circuit(), index);
    const bool taken = change([&](const Circuit &) { return next; }, tr("remove node %1").arg(name));
    if (circuit().nodes == next.nodes) // an attempt as well
        select({});
    return taken;
}

bool CircuitEditor::renameNode(int node, const QString &name)
{
    const std::string from = circuit().nodes[static_cast<size_t>(node)].name;
    const std::string to = name.trimmed().toStdString();
    if (from == to)
        return true;
    return tried([&] {
        if (circuit().indexOf(to) >= 0)
            return refuse(tr("A second node cannot be called %1; choose another name.").arg(text(to)));
        const QString what = tr("rename %1 to %2").arg(text(from), text(to));
        if (!m_attempt)
            m_selectedName = to;
        if (!m_attempt)
            return ask(withNodeRenamed(base(), from, to), what, -1);
        const bool known = circuitOf(base()).indexOf(from) >= 0;
        return take(
            known ? withNodeRenamed(base(), from, to) : Experiment(base()), withName(circuit(), node, to), what, -1);
    });
}

bool CircuitEditor::renameParameter(const std::string &from, const std::string &to, const QString &what)
{
    if (!m_attempt)
        return ask(withParameterRenamed(base(), from, to), what, -1);
    const bool known = usesOf(circuitOf(base()), from) > 0;
    return take(known ? withParameterRenamed(base(), from, to) : Experiment(base()),
        withParameterRenamed(circuit(), from, to), what, -1);
}

bool CircuitEditor::nameParameter(const std::string &from, const QString &name, const QString &given,
    const QString &taken, const std::function<Circuit(const Circuit &, const std::string &)> &with)
{
    const std::string to = name.trimmed().toStdString();
    if (from == to)
        return true;
    return tried([&] {
        if (!to.empty() && usesOf(circuit(), from) == 1 && usesOf(circuit(), to) == 0)
            return renameParameter(from, to, tr("rename %1 to %2").arg(text(from), text(to)));
        return change(
            [&](const Circuit &c) { return with(c, to); }, to.empty() ? taken.arg(text(from)) : given.arg(text(to)));
    });
}

bool CircuitEditor::setParameter(int node, int term, const QString &name)
{
    const std::string from = circuit().nodes[static_cast<size_t>(node)].terms[static_cast<size_t>(term)].parameter;
    return nameParameter(from, name, tr("parameter %1"), tr("remove %1"),
        [=](const Circuit &c, const std::string &to) { return withParameter(c, node, term, to); });
}

bool CircuitEditor::setBias(int node, const QString &name)
{
    const std::string from = circuit().nodes[static_cast<size_t>(node)].bias;
    return nameParameter(from, name, tr("bias %1"), tr("remove the bias %1"),
        [=](const Circuit &c, const std::string &to) { return withBias(c, node, to); });
}

} // namespace unfold
