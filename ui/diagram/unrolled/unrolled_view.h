#pragma once
// The unrolled graph on the shared time axis. One column per step; what is not computed yet looks so; in the backward
// pass every arrow shows the gradient through it.
#include "ui/diagram/shared/diagram_labels.h"
#include "ui/diagram/shared/pulse.h"
#include "ui/diagram/unrolled/plan_cache.h"
#include "ui/diagram/unrolled/unrolled_layout.h"

#include <QWidget>

#include <memory>

namespace unfold {

class Document;
class UnrolledWalk;
class KeyboardNavigator;

class UnrolledView : public QWidget
{
    Q_OBJECT

public:
    explicit UnrolledView(Document *document, QWidget *parent = nullptr);
    ~UnrolledView() override;

    /// The shapes as drawn.
    const UnrolledLayout &layoutShapes() const;
    /// The map from step to x, the same in every view of the time stack.
    TimeAxis axis() const;
    /// Runs while the backward pass is played, and at no other time.
    const Pulse &pulse() const { return m_pulse; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    void connectDocument();
    void showResult();
    void showCursor();
    void rebuild();
    void layOut() const;
    void refreshNorms() const;
    void startPulse();
    void updatePulse();
    void paintPulses(QPainter &painter) const;
    QString tooltipAt(QPointF point) const;

    Document *m_document;
    std::unique_ptr<UnrolledWalk> m_walk;
    std::unique_ptr<KeyboardNavigator> m_navigator; ///< goes before the view, which loses the focus while it goes
    mutable DiagramLabels m_labels;
    mutable PlanInput m_input;
    // Laid out when somebody looks: on the way to a new size a widget has several that nobody sees.
    mutable PlanCache m_plans;
    mutable UnrolledPlan m_plan;
    mutable UnrolledLayout m_layout;
    mutable bool m_planValid = false;
    mutable bool m_layoutValid = false;
    mutable std::vector<std::optional<double>> m_norms; ///< per edge of the layout; empty in the forward pass
    Pulse m_pulse;
    QRect m_pulseBox; ///< around the arrows that it runs along
    std::vector<std::string> m_stepLabels;
    int m_lastLossStep = 0;
};

} // namespace unfold
