#include "ui/editor/circuit_pane.h"

#include "ui/editor/circuit_editor.h"
#include "ui/editor/editor_canvas.h"
#include "ui/widgets/explain_by.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/section_header.h"

#include <QAction>
#include <QBoxLayout>
#include <QLabel>

namespace unfold {

CircuitPane::CircuitPane(QWidget *view, CircuitEditor *editor, QAction *toggle, QWidget *unfolding, QWidget *parent)
    : QWidget(parent)
    , m_canvas(new EditorCanvas(editor, this))
{
    auto *edit = new PillButton(tr("edit"), this);
    edit->setToolTip(
        tr("<p>Turns the circuit into one that can be changed: nodes, arrows, delays, gates. Every other view follows. "
           "%1</p>")
            .arg(toggle->shortcut().toString(QKeySequence::NativeText)));
    edit->setObjectName(QStringLiteral("editCircuit"));
    edit->setAccessibleName(tr("Edit the circuit"));
    edit->setCheckable(true);
    explainBy(edit, "circuit");
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(4);
    auto *header = new QHBoxLayout;
    header->addWidget(makeHeading(tr("Circuit"), this), 1);
    header->addWidget(unfolding);
    header->addWidget(edit);
    column->addLayout(header);
    setTabOrder(unfolding, edit); // as they are read
    column->addWidget(view, 1);
    column->addWidget(m_canvas, 1);
    m_canvas->hide();
    connect(edit, &PillButton::clicked, editor, &CircuitEditor::setActive);
    connect(editor, &CircuitEditor::activeChanged, this, [this, edit, view](bool active) {
        edit->setChecked(active);
        view->setVisible(!active);
        m_canvas->setVisible(active);
        if (active)
            m_canvas->setFocus(Qt::OtherFocusReason);
    });
}

} // namespace unfold
