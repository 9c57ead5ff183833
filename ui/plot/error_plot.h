#pragma once
// The error of a finite difference against its step, both axes logarithmic: a V of truncation, falling as ε², and
// rounding, rising as 1/ε. The present step is marked; a press or a drag picks another.
#include "core/analysis/difference_error.h"
#include "ui/plot/decade_range.h"

#include <QWidget>

class QPainter;

namespace unfold {

class ErrorPlot : public QWidget
{
    Q_OBJECT

public:
    explicit ErrorPlot(QWidget *parent = nullptr);

    void show(const std::vector<DifferencePoint> &points, const DifferenceErrors &errors);
    void setPicked(int index); ///< of the points; −1: none
    int picked() const { return m_picked; }
    /// px; where a point stands, errors beyond the axis at its edge.
    QPointF placeOf(int index) const;
    QRectF area() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void asked(int index);

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;

private:
    double x(double epsilon) const;
    double y(double error) const;
    void askAt(double x);
    void paintAxes(QPainter &painter) const;
    void paintGuides(QPainter &painter) const;
    void paintPoints(QPainter &painter) const;

    std::vector<DifferencePoint> m_points; ///< ε falling
    DifferenceErrors m_errors;
    DecadeRange m_range;
    int m_picked = -1;
};

} // namespace unfold
