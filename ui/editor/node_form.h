#pragma once
// The fields of the selected node: name, role, size, activation, bias, span.
#include "ui/editor/circuit_editor.h"

#include <QWidget>

class QComboBox;
class QFormLayout;
class QLineEdit;
class QSpinBox;

namespace unfold {

class SpanBox;

class NodeForm : public QWidget
{
    Q_OBJECT

public:
    /// editor: outlives the form.
    explicit NodeForm(CircuitEditor *editor, QWidget *parent = nullptr);
    ~NodeForm() override;

    /// Shows the selected node; there is one.
    void showNode();
    void focusFirst();

private:
    void build();
    void connectFields();
    void ask(const CircuitEditor::Edit &edit, const QString &what, int mergeId = -1);
    QString name() const;

    CircuitEditor *m_editor;
    QFormLayout *m_form;
    QLineEdit *m_name;
    QComboBox *m_role;
    QSpinBox *m_size;
    QComboBox *m_activation;
    QLineEdit *m_bias;
    SpanBox *m_span;
};

} // namespace unfold
