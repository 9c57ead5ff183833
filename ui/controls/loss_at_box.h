#pragma once
// Where the loss is taken: every step, the first or last one, the first or last n.
#include "core/circuit/circuit.h"

#include <QWidget>

class QComboBox;
class QSpinBox;

namespace unfold {

class LossAtBox : public QWidget
{
    Q_OBJECT

public:
    explicit LossAtBox(QWidget *parent = nullptr);
    ~LossAtBox() override;

    /// Shows the span, of a sequence of `steps` steps; emits nothing.
    void setSpan(const Span &span, int steps);

signals:
    void spanAsked(unfold::Span span);

private:
    void askKind(int index);
    void askCount(int count);

    QComboBox *m_kind;
    QSpinBox *m_count;
    Span m_span;
};

/// "every step", "the last step", "the first 3 steps", "the steps after 4".
QString textOf(const Span &span);

} // namespace unfold
