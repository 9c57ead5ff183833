#pragma once
// Plays a pass: the forward pass from left to right, the backward pass from right to left. It stops at the end of the
// pass and never starts by itself.
#include "ui/document/cursor.h"

#include <QObject>
#include <QTimer>

namespace unfold {

class Document;

/// Steps along a pass: the forward pass runs 1 … T, the backward pass T … 1.
int firstStepOf(Pass pass, int steps);
int lastStepOf(Pass pass, int steps);
/// The step of the cursor after the computation has gone on by `count` steps; back where count < 0. Cut to 1 … T.
int stepAfter(const Cursor &cursor, int count, int steps);

class Player : public QObject
{
    Q_OBJECT

public:
    static constexpr double slowest = 0.5; ///< steps per second
    static constexpr double fastest = 30;

    explicit Player(Document *document, QObject *parent = nullptr);

    bool playing() const { return m_playing; }
    double speed() const { return m_speed; } ///< steps per second
    bool atEnd() const;

public slots:
    /// At the end of the pass it begins again at the start.
    void play();
    void pause();
    void toggle();
    void setSpeed(double stepsPerSecond); ///< cut to slowest … fastest
    void tick(); ///< what the timer does; nothing while not playing

signals:
    void playingChanged();
    void speedChanged();

private:
    void setPlaying(bool playing);
    void pauseAtEnd();

    Document *m_document;
    QTimer m_timer;
    bool m_playing = false;
    double m_speed = 4;
};

} // namespace unfold
