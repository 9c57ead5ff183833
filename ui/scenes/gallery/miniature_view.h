#pragma once
// The small drawing of one shape, in the colours of the big ones.
#include "core/experiment/experiment_summary.h"
#include "ui/diagram/shared/diagram_labels.h"

#include <QWidget>

namespace unfold {

class MiniatureView : public QWidget
{
    Q_OBJECT

public:
    explicit MiniatureView(Shape shape, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Circuit m_circuit;
    int m_steps;
    DiagramLabels m_labels;
};

} // namespace unfold
