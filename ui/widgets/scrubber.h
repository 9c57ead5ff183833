#pragma once
// The slider under an animation, from 0 to 1, with named marks and a button that plays. It moves only because the user
// drags, steps or plays it.
//
// Mouse: press or drag anywhere on the track; a mark's name goes to the mark. Keys, as the page passes them on: Space
// plays or pauses, Left and Right take a small step, Page Up and Page Down go to the mark before and the next one (as
// a presenter's remote does), Home and End to the ends.
#include "ui/accessibility/value_control.h"

#include <QElapsedTimer>
#include <QRectF>
#include <QTimer>
#include <QWidget>

#include <vector>

class QPainter;

namespace unfold {

class SoftButton;

/// A named phase.
struct ScrubberMark {
    double at = 0; ///< 0 … 1
    QString name;
    bool operator==(const ScrubberMark &) const = default;
};

class Scrubber : public QWidget, public ValueControl
{
    Q_OBJECT

public:
    static constexpr double step = 0.02; ///< of Left and Right

    /// name: what is scrubbed, for assistive technology. milliseconds: of one run from 0 to 1.
    Scrubber(const QString &name, int milliseconds, QWidget *parent = nullptr);

    double phase() const { return m_phase; }
    bool playing() const { return m_timer.isActive(); }
    const std::vector<ScrubberMark> &marks() const { return m_marks; }
    /// In the order of their places.
    void setMarks(const std::vector<ScrubberMark> &marks);
    /// px of a phase on the track.
    double xOf(double phase) const;
    /// Where the name of a mark stands; null where it has no room.
    QRectF nameBox(size_t mark) const;

    double value() const override { return m_phase; }
    double lowest() const override { return 0; }
    double highest() const override { return 1; }
    double smallestStep() const override { return step; }
    void askFor(double value) override { moveTo(value); }
    /// "42 %, the loop opens".
    QString valueText() const override;

    /// Whether the key is one of those above; does what it says.
    bool takesKey(int key) const;
    void pressKey(int key);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

public slots:
    /// At the end it begins again at the start.
    void play();
    void pause();
    void toggle();
    /// A hand on the scrubber: pauses. Cut to 0 … 1.
    void moveTo(double phase);
    /// What playing does in so much time; nothing while not playing.
    void advance(double milliseconds);

signals:
    void phaseChanged(double phase);
    void playingChanged();

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void setPhase(double phase);
    void moveToMark(bool next);
    void placeButton();
    void showPlaying();
    void paintTrack(QPainter &painter) const;
    void paintNames(QPainter &painter) const;
    int presentMark() const; ///< the last one reached; −1: none
    double trackY() const;

    SoftButton *m_play;
    QTimer m_timer;
    QElapsedTimer m_clock;
    int m_milliseconds;
    double m_phase = 0;
    std::vector<ScrubberMark> m_marks;
    bool m_dragging = false;
};

} // namespace unfold
