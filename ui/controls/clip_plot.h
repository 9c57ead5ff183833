#pragma once
// A small drawing: the norm of the gradient of all parameters over the gain, on a logarithmic axis.
#include <QWidget>

#include <optional>
#include <vector>

namespace unfold {

struct ClipCurve {
    double low = 0; ///< the gain at the left edge
    double high = 1; ///< the gain at the right edge
    std::vector<double> norms; ///< at evenly spaced gains from low to high; may be empty
    double gain = 1; ///< the present one
    double norm = 0; ///< ‖g‖ at the present gain
    std::optional<double> threshold; ///< θ; nullopt: nothing is clipped
    bool operator==(const ClipCurve &) const = default;
};

class ClipPlot : public QWidget
{
    Q_OBJECT

public:
    explicit ClipPlot(QWidget *parent = nullptr);

    void setCurve(const ClipCurve &curve);
    const ClipCurve &curve() const { return m_curve; }
    /// Where a norm is drawn at a gain, cut to the plotting area.
    QPointF at(double gain, double norm) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QRectF area() const;
    void paintAxes(QPainter &painter) const;
    void paintCurves(QPainter &painter) const;
    void paintPresent(QPainter &painter) const;

    ClipCurve m_curve;
    int m_lowest = -1; ///< decades of the axis
    int m_highest = 1;
};

} // namespace unfold
