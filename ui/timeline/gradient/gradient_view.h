#pragma once
// The gradient plot: ‖∂L/∂h(t)‖ of the plotted node on a logarithmic axis, beside the guides that explain it.
#include "ui/document/document.h"
#include "ui/plot/log_plot.h"

#include <QWidget>

#include <memory>

class QLabel;
class QPushButton;

namespace unfold {

class PillButton;
class SectionHeader;
class GradientWalk;
class HoldControls;
class KeyboardNavigator;

class GradientView : public QWidget
{
    Q_OBJECT

public:
    explicit GradientView(Document *document, QWidget *parent = nullptr);
    ~GradientView() override;

    SectionHeader *header() const { return m_header; }
    const LogPlot *plot() const { return m_plot; }
    PillButton *lastLossToggle() const { return m_last; }
    PillButton *allLossesToggle() const { return m_all; }
    PillButton *jacobianToggle() const { return m_jacobian; }
    HoldControls *holding() const { return m_holding; }
    /// For a figure.
    void hideControls();
    /// The plot of a twin, below that of the first: the same decades, no controls. `first` outlives it.
    void standBeside(const GradientView *first);
    const DecadeRange &decades() const { return m_decades; }
    /// What stands in the plot's place while there is nothing to plot; empty: the plot speaks.
    QString message() const;

signals:
    void decadesChanged();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    void build();
    void buildToggles();
    void connectToDocument();
    void followReachOfTwin();
    void adoptResult();
    void updateNames();
    void updateToggles();
    void updateCurves();
    void updateMessage();
    void updateHover();
    void placeMessage();
    void showTip(const QMouseEvent &event, const LogPlot::Hit &hit);
    QString tipText(const LogPlot::Hit &hit) const;
    ElementRef elementOf(const LogPlot::Hit &hit) const;
    bool overlaid() const;
    /// The held curve whose name is at `point`, of Document::references(); −1: none.
    int heldAt(QPointF point) const;

    Document *m_document;
    std::unique_ptr<GradientWalk> m_walk;
    std::unique_ptr<KeyboardNavigator> m_navigator; ///< goes before the view, which loses the focus while it goes
    SectionHeader *m_header = nullptr;
    LogPlot *m_plot = nullptr;
    PillButton *m_last = nullptr;
    PillButton *m_all = nullptr;
    PillButton *m_jacobian = nullptr;
    HoldControls *m_holding = nullptr; ///< a child
    QLabel *m_message = nullptr;
    QPushButton *m_backward = nullptr; ///< goes to the backward pass
    bool m_controlsShown = true;
    const GradientView *m_lead = nullptr; ///< whose decades these are; null: its own
    DecadeRange m_decades;
};

} // namespace unfold
