#pragma once
// Norms over time as colours: a column per step of the shared time axis, a row per whatever its owner puts there, on a
// logarithmic scale. The cells of several steps or rows that share one show the largest of them.
//
// The cells are painted once and kept until they change, so that lines over them may move with the mouse.
#include "core/linalg/matrix.h"
#include "ui/plot/decade_range.h"
#include "ui/timeline/heat_map/cell_image.h"
#include "ui/timeline/heat_map/heat_map_layout.h"

#include <QImage>
#include <QStringList>
#include <QWidget>

namespace unfold {

struct NormMapContent {
    Matrix norms; ///< (row, step − 1): at least 0, infinite where it overflowed; NaN: there is nothing
    QStringList rowNames; ///< one each, from above
    QStringList stepNames; ///< one per step, written into its cells where there is room; may be empty
    double thinnest = HeatMapLayout::thinnest; ///< px; thinner rows share one
    std::optional<DecadeRange> decades = {}; ///< of the colours; norms beyond it have those of its ends
};

class NormMap : public QWidget
{
    Q_OBJECT

public:
    explicit NormMap(QWidget *parent = nullptr);

    void setContent(NormMapContent content);
    const NormMapContent &content() const { return m_content; }
    void setWindow(const TimeWindow &window);
    void setCursorStep(int step);
    /// Norms before this step are not computed yet: their cells are empty and cannot be touched. At first 1: none are.
    void setShownFrom(int step);
    struct Place {
        int row = 0;
        int step = 0;
        bool operator==(const Place &) const = default;
    };
    /// Gets a frame; nullopt: none does.
    void setTouched(const std::optional<Place> &place);

    /// The cell of a shown value under a point of this widget.
    std::optional<Place> at(QPointF point) const;
    QRectF cell(Place place) const;
    HeatMapLayout cells() const;
    /// The colour of a norm; of 0 that of nothing.
    QColor colourOf(double norm) const;
    DecadeRange decades() const { return m_decades; }

    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void repaintCells();
    double largestIn(const HeatMapLayout &layout, int row, int column) const;
    QImage picture(const HeatMapLayout &layout, double ratio) const;
    void paintStepNames(QPainter &painter, const HeatMapLayout &layout) const;
    void paintScale(QPainter &painter, const HeatMapLayout &layout) const;
    void paintRowNames(QPainter &painter, const HeatMapLayout &layout) const;

    NormMapContent m_content;
    DecadeRange m_decades;
    TimeWindow m_window;
    int m_cursor = 0;
    int m_shownFrom = 1;
    std::optional<Place> m_touched;
    KeptCells<QImage> m_cells;
    bool m_largerThere = false; ///< norms beyond the range
    bool m_smallerThere = false;
};

} // namespace unfold
