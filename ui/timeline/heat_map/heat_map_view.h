#pragma once
// The states of the circuit, that of the plotted node among them: a row per unit, a column per step of the shared time
// axis, signed colours; in the backward pass on request their gradients ∂L/∂h(t) instead.
#include "ui/document/document.h"
#include "ui/timeline/heat_map/heat_map_bands.h"
#include "ui/timeline/heat_map/heat_map_image.h"
#include "ui/timeline/heat_map/heat_map_layout.h"
#include "ui/timeline/heat_map/heat_map_scales.h"

#include <QWidget>

#include <map>
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

    const Document &document() const { return *m_document; } ///< the twin's, where it shows the twin
    SectionHeader *header() const { return m_header; }
    PillButton *valueToggle() const { return m_value; }
    PillButton *gradientToggle() const { return m_gradient; }
    /// Colours for ∂L/∂h(t), as far as there is one: see showsGradient.
    void wantGradient(bool wanted);
    bool wantsGradient() const { return m_wantsGradient; }
    /// For a figure.
    void hideControls();
    /// From now on the colours of states of the same name mean the same in both, on the wider of their scales, for as
    /// long as both are there.
    void standBeside(HeatMapView *other);

    /// Where the cells of all states in sight lie, in this widget's pixels.
    std::vector<HeatMapBand> bands() const;
    /// The state and the cell at `point`.
    std::optional<std::pair<HeatMapBand, HeatMapLayout::Place>> cellAt(QPointF point) const;
    /// Of the plotted node.
    HeatMapLayout cellLayout() const;
    /// ±limit are the ends of a state's colour scale; without a node of the plotted one's.
    double limit(int node) const { return m_scales.contains(node) ? m_scales.at(node) : 1; }
    double limit() const { return limit(m_document->plottedNode()); }
    bool showsGradient() const;
    /// Steps whose cells are coloured at present; the node's other steps are hatched.
    StepRange computedSteps(int node) const;

    QSize minimumSizeHint() const override;

signals:
    void ownScalesChanged();

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
    void updateScales();
    void invalidate();
    void updateTitle();
    HeatMapRoom room() const;
    std::vector<StateTrack> tracks() const;
    std::vector<StateTrack> tracksWithRoom() const;
    std::vector<int> shownNodes() const;
    const NodeTrace &traceOf(int node) const;
    const Matrix &valuesOf(int node) const;
    static ElementRef elementOf(const HeatMapBand &band, const HeatMapLayout::Place &place);

    void paintBand(QPainter &painter, const HeatMapBand &band);
    void paintCells(QPainter &painter, const HeatMapBand &band);
    void paintTouched(QPainter &painter, const std::vector<HeatMapBand> &bands) const;

    Document *m_document;
    std::unique_ptr<HeatMapWalk> m_walk;
    std::unique_ptr<KeyboardNavigator> m_navigator; ///< goes before the view, which loses the focus while it goes
    SectionHeader *m_header = nullptr;
    PillButton *m_value = nullptr;
    PillButton *m_gradient = nullptr;
    bool m_wantsGradient = false;
    Scales m_ownScales; ///< what its own values need
    Scales m_scales;
    HeatMapView *m_beside = nullptr; ///< both know each other
    std::map<int, HeatMapCells> m_cells; ///< by node: of the present result, window, size and theme
};

} // namespace unfold
