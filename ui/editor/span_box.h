#pragma once
// At which steps a node exists: every step, the first n, the last n, or all after step n.
#include "core/circuit/circuit.h"

#include <QWidget>

class QComboBox;
class QSpinBox;

namespace unfold {

class SpanBox : public QWidget
{
    Q_OBJECT

public:
    explicit SpanBox(QWidget *parent = nullptr);
    ~SpanBox() override;

    /// Shows the span, of a sequence of `steps` steps; emits nothing.
    void setSpan(const Span &span, int steps);

signals:
    void spanAsked(unfold::Span span);

private:
    QComboBox *m_kind;
    QSpinBox *m_count;
    Span m_span;
};

} // namespace unfold
