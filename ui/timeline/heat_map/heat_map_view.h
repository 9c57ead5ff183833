#pragma once
// The hidden state of the plotted node: a row per unit, a column per step of the shared time axis, signed colours; in
// the backward pass on request its gradient ∂L/∂h(t) instead.
#include "ui/document/document.h"
#include "ui/timeline/heat_map/heat_map_image.h"
#include "ui/timeline/heat_map/heat_map_layout.h"

#include <QWidget>

#include <memory>

namespace unfold {

class PillButton;
class SectionHeader;
class HeatMapWalk;
class KeyboardNavigator;

class HeatMapView : public QWidget
{
    Q_OBJECT

public:
    explicit HeatMapView(Document *document, QWidget *parent = nullptr);
    ~HeatMapView() override;

    SectionHeader *header() const { return m_header; }
    PillButton *valueToggle() const { return m_value; }
    PillButton *gradientToggle() const { return m_gradient; }
    /// Colours for ∂L/∂h(t), as far as there is one: see showsGradient.
    void wantGradient(bool wanted);
    bool wantsGradient() const { return m_wantsGradient; }
    /// For a figure.
    void hideControls();
    /// From now on the colours of both mean the same, on the wider of their scales, for as long as both are there.
    void standBeside(HeatMapView *other);

    /// Where the cells lie, in this widget's pixels.
    HeatMapLayout cellLayout() const;
    /// ±limit are the ends of the colour scale.
    double limit() const { return m_limit; }
    bool showsGradient() const;
    /// Steps whose cells are coloured at present; the node's other steps are hatched.
    StepRange computedSteps() const;

    QSize minimumSizeHint() const override;

signals:
    void ownLimitChanged();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    void build();
    void connectToDocument();
    void adoptResult();
    void updateToggles();
    void updateLimit();
    void invalidate();
    const NodeTrace &node() const;
    const Matrix &values() const;
    QString tipText(const HeatMapLayout &layout, const HeatMapLayout::Place &place) const;

    void paintCells(QPainter &painter, const HeatMapLayout &layout);
    void paintTouched(QPainter &painter, const HeatMapLayout &layout) const;

    Document *m_document;
    std::unique_ptr<HeatMapWalk> m_walk;
    std::unique_ptr<KeyboardNavigator> m_navigator; ///< goes before the view, which loses the focus while it goes
    SectionHeader *m_header = nullptr;
    PillButton *m_value = nullptr;
    PillButton *m_gradient = nullptr;
    bool m_wantsGradient = false;
    double m_ownLimit = 1; ///< what its own values need
    double m_limit = 1;
    HeatMapView *m_beside = nullptr; ///< both know each other
    HeatMapCells m_cells; ///< of the present result, window, size and theme
};

} // namespace unfold
