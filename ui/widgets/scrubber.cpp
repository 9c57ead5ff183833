#include "ui/widgets/scrubber.h"

#include "ui/accessibility/interfaces.h"
#include "ui/style/theme.h"
#include "ui/widgets/soft_button.h"
#include "ui/widgets/transport_icons.h"

#include <QFontMetricsF>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace unfold {
namespace {

constexpr int frame = 16; ///< ms
constexpr double longestFrame = 100; ///< ms; after a pause of the machine the picture goes on where it was
constexpr double samePhase = 1e-9;

double handleRadius()
{
    return 8.5 * Metrics::unit();
}

double trackHeight()
{
    return 5 * Metrics::unit();
}

QFont nameFont(bool present)
{
    return textFont(0.86, present ? QFont::DemiBold : QFont::Normal);
}

} // namespace

Scrubber::Scrubber(const QString &name, int milliseconds, QWidget *parent)
    : QWidget(parent)
    , m_play(new SoftButton(this))
    , m_milliseconds(milliseconds)
{
    installAccessibility();
    setAccessibleName(name);
    setToolTip(tr("<p>Drag to move through the animation, in both directions and as slowly as you like. Left and "
                  "Right: a small step. Page Up and Page Down: the mark before, the next mark.</p>"));
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_play->setObjectName(QStringLiteral("playMotion"));
    connect(m_play, &SoftButton::clicked, this, &Scrubber::toggle);
    m_timer.setInterval(frame);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, [this] { advance(static_cast<double>(m_clock.restart())); });
    showPlaying();
}

void Scrubber::setMarks(const std::vector<ScrubberMark> &marks)
{
    if (marks == m_marks)
        return;
    m_marks = marks;
    update();
}

QString Scrubber::valueText() const
{
    const QString percent = tr("%1 %").arg(std::lround(100 * m_phase));
    const int mark = presentMark();
    return mark < 0 ? percent : tr("%1, %2").arg(percent, m_marks[static_cast<size_t>(mark)].name);
}

// -- moving
// ------------------------------------------------------------------------------------------------------------

void Scrubber::setPhase(double phase)
{
    phase = std::clamp(phase, 0.0, 1.0);
    if (phase == m_phase)
        return;
    m_phase = phase;
    setAccessibleDescription(valueText());
    if (!playing()) // a screen reader would speak without end
        tellValue(this, phase);
    update();
    emit phaseChanged(phase);
}

void Scrubber::moveTo(double phase)
{
    pause();
    setPhase(phase);
}

void Scrubber::play()
{
    if (playing())
        return;
    if (m_phase >= 1)
        setPhase(0);
    m_clock.start();
    m_timer.start();
    showPlaying();
    emit playingChanged();
}

void Scrubber::pause()
{
    if (!playing())
        return;
    m_timer.stop();
    tellValue(this, m_phase);
    showPlaying();
    emit playingChanged();
}

void Scrubber::toggle()
{
    playing() ? pause() : play();
}

void Scrubber::advance(double milliseconds)
{
    if (!playing())
        return;
    setPhase(m_phase + std::min(milliseconds, longestFrame) / m_milliseconds);
    if (m_phase >= 1)
        pause();
}

int Scrubber::presentMark() const
{
    int present = -1;
    for (size_t i = 0; i < m_marks.size() && m_marks[i].at <= m_phase + samePhase; ++i)
        present = static_cast<int>(i);
    return present;
}

void Scrubber::moveToMark(bool next)
{
    double to = next ? 1 : 0;
    for (const ScrubberMark &mark : m_marks) {
        if (next && mark.at > m_phase + samePhase)
            to = std::min(to, mark.at);
        if (!next && mark.at < m_phase - samePhase)
            to = std::max(to, mark.at);
    }
    moveTo(to);
}

// -- mouse and keys
// ----------------------------------------------------------------------------------------------------

bool Scrubber::takesKey(int key) const
{
    switch (key) {
    case Qt::Key_Space:
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
    case Qt::Key_Home:
    case Qt::Key_End: return true;
    default: return false;
    }
}

void Scrubber::pressKey(int key)
{
    switch (key) {
    case Qt::Key_Space: toggle(); break;
    case Qt::Key_Left: moveTo(m_phase - step); break;
    case Qt::Key_Right: moveTo(m_phase + step); break;
    case Qt::Key_PageUp: moveToMark(false); break;
    case Qt::Key_PageDown: moveToMark(true); break;
    case Qt::Key_Home: moveTo(0); break;
    case Qt::Key_End: moveTo(1); break;
    default: break;
    }
}

bool Scrubber::event(QEvent *event)
{
    // Before they are anybody's shortcut.
    if (event->type() == QEvent::ShortcutOverride && takesKey(static_cast<QKeyEvent *>(event)->key())) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void Scrubber::keyPressEvent(QKeyEvent *event)
{
    if (takesKey(event->key()))
        pressKey(event->key());
    else
        QWidget::keyPressEvent(event);
}

void Scrubber::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    for (size_t i = 0; i < m_marks.size(); ++i)
        if (nameBox(i).contains(event->position()))
            return moveTo(m_marks[i].at);
    m_dragging = true;
    mouseMoveEvent(event);
}

void Scrubber::mouseMoveEvent(QMouseEvent *event)
{
    if (m_dragging)
        moveTo((event->position().x() - xOf(0)) / (xOf(1) - xOf(0)));
}

void Scrubber::mouseReleaseEvent(QMouseEvent *)
{
    m_dragging = false;
}

// -- geometry
// ----------------------------------------------------------------------------------------------------------

QSize Scrubber::sizeHint() const
{
    const double names = QFontMetricsF(nameFont(true)).height();
    const double height = std::max<double>(m_play->sizeHint().height(), 2 * handleRadius() + 6) + names + 4;
    return {480, static_cast<int>(std::ceil(height))};
}

QSize Scrubber::minimumSizeHint() const
{
    return {240, sizeHint().height()};
}

double Scrubber::trackY() const
{
    return m_play->geometry().center().y() + 0.5;
}

double Scrubber::xOf(double phase) const
{
    const double left = m_play->geometry().right() + Metrics::gap + handleRadius();
    const double right = width() - handleRadius() - 2;
    return left + phase * (right - left);
}

/// The last name has its room in any case.
QRectF Scrubber::nameBox(size_t mark) const
{
    const QFontMetricsF metrics(nameFont(true));
    const auto wide = [&](size_t i) { return metrics.horizontalAdvance(m_marks[i].name); };
    const double begin = xOf(0) - handleRadius();
    const double end = xOf(1) + handleRadius();
    const auto leftOf = [&](size_t i) { return std::clamp(xOf(m_marks[i].at) - wide(i) / 2, begin, end - wide(i)); };
    const size_t last = m_marks.size() - 1;
    double taken = begin;
    for (size_t i = 0; i <= mark; ++i) {
        const double left = leftOf(i);
        const bool room = i == last || (left >= taken - 0.5 && left + wide(i) + Metrics::gap <= leftOf(last) + 0.5);
        if (i == mark)
            return room ? QRectF(left, m_play->geometry().bottom() + 3, wide(i), metrics.height()) : QRectF();
        if (room)
            taken = left + wide(i) + Metrics::gap;
    }
    return {};
}

void Scrubber::placeButton()
{
    m_play->setGeometry(QRect(QPoint(0, 1), m_play->sizeHint()));
}

void Scrubber::resizeEvent(QResizeEvent *)
{
    placeButton();
}

void Scrubber::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        placeButton();
        updateGeometry();
    }
}

// -- painting
// ----------------------------------------------------------------------------------------------------------

void Scrubber::showPlaying()
{
    m_play->setIconPath(playing() ? icons::pause() : icons::play());
    m_play->setAccessibleName(playing() ? tr("Pause") : tr("Play"));
    m_play->setToolTip(playing() ? tr("<p>Stops here. Key: Space.</p>")
                                 : tr("<p>Plays the animation to its end; at the end, from the start. Key: "
                                      "Space.</p>"));
}

void Scrubber::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintTrack(painter);
    paintNames(painter);
    const Theme &theme = themeOf(this);
    const QPointF at(xOf(m_phase), trackY());
    const double line = 2.5 * Metrics::unit();
    painter.setBrush(theme.card);
    painter.setPen(QPen(theme.text, line));
    painter.drawEllipse(at, handleRadius() - line / 2, handleRadius() - line / 2);
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(theme.cursorLine, 2));
        painter.drawEllipse(at, handleRadius() + 1, handleRadius() + 1);
    }
}

void Scrubber::paintTrack(QPainter &painter) const
{
    const Theme &theme = themeOf(this);
    const double high = trackHeight();
    const auto bar = [&](double to, const QColor &colour) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        painter.drawRoundedRect(QRectF(xOf(0), trackY() - high / 2, xOf(to) - xOf(0), high), high / 2, high / 2);
    };
    bar(1, theme.grid);
    bar(m_phase, theme.muted);
    painter.setPen(QPen(theme.text, 1.6 * Metrics::unit(), Qt::SolidLine, Qt::FlatCap));
    for (const ScrubberMark &mark : m_marks) {
        const double x = std::round(xOf(mark.at)) + 0.5;
        painter.drawLine(QPointF(x, trackY() - handleRadius() + 2), QPointF(x, trackY() + handleRadius() - 2));
    }
}

void Scrubber::paintNames(QPainter &painter) const
{
    const Theme &theme = themeOf(this);
    const int present = presentMark();
    for (size_t i = 0; i < m_marks.size(); ++i) {
        const QRectF box = nameBox(i);
        if (box.isNull())
            continue;
        const bool here = static_cast<int>(i) == present;
        painter.setFont(nameFont(here));
        painter.setPen(here ? theme.text : theme.muted);
        painter.drawText(box, Qt::AlignCenter | Qt::TextDontClip, m_marks[i].name);
    }
}

} // namespace unfold
