#pragma once
// The plain sentences under the gradient plot: what is happening and why. The numbers have the colours of W and of the
// gradient; the accessible name is the same as plain text.
#include "ui/widgets/measured_label.h"

namespace unfold {

class Document;

/// Wraps and is never cut. Keeps two lines' height, and once it has needed more at a width keeps those, so that the
/// plot above it does not jump while a slider is dragged.
class GradientSentence : public MeasuredLabel
{
    Q_OBJECT

public:
    explicit GradientSentence(Document *document, QWidget *parent = nullptr);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void updateText();
    void measureAnew();
    void keepHeight(int atLeast);

    Document *m_document;
};

} // namespace unfold
