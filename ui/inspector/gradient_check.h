#pragma once
// Proves the gradient that the inspector has opened: the same run with one number a little larger and a little smaller,
// beside what the backward pass says. Folded until it is asked for, and only then computed.
#include "core/analysis/difference_error.h"
#include "ui/document/document.h"

#include <QWidget>

class QLabel;
class QSlider;

namespace unfold {

class ErrorPlot;
class FoldHeader;

/// One entry of a gradient on the screen.
struct CheckedGradient {
    GradientEntry entry;
    double value = 0; ///< as the backward pass has it
    QString name; ///< "∂L/∂h[3]"

    bool operator==(const CheckedGradient &) const = default;
};

class GradientCheck : public QWidget
{
    Q_OBJECT

public:
    GradientCheck(const Document *document, QWidget *parent);

    /// The entry of the document's present result; nothing: the whole part is hidden. What is known already is not
    /// computed again.
    void check(const std::optional<CheckedGradient> &gradient);
    void toggle(); ///< folds or unfolds
    QWidgetList tabOrder() const;
    bool busy() const { return m_runner.busy(); }

signals:
    void opened(); ///< unfolded: it takes more room from now on

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildNumbers();
    void buildSlider();
    void compute();
    void adopt(const std::vector<DifferencePoint> &points);
    void showPoint();
    void openBody(bool open);
    void alignSlider();

    const Document *m_document;
    FoldHeader *m_header;
    QWidget *m_body;
    QLabel *m_name = nullptr;
    QLabel *m_backward = nullptr;
    QLabel *m_difference = nullptr;
    QLabel *m_agreement = nullptr;
    QLabel *m_epsilon = nullptr;
    QLabel *m_reason = nullptr;
    QSlider *m_slider = nullptr;
    QWidget *m_sliderRow = nullptr;
    ErrorPlot *m_plot = nullptr;
    std::optional<CheckedGradient> m_gradient;
    std::weak_ptr<const Result>
        m_of; ///< whose points they are; weak, so that a dragged slider may fill its trace again
    std::vector<DifferencePoint> m_points; ///< ε falling; empty while they are computed
    DifferenceErrors m_errors;
    Runner m_runner;
};

} // namespace unfold
