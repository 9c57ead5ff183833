#include "ui/controls/player.h"

#include "ui/document/document.h"

#include <algorithm>
#include <cmath>

namespace unfold {

int firstStepOf(Pass pass, int steps)
{
    return pass == Pass::Forward ? 1 : steps;
}

int lastStepOf(Pass pass, int steps)
{
    return pass == Pass::Forward ? steps : 1;
}

int stepAfter(const Cursor &cursor, int count, int steps)
{
    return std::clamp(cursor.step + (cursor.pass == Pass::Forward ? count : -count), 1, steps);
}

Player::Player(Document *document, QObject *parent)
    : QObject(parent)
    , m_document(document)
{
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &Player::tick);
    connect(m_document, &Document::cursorChanged, this, &Player::pauseAtEnd);
    setSpeed(m_speed);
}

bool Player::atEnd() const
{
    const Cursor &cursor = m_document->cursor();
    return cursor.step == lastStepOf(cursor.pass, m_document->result()->steps());
}

void Player::play()
{
    if (m_playing)
        return;
    if (atEnd())
        m_document->setStep(firstStepOf(m_document->cursor().pass, m_document->result()->steps()));
    if (!atEnd()) // a sequence of one step has nothing to play
        setPlaying(true);
}

void Player::pause()
{
    if (m_playing)
        setPlaying(false);
}

void Player::toggle()
{
    m_playing ? pause() : play();
}

void Player::setSpeed(double stepsPerSecond)
{
    m_speed = std::clamp(stepsPerSecond, slowest, fastest);
    m_timer.setInterval(static_cast<int>(std::lround(1000 / m_speed)));
    m_document->setPace(m_playing ? m_speed : 0);
    emit speedChanged();
}

void Player::tick()
{
    if (m_playing)
        m_document->setStep(stepAfter(m_document->cursor(), 1, m_document->result()->steps()));
}

void Player::setPlaying(bool playing)
{
    m_playing = playing;
    m_document->setPace(playing ? m_speed : 0);
    playing ? m_timer.start() : m_timer.stop();
    emit playingChanged();
}

void Player::pauseAtEnd()
{
    if (m_playing && atEnd())
        setPlaying(false);
}

} // namespace unfold
