#include "ui/editor/term_form.h"

#include "core/circuit/edit_circuit.h"
#include "ui/editor/delay_box.h"
#include "ui/editor/editor_words.h"
#include "ui/editor/form_rows.h"
#include "ui/widgets/disconnect_children.h"
#include "ui/widgets/explain_by.h"
#include "ui/widgets/settings_controls.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>

namespace unfold {
namespace {
enum TermMergeId { DelayMerge = 43, GateDelayMerge };
}

TermForm::TermForm(CircuitEditor *editor, QWidget *parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_form(makeFormRows(this))
{
    build();
    connectFields();
}

TermForm::~TermForm()
{
    disconnectChildren(this);
}

void TermForm::build()
{
    m_source = makeCombo(this);
    explainBy(m_source, "node");
    addTaughtRow(m_form, tr("Rea&ds"), m_source, "termSource", tr("The node whose value enters."));
    m_delay = new DelayBox(this);
    addTaughtRow(m_form, tr("&At step"), m_delay, "termDelay",
        tr("The step that is read: t is the same step, t − 1 the one before (the square on the arrow), t − 2 the one "
           "before "
           "that, t + 1 the next one. A loop needs a delay somewhere."));
    m_parameter = new QLineEdit(this);
    m_parameter->setPlaceholderText(tr("none (identity)"));
    explainBy(m_parameter, "parameter");
    addTaughtRow(m_form, tr("&Matrix"), m_parameter, "termParameter",
        tr("The matrix that multiplies it. The name of another term's matrix shares that one. Empty: none "
           "(identity)."));
    m_minus = new QCheckBox(tr("s&ubtracted"), this);
    explainBy(m_minus, "node");
    addTaughtRow(m_form, tr("Sign"), m_minus, "termMinus", tr("Whether the term is subtracted instead of added."));
    m_minus->setAccessibleName(tr("Subtracted"));
    m_gate = makeCombo(this);
    explainBy(m_gate, "gate");
    addTaughtRow(m_form, tr("&Gate"), m_gate, "termGate",
        tr("A node that multiplies the value entry by entry (⊙): 0 closes, 1 passes."));
    m_gateDelay = new DelayBox(this);
    addTaughtRow(m_form, tr("Gate s&tep"), m_gateDelay, "termGateDelay", tr("The step at which the gate is read."));
}

void TermForm::ask(const Make &make, const QString &what, int mergeId)
{
    const int node = m_editor->selection().node;
    const int term = m_editor->selection().term;
    if (term < 0 || windowHasGone(this))
        return; // the field was left because its term is gone, or all of it
    m_editor->change([&](const Circuit &c) { return make(c, node, term); }, what, mergeId);
    showTerm(); // after a refusal the field goes back to what is true
}

void TermForm::connectFields()
{
    const auto node = [this] {
        const Node *reader = m_editor->selectedNode();
        return reader ? QString::fromStdString(reader->name) : QString();
    };
    connect(m_source, &QComboBox::activated, this, [=, this](int index) {
        const std::string source = m_source->itemText(index).toStdString();
        ask([&](const Circuit &c, int n, int k) { return withSource(c, n, k, source); },
            tr("%1 reads %2").arg(node(), m_source->itemText(index)));
    });
    connect(m_delay, &QSpinBox::valueChanged, this, [=, this](int delay) {
        ask([=](const Circuit &c, int n, int k) { return withDelay(c, n, k, delay); },
            tr("%1 reads at %2").arg(node(), stepWords(delay)), DelayMerge);
    });
    connect(m_parameter, &QLineEdit::editingFinished, this, [this] {
        if (windowHasGone(this))
            return;
        if (m_editor->selectedTerm()) // else the field was left because its term is gone
            m_editor->setParameter(m_editor->selection().node, m_editor->selection().term, m_parameter->text());
        showTerm();
    });
    connect(m_minus, &QCheckBox::clicked, this, [=, this](bool minus) {
        ask([=](const Circuit &c, int n, int k) { return withSign(c, n, k, minus ? -1 : 1); },
            minus ? tr("subtract a term of %1").arg(node()) : tr("add a term of %1").arg(node()));
    });
    connect(m_gate, &QComboBox::activated, this, [=, this](int index) {
        const std::string gate = index == 0 ? std::string() : m_gate->itemText(index).toStdString();
        ask([&](const Circuit &c, int n, int k) { return withGate(c, n, k, gate); },
            index == 0 ? tr("no gate") : tr("gate %1").arg(m_gate->itemText(index)));
    });
    connect(m_gateDelay, &QSpinBox::valueChanged, this, [=, this](int delay) {
        ask([=](const Circuit &c, int n, int k) { return withGateDelay(c, n, k, delay); },
            tr("gate at %1").arg(stepWords(delay)), GateDelayMerge);
    });
}

/// first: an entry for none; empty: without one.
void TermForm::listNodes(QComboBox *list, const QString &first, const std::string &chosen)
{
    QStringList names = first.isEmpty() ? QStringList() : QStringList(first);
    for (const Node &node : m_editor->circuit().nodes)
        names << QString::fromStdString(node.name);
    list->clear();
    for (const QString &name : names) {
        list->addItem(name);
        list->setItemData(list->count() - 1, QStringLiteral("node"), termRole);
    }
    list->setCurrentIndex(chosen.empty() ? 0 : static_cast<int>(names.lastIndexOf(QString::fromStdString(chosen))));
}

void TermForm::showTerm()
{
    const Term *term = m_editor->selectedTerm();
    if (!term)
        return;
    listNodes(m_source, {}, term->source);
    m_delay->showDelay(term->delay);
    if (const QString parameter = QString::fromStdString(term->parameter); m_parameter->text() != parameter)
        m_parameter->setText(parameter);
    m_minus->setChecked(term->sign < 0);
    listNodes(m_gate, tr("none"), term->gate);
    m_gateDelay->showDelay(term->gateDelay);
    m_form->labelForField(m_gateDelay)->setVisible(!term->gate.empty());
    m_gateDelay->setVisible(!term->gate.empty());
}

void TermForm::focusFirst()
{
    m_source->setFocus(Qt::ShortcutFocusReason);
}

} // namespace unfold
