#pragma once
// The time axis: step numbers, the scrubber (press and drag), and below it, when zoomed in, an overview bar of the
// whole sequence whose window can be dragged.
#include "ui/accessibility/value_control.h"
#include "ui/document/document.h"

#include <QWidget>

#include <optional>

namespace unfold {

struct AxisLabel;

class TimeAxisBar final : public QWidget, public ValueControl
{
    Q_OBJECT

public:
    explicit TimeAxisBar(Document *document, QWidget *parent = nullptr);

    TimeAxis axis() const;
    std::vector<AxisLabel> labels() const;
    /// For a figure: the numbers alone.
    void hideControls();
    /// The track of the overview and the visible window in it; empty while the whole sequence is visible.
    QRectF overviewTrack() const;
    QRectF overviewThumb() const;

    double value() const override { return m_document->cursor().step; }
    double lowest() const override { return 1; }
    double highest() const override { return m_document->result()->steps(); }
    double smallestStep() const override { return 1; }
    void askFor(double value) override;
    QString valueText() const override;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    enum class Drag { None, Step, Window };
    void scrubTo(double x);
    void dragWindowTo(double x);
    bool inOverview(QPointF point) const;
    void updateHelp();
    void paintNumbers(QPainter &painter) const;
    void paintOverview(QPainter &painter) const;

    Document *m_document;
    bool m_controlsShown = true;
    Drag m_drag = Drag::None;
    double m_grip = 0; ///< Drag::Window: from the thumb's left edge to the mouse
};

} // namespace unfold
