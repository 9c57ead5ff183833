#pragma once
// Paints the transition from the feed-forward to the recurrent network at one phase.
#include "ui/diagram/shared/diagram_labels.h"
#include "ui/layout/when_seen.h"
#include "ui/scenes/feedforward_to_rnn/layout.h"

#include <QWidget>

namespace unfold {

class DiagramPainter;

class FeedforwardToRnnView : public QWidget
{
    Q_OBJECT

public:
    /// circuit: an RNN with output; its sizes say how many neurons are drawn.
    explicit FeedforwardToRnnView(const Circuit &circuit, QWidget *parent = nullptr);

    double phase() const { return m_phase; }
    const FeedforwardToRnnPicture &picture() const { return m_picture; }
    /// What was laid out: the widget's size divided by the zoom.
    const FoldedInput &input() const { return m_input; }
    double zoom() const;
    QSize minimumSizeHint() const override;

public slots:
    void setPhase(double phase);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void rebuild();
    void paintMany(QPainter &painter) const;
    void paintFrames(QPainter &painter, DiagramPainter &draw);
    void paintNames(QPainter &painter, DiagramPainter &draw);
    void paintLines(QPainter &painter, DiagramPainter &draw);
    void paintLabels(QPainter &painter, DiagramPainter &draw);
    void paintCaptions(QPainter &painter) const;

    FoldedInput m_input;
    DiagramLabels m_labels;
    FeedforwardToRnnPicture m_picture;
    double m_phase = 0;
    WhenSeen m_otherRoom{this, [this] { rebuild(); }}; ///< of another size, or for other text
};

} // namespace unfold
