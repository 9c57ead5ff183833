#include "ui/editor/editor_panel.h"

#include "ui/editor/editor_words.h"
#include "ui/editor/node_form.h"
#include "ui/editor/term_form.h"
#include "ui/layout/flow.h"
#include "ui/style/theme.h"
#include "ui/widgets/disconnect_children.h"
#include "ui/widgets/explain_by.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/soft_button.h"

#include <QBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QSignalBlocker>

#include <algorithm>

namespace unfold {

EditorPanel::EditorPanel(CircuitEditor *editor, QWidget *parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_fault(makeFaultLine(this))
    , m_hint(
          makeCaption(tr("Click a node or an arrow of the circuit to change it. Drag a node to move it, or drag from "
                         "its rim to another node to connect them."),
              this))
    , m_heading(makeHeading({}, this))
    , m_nodeForm(new NodeForm(editor, this))
    , m_termForm(new TermForm(editor, this))
{
    m_fault->setObjectName(QStringLiteral("editorFault"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(8);
    column->addWidget(makeHeading(tr("Edit the circuit"), this));
    column->addWidget(buildAdding());
    column->addWidget(m_fault);
    column->addWidget(m_hint);
    column->addWidget(m_heading);
    column->addWidget(m_nodeForm);
    column->addWidget(buildTerms());
    column->addWidget(m_termForm);
    auto *acts = new QHBoxLayout;
    m_connect = makeButton(tr("Connect"), "editorConnect",
        tr("An arrow from this node: click the target node, or choose it with the up and down keys and Enter. In the "
           "circuit: C."));
    m_remove = makeButton(tr("Remove"), "editorRemove", {});
    acts->addWidget(m_connect);
    acts->addWidget(m_remove);
    acts->addStretch(1);
    column->addLayout(acts);
    column->addStretch(1);
    connect(m_connect, &SoftButton::clicked, this, &EditorPanel::connectWanted);
    connect(m_remove, &SoftButton::clicked, m_editor, &CircuitEditor::removeSelected);
    connect(m_editor, &CircuitEditor::changed, this, &EditorPanel::showEditor);
    showEditor();
}

EditorPanel::~EditorPanel()
{
    disconnectChildren(this);
}

SoftButton *EditorPanel::makeButton(const QString &text, const char *name, const QString &toolTip)
{
    auto *button = new SoftButton(this);
    button->setText(text);
    button->setObjectName(QLatin1String(name));
    button->setAccessibleName(text);
    button->setToolTip(QStringLiteral("<p>%1</p>").arg(toolTip));
    explainBy(button, "circuit");
    return button;
}

QWidget *EditorPanel::buildAdding()
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins({});
    layout->setSpacing(6);
    const auto add
        = [&](const QString &text, const char *name, const QString &accessible, Role role, const QString &toolTip) {
              SoftButton *button = makeButton(text, name, toolTip);
              button->setAccessibleName(accessible);
              connect(button, &SoftButton::clicked, m_editor, [this, role] { m_editor->addNode(role); });
              layout->addWidget(button);
          };
    add(tr("+ input"), "addInput", tr("Add an input"), Role::Input,
        tr("A node that reads the data. In the circuit: I."));
    add(tr("+ state"), "addState", tr("Add a state"), Role::State,
        tr("A node that is computed; with a delayed arrow to itself it has a memory. In the circuit: S."));
    add(tr("+ output"), "addOutput", tr("Add an output"), Role::Output,
        tr("A node that gives the network's answer. The loss reads the first output. In the circuit: O."));
    layout->addStretch(1);
    return row;
}

QWidget *EditorPanel::buildTerms()
{
    auto *part = new QWidget(this);
    auto *layout = new QVBoxLayout(part);
    layout->setContentsMargins({});
    layout->setSpacing(4);
    m_termsHeading = makeHeading(tr("Its terms"), part);
    explainBy(m_termsHeading, "node");
    m_terms = new QListWidget(part);
    m_terms->setObjectName(QStringLiteral("editorTerms"));
    m_terms->setAccessibleName(tr("Terms of the node"));
    m_terms->setToolTip(tr("<p>The terms that the node adds up. Choose one to change what it reads, at which step, "
                           "through which matrix and gate.</p>"));
    m_terms->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    explainBy(m_terms, "node");
    layout->addWidget(m_termsHeading);
    layout->addWidget(m_terms);
    connect(m_terms, &QListWidget::currentRowChanged, this, [this](int row) {
        if (row >= 0)
            m_editor->select({m_editor->selection().node, row});
    });
    return part;
}

void EditorPanel::showTerms(const Node &node)
{
    const QSignalBlocker quiet(m_terms);
    m_terms->clear();
    for (const Term &term : node.terms)
        m_terms->addItem(wordsOf(term));
    m_terms->setCurrentRow(m_editor->selection().term);
    const int rows = std::clamp(static_cast<int>(node.terms.size()), 1, 5);
    const int row = m_terms->count() > 0 ? m_terms->sizeHintForRow(0) : textFont().pixelSize();
    m_terms->setFixedHeight(rows * row + 2 * m_terms->frameWidth());
    m_terms->parentWidget()->setVisible(!node.terms.empty());
}

void EditorPanel::showEditor()
{
    const Node *node = m_editor->selectedNode();
    const Term *term = m_editor->selectedTerm();
    setFault(m_fault, m_editor->fault());
    m_hint->setVisible(!node);
    for (QWidget *part : std::initializer_list<QWidget *>{m_heading, m_nodeForm, m_connect, m_remove})
        part->setVisible(node);
    m_terms->parentWidget()->setVisible(node);
    m_termForm->setVisible(term);
    if (!node)
        return;
    m_heading->setText(tr("Node %1").arg(QString::fromStdString(node->name)));
    m_nodeForm->showNode();
    showTerms(*node);
    if (term)
        m_termForm->showTerm();
    m_remove->setText(term ? tr("Remove the term") : tr("Remove the node"));
    m_remove->setAccessibleName(m_remove->text());
    m_remove->setToolTip(term ? tr("<p>Removes this arrow. In the circuit: Delete.</p>")
                              : tr("<p>Removes the node, and every arrow from and to it. In the circuit: Delete.</p>"));
}

void EditorPanel::focusFields()
{
    if (m_editor->selectedTerm())
        m_termForm->focusFirst();
    else if (m_editor->selectedNode())
        m_nodeForm->focusFirst();
}

} // namespace unfold
