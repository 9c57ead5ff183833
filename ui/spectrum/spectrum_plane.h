#pragma once
// The picture: eigenvalues with the unit circle, singular values beside; one eigenvalue is picked by mouse or keys.
#include "ui/spectrum/spectrum_layout.h"

#include <QColor>
#include <QString>
#include <QWidget>

namespace unfold {

class SpectrumPlane : public QWidget
{
    Q_OBJECT

public:
    explicit SpectrumPlane(QWidget *parent = nullptr);

    /// colour: of the matrix. gamma: the largest slope of the activation.
    void show(const FullSpectrum &spectrum, const QColor &colour, double gamma);
    const FullSpectrum &spectrum() const { return m_spectrum; }
    /// The eigenvalue pointed at; −1: the singular values are, or there is none.
    int picked() const { return m_picked; }
    SpectrumLayout layoutShapes() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void pickedChanged();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    void pick(int index);
    void paintPlane(QPainter &painter, const SpectrumLayout &layout) const;
    void paintPicked(QPainter &painter, const SpectrumLayout &layout) const;
    void paintBars(QPainter &painter, const SpectrumLayout &layout) const;

    FullSpectrum m_spectrum;
    QColor m_colour;
    double m_gamma = 1;
    int m_picked = -1;
};

} // namespace unfold
