#pragma once
// The fields of the selected term: what it reads and when, through which parameter, its sign and its gate.
#include "ui/editor/circuit_editor.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLineEdit;

namespace unfold {

class DelayBox;

class TermForm : public QWidget
{
    Q_OBJECT

public:
    /// editor: outlives the form.
    explicit TermForm(CircuitEditor *editor, QWidget *parent = nullptr);
    ~TermForm() override;

    /// Shows the selected term; there is one.
    void showTerm();
    void focusFirst();

private:
    void build();
    void connectFields();
    /// make: from circuit, node and term.
    using Make = std::function<Circuit(const Circuit &, int, int)>;
    void ask(const Make &make, const QString &what, int mergeId = -1);
    void listNodes(QComboBox *list, const QString &first, const std::string &chosen);

    CircuitEditor *m_editor;
    QFormLayout *m_form;
    QComboBox *m_source;
    DelayBox *m_delay;
    QLineEdit *m_parameter;
    QCheckBox *m_minus;
    QComboBox *m_gate;
    DelayBox *m_gateDelay;
};

} // namespace unfold
