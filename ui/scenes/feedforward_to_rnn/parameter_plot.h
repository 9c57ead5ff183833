#pragma once
// The number of parameters against the length T of the sequence: of a feed-forward network that reads it at once, and
// of a recurrent one. T is chosen here: drag, or Up and Down.
#include "core/circuit/parameter_count.h"
#include "ui/accessibility/value_control.h"

#include <QWidget>

class QPainter;

namespace unfold {

class ParameterPlot : public QWidget, public ValueControl
{
    Q_OBJECT

public:
    static constexpr int longest = 20; ///< the largest T

    explicit ParameterPlot(const LayerSizes &sizes, QWidget *parent = nullptr);

    int length() const { return m_length; } ///< T
    std::int64_t feedForward(int length) const { return m_feedForward.at(static_cast<size_t>(length - 1)); }
    std::int64_t recurrent() const { return m_recurrent; }
    /// px of a point of the plot.
    QPointF pointAt(int length, std::int64_t count) const;

    double value() const override { return m_length; }
    double lowest() const override { return 1; }
    double highest() const override { return longest; }
    double smallestStep() const override { return 1; }
    void askFor(double value) override;
    QString valueText() const override;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

public slots:
    /// Cut to 1 … longest.
    void setLength(int length);

signals:
    void lengthChanged(int length);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QRectF area() const;
    int lengthAt(double x) const;
    void paintAxes(QPainter &painter) const;
    void paintCurves(QPainter &painter) const;
    void paintCurve(QPainter &painter, const QPolygonF &points, const QColor &colour) const;
    void paintName(QPainter &painter, const QString &text, QPointF right, const QColor &colour) const;
    void paintHere(QPainter &painter) const;

    std::vector<std::int64_t> m_feedForward; ///< by T − 1
    std::int64_t m_recurrent;
    int m_length = 5;
};

} // namespace unfold
