#pragma once
// Beside the transition: what happens in the present step, what stays, and the number of parameters against the length
// of the sequence.
#include "core/circuit/parameter_count.h"

#include <QWidget>

class QLabel;

namespace unfold {

class FeedforwardToRnnSide : public QWidget
{
    Q_OBJECT

public:
    explicit FeedforwardToRnnSide(const LayerSizes &sizes, QWidget *parent = nullptr);

public slots:
    void setPhase(double phase);

private:
    void build();

    LayerSizes m_sizes;
    QLabel *m_title;
    QLabel *m_happens;
    QLabel *m_heading;
    QLabel *m_stays;
    int m_step = -1;
};

} // namespace unfold
