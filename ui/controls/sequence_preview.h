#pragma once
// A small picture of the numbers that the network reads: one line per input, over all steps.
#include "core/linalg/matrix.h"

#include <QWidget>

namespace unfold {

class SequencePreview : public QWidget
{
    Q_OBJECT

public:
    explicit SequencePreview(QWidget *parent = nullptr);

    /// size × T; the first three inputs are drawn.
    void setSequence(const Matrix &sequence);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Matrix m_sequence;
};

} // namespace unfold
