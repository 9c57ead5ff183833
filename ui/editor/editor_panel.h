#pragma once
// What the editor offers beside the canvas: new nodes, the fields of what is selected, its terms, and why a change was
// refused.
#include "ui/editor/circuit_editor.h"

#include <QWidget>

class QLabel;
class QListWidget;

namespace unfold {

class NodeForm;
class SoftButton;
class TermForm;

class EditorPanel : public QWidget
{
    Q_OBJECT

public:
    /// editor: outlives the panel.
    explicit EditorPanel(CircuitEditor *editor, QWidget *parent = nullptr);
    ~EditorPanel() override;

    /// To the first field of what is selected.
    void focusFields();

signals:
    void connectWanted(); ///< an arrow from the selected node is asked for

private:
    QWidget *buildAdding();
    QWidget *buildTerms();
    SoftButton *makeButton(const QString &text, const char *name, const QString &toolTip);
    void showEditor();
    void showTerms(const Node &node);

    CircuitEditor *m_editor;
    QLabel *m_fault;
    QLabel *m_hint;
    QLabel *m_heading;
    NodeForm *m_nodeForm;
    QLabel *m_termsHeading;
    QListWidget *m_terms;
    TermForm *m_termForm;
    SoftButton *m_connect;
    SoftButton *m_remove;
};

} // namespace unfold
