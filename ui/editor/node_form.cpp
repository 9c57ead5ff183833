#include "ui/editor/node_form.h"

#include "core/circuit/edit_circuit.h"
#include "core/experiment/circuit_change.h"
#include "ui/document/document.h"
#include "ui/editor/form_rows.h"
#include "ui/editor/span_box.h"
#include "ui/widgets/disconnect_children.h"
#include "ui/widgets/explain_by.h"
#include "ui/widgets/settings_controls.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QSpinBox>

namespace unfold {
namespace {

constexpr Role roles[] = {Role::Input, Role::State, Role::Output, Role::Inner};
enum NodeMergeId { SizeMerge = 41, SpanMerge };

void showText(QLineEdit *field, const std::string &text)
{
    const QString now = QString::fromStdString(text);
    if (field->text() != now)
        field->setText(now);
}

} // namespace

NodeForm::NodeForm(CircuitEditor *editor, QWidget *parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_form(makeFormRows(this))
{
    build();
    connectFields();
}

NodeForm::~NodeForm()
{
    disconnectChildren(this);
}

void NodeForm::build()
{
    m_name = new QLineEdit(this);
    explainBy(m_name, "node");
    addTaughtRow(m_form, tr("&Name"), m_name, "nodeName",
        tr("The name of the node in every view. An underscore begins an index: b_g. Every term that reads it "
           "follows."));
    m_role = makeCombo(this);
    for (const auto &[text, term] : {std::pair(tr("input"), "input"), std::pair(tr("state"), "hidden-state"),
             std::pair(tr("output"), "output"), std::pair(tr("inner"), "node")}) {
        m_role->addItem(text);
        m_role->setItemData(m_role->count() - 1, QLatin1String(term), termRole);
    }
    explainBy(m_role, "node");
    addTaughtRow(m_form, tr("&Role"), m_role, "nodeRole",
        tr("The role of the node. An input takes its values from the data; all others are computed. The loss reads the "
           "first output."));
    m_size = makeSpin(1, largestHidden, this);
    explainBy(m_size, "unit");
    addTaughtRow(m_form, tr("Si&ze"), m_size, "nodeSize",
        tr("The number of units. Nodes that are multiplied with it or added to it entry by entry follow."));
    m_activation = makeCombo(this);
    for (const Activation activation : activations)
        m_activation->addItem(text(nameOf(activation)));
    addTaughtRow(m_form, tr("A&ctivation"), m_activation, "nodeActivation",
        tr("The function that is applied to its pre-activation. Its slope is a factor of the gradient."));
    m_bias = new QLineEdit(this);
    m_bias->setPlaceholderText(tr("none"));
    explainBy(m_bias, "bias");
    addTaughtRow(m_form, tr("&Bias"), m_bias, "nodeBias",
        tr("The name of the vector that is added to its terms. Empty: there is none. Two nodes with the same name "
           "share it."));
    m_span = new SpanBox(this);
    addTaughtRow(m_form, tr("Ste&ps"), m_span, "nodeSpan", tr("The steps of the sequence at which the node exists."));
}

QString NodeForm::name() const
{
    const Node *node = m_editor->selectedNode();
    return node ? QString::fromStdString(node->name) : QString();
}

void NodeForm::ask(const CircuitEditor::Edit &edit, const QString &what, int mergeId)
{
    if (windowHasGone(this))
        return;
    if (m_editor->selectedNode()) // else the field was left because its node is gone
        m_editor->change(edit, what, mergeId);
    showNode(); // after a refusal the field goes back to what is true
}

void NodeForm::connectFields()
{
    const auto node = [this] { return m_editor->selection().node; };
    connect(m_name, &QLineEdit::editingFinished, this, [=, this] {
        if (windowHasGone(this))
            return;
        if (node() >= 0) // else the field was left because its node is gone
            m_editor->renameNode(node(), m_name->text());
        showNode();
    });
    connect(m_bias, &QLineEdit::editingFinished, this, [=, this] {
        if (windowHasGone(this))
            return;
        if (node() >= 0)
            m_editor->setBias(node(), m_bias->text());
        showNode();
    });
    connect(m_role, &QComboBox::activated, this, [=, this](int index) {
        ask([=, n = node()](const Circuit &c) { return withRole(c, n, roles[index]); },
            tr("%1 as %2").arg(name(), m_role->itemText(index)));
    });
    connect(m_size, &QSpinBox::valueChanged, this, [=, this](int size) {
        ask([=, n = node()](const Circuit &c) { return withSize(c, n, size); },
            tr("size of %1: %2").arg(name()).arg(size), SizeMerge);
    });
    connect(m_activation, &QComboBox::activated, this, [=, this](int index) {
        ask([=, n = node()](const Circuit &c) { return withActivation(c, n, activations[index]); },
            tr("activation of %1: %2").arg(name(), m_activation->itemText(index)));
    });
    connect(m_span, &SpanBox::spanAsked, this, [=, this](const Span &span) {
        ask([=, n = node()](const Circuit &c) { return withSpan(c, n, span); }, tr("steps of %1").arg(name()),
            SpanMerge);
    });
}

void NodeForm::showNode()
{
    const Node *node = m_editor->selectedNode();
    if (!node)
        return;
    const Experiment &experiment = m_editor->document().experiment();
    const bool isInput = node->role == Role::Input;
    showText(m_name, node->name);
    m_role->setCurrentIndex(indexIn(roles, node->role));
    const bool fixedSize = dataSetsSizes(experiment) && (isInput || node->role == Role::Output);
    m_size->setEnabled(!fixedSize);
    m_size->setMaximum(std::max(largestHidden, node->size));
    showNumber(m_size, node->size);
    m_activation->setEnabled(!isInput);
    m_activation->setCurrentIndex(indexIn(activations, node->activation));
    m_bias->setEnabled(!isInput);
    showText(m_bias, node->bias);
    m_span->setSpan(node->span, stepsOf(experiment, circuitOf(experiment)));
}

void NodeForm::focusFirst()
{
    m_name->setFocus(Qt::ShortcutFocusReason);
    m_name->selectAll();
}

} // namespace unfold
