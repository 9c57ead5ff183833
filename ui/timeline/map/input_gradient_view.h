#pragma once
// The sensitivity to the inputs: ‖∂L/∂x(t)‖ of each, under what was read at each step.
#include "ui/timeline/map/norm_section.h"

#include <vector>

namespace unfold {

class Document;

class InputGradientView : public NormSection
{
    Q_OBJECT

public:
    /// document: outlives the view.
    explicit InputGradientView(Document *document, QWidget *parent = nullptr);
    ~InputGradientView() override;

protected:
    void showEvent(QShowEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    void adoptResult();
    QString sentence(int row, int step) const;

    Document *m_document;
    std::vector<int> m_inputs; ///< the node of each row
};

} // namespace unfold
