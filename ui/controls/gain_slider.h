#pragma once
// The slider of the recurrent weight: a track in W's colour with a marked edge at 1.
//
// Mouse: press or drag anywhere on it, wheel ±0.01 (Shift: ±0.1). Keys: Up and Down ±0.01, R back to 1. Reached with
// Tab, it also takes Left and Right (±0.01), Page Up and Page Down (±0.1), Home and End; after a click these stay with
// time, so that a lecturer who has just dragged the weight can step on.
#include "ui/accessibility/value_control.h"
#include "ui/plot/gain_scale.h"

#include <QWidget>

#include <optional>

class QPainter;

namespace unfold {

class GainSlider : public QWidget, public ValueControl
{
    Q_OBJECT
    Q_PROPERTY(double gain READ gain NOTIFY gainShown)

public:
    explicit GainSlider(QWidget *parent = nullptr);

    double gain() const { return m_gain; }
    /// Shows the gain; emits nothing but gainShown.
    void setGain(double gain);
    /// The range and its place in px; held still while the mouse drags.
    GainScale scale() const;

    double value() const override { return m_gain; }
    double lowest() const override { return m_range.low; }
    double highest() const override { return m_range.high; }
    double smallestStep() const override;
    void askFor(double value) override { emit gainAsked(value); }
    QString valueText() const override;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void gainAsked(double gain); ///< the user wants this one
    void gainShown();
    void heldChanged(bool held); ///< the mouse took hold of it, or let go

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    std::optional<double> gainFor(const QKeyEvent *event) const;
    void askAt(double x);
    void hold(bool held);
    double stepped(double by) const;
    double trackY() const;
    void paintTrack(QPainter &painter) const;
    void paintLabels(QPainter &painter) const;
    void paintHandle(QPainter &painter) const;

    double m_gain = 1;
    GainScale m_range; ///< ends only
    bool m_dragging = false;
    bool m_byKeyboard = false; ///< focus came with Tab
    int m_wheel = 0; ///< eighths of a degree not yet used
};

} // namespace unfold
