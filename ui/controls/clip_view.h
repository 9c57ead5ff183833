#pragma once
// What clipping does to the gradient of all parameters together: its norm at every gain of the slider, the threshold θ
// as a line, and the norm that is left. Shown for networks whose passes are cheap enough to be run at many gains.
#include "core/run/compute.h"

#include <QWidget>

#include <vector>

class QDoubleSpinBox;
class QLabel;

namespace unfold {

class ClipPlot;
class Document;

class ClipView : public QWidget
{
    Q_OBJECT

public:
    explicit ClipView(Document *document, QWidget *parent = nullptr);
    ~ClipView() override;

    const ClipPlot *plot() const { return m_plot; }
    /// "‖g‖ = 1852, cut to 5: every entry times 0.0027"
    QString sentence() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void follow();
    void sample();
    void setThreshold(double threshold);

    Document *m_document;
    ClipPlot *m_plot = nullptr;
    QLabel *m_sentence = nullptr;
    QWidget *m_row = nullptr; ///< the threshold's
    QDoubleSpinBox *m_threshold = nullptr;
    std::shared_ptr<const Prepared> m_sampled; ///< what the curve of the plot belongs to
};

} // namespace unfold
