#include "ui/controls/gain_slider.h"

#include "ui/accessibility/interfaces.h"
#include "ui/style/number_text.h"
#include "ui/style/theme.h"

#include <QFontMetricsF>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QWheelEvent>

#include <cmath>

namespace unfold {
namespace {

constexpr double smallStep = 0.01;
constexpr double largeStep = 0.1;
constexpr int wheelNotch = 120;

double handleRadius()
{
    return 8.5 * Metrics::unit();
}

double trackHeight()
{
    return 5 * Metrics::unit();
}

QFont labelFont()
{
    return textFont(0.82);
}

double labelHeight()
{
    return QFontMetricsF(labelFont()).height();
}

} // namespace

GainSlider::GainSlider(QWidget *parent)
    : QWidget(parent)
{
    installAccessibility();
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setCursor(Qt::PointingHandCursor);
}

void GainSlider::setGain(double gain)
{
    if (!m_dragging) // under a moving hand the scale stands still
        m_range = GainScale::holding(gain);
    const bool other = gain != m_gain;
    m_gain = gain;
    setAccessibleDescription(tr("%1; the edge is at 1").arg(numberText(gain)));
    update();
    if (other)
        tellValue(this, gain);
    emit gainShown();
}

GainScale GainSlider::scale() const
{
    GainScale scale = m_range;
    scale.left = handleRadius() + 1;
    scale.right = width() - handleRadius() - 1;
    return scale;
}

QSize GainSlider::sizeHint() const
{
    return {220, static_cast<int>(std::ceil(2 * handleRadius() + 6 + labelHeight() + 2))};
}

QSize GainSlider::minimumSizeHint() const
{
    return {120, sizeHint().height()};
}

double GainSlider::trackY() const
{
    return handleRadius() + 3;
}

double GainSlider::smallestStep() const
{
    return smallStep;
}

QString GainSlider::valueText() const
{
    return numberText(m_gain);
}

// -- asking
// ------------------------------------------------------------------------------------------------------------

double GainSlider::stepped(double by) const
{
    return std::round((m_gain + by) * 100) / 100;
}

void GainSlider::askAt(double x)
{
    emit gainAsked(scale().gainAt(x));
}

void GainSlider::hold(bool held)
{
    if (held == m_dragging)
        return;
    m_dragging = held;
    emit heldChanged(held);
}

void GainSlider::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    hold(true);
    askAt(event->position().x());
}

void GainSlider::mouseMoveEvent(QMouseEvent *event)
{
    if (m_dragging)
        askAt(event->position().x());
}

void GainSlider::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    hold(false);
    setGain(m_gain);
}

void GainSlider::wheelEvent(QWheelEvent *event)
{
    m_wheel += event->angleDelta().y() != 0 ? event->angleDelta().y() : event->angleDelta().x();
    const int notches = m_wheel / wheelNotch;
    m_wheel -= notches * wheelNotch;
    const double step = event->modifiers() & Qt::ShiftModifier ? largeStep : smallStep;
    if (notches != 0)
        emit gainAsked(stepped(notches * step));
    event->accept();
}

std::optional<double> GainSlider::gainFor(const QKeyEvent *event) const
{
    if (event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier))
        return std::nullopt;
    switch (event->key()) {
    case Qt::Key_Up: return stepped(smallStep);
    case Qt::Key_Down: return stepped(-smallStep);
    case Qt::Key_R: return GainScale::edge;
    default: break;
    }
    if (!m_byKeyboard)
        return std::nullopt;
    switch (event->key()) {
    case Qt::Key_Right: return stepped(smallStep);
    case Qt::Key_Left: return stepped(-smallStep);
    case Qt::Key_PageUp: return stepped(largeStep);
    case Qt::Key_PageDown: return stepped(-largeStep);
    case Qt::Key_Home: return m_range.low;
    case Qt::Key_End: return m_range.high;
    default: return std::nullopt;
    }
}

bool GainSlider::event(QEvent *event)
{
    // The keys named above are the slider's before they are anybody's shortcut.
    if (event->type() == QEvent::ShortcutOverride && gainFor(static_cast<QKeyEvent *>(event))) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void GainSlider::keyPressEvent(QKeyEvent *event)
{
    if (const auto gain = gainFor(event))
        emit gainAsked(*gain);
    else
        QWidget::keyPressEvent(event);
}

void GainSlider::focusInEvent(QFocusEvent *event)
{
    if (event->reason() != Qt::ActiveWindowFocusReason) // then it comes back as it was
        m_byKeyboard = event->reason() != Qt::MouseFocusReason;
    QWidget::focusInEvent(event);
}

void GainSlider::focusOutEvent(QFocusEvent *event)
{
    hold(false);
    QWidget::focusOutEvent(event);
}

// -- painting
// ----------------------------------------------------------------------------------------------------------

void GainSlider::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintTrack(painter);
    paintLabels(painter);
    paintHandle(painter);
}

void GainSlider::paintTrack(QPainter &painter) const
{
    const Theme &theme = themeOf(this);
    const GainScale s = scale();
    const double y = trackY();
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.grid);
    painter.drawRoundedRect(
        QRectF(s.left, y - trackHeight() / 2, s.right - s.left, trackHeight()), trackHeight() / 2, trackHeight() / 2);
    const double zero = s.x(0);
    const double here = s.x(m_gain);
    painter.setBrush(isEnabled() ? theme.recurrentParameter : theme.notComputed);
    painter.drawRoundedRect(QRectF(std::min(zero, here), y - trackHeight() / 2, std::abs(here - zero), trackHeight()),
        trackHeight() / 2, trackHeight() / 2);
    const double edge = std::round(s.x(GainScale::edge)) + 0.5;
    painter.setPen(QPen(theme.text, 1.6 * Metrics::unit(), Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(QPointF(edge, y - handleRadius() - 1), QPointF(edge, y + handleRadius() + 2));
}

void GainSlider::paintLabels(QPainter &painter) const
{
    const Theme &theme = themeOf(this);
    const GainScale s = scale();
    const double top = 2 * handleRadius() + 7;
    const QRectF line(0, top, width(), labelHeight());
    painter.setFont(labelFont());
    painter.setPen(theme.muted);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, numberText(s.low));
    painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, numberText(s.high));
    const QRectF around(s.x(GainScale::edge) - 40 * Metrics::unit(), top, 80 * Metrics::unit(), labelHeight());
    painter.setPen(theme.text);
    painter.drawText(around, Qt::AlignHCenter | Qt::AlignVCenter, numberText(GainScale::edge));
    if (s.low < 0) {
        painter.setPen(theme.muted);
        painter.drawText(QRectF(s.x(0) - 40 * Metrics::unit(), top, 80 * Metrics::unit(), labelHeight()),
            Qt::AlignHCenter | Qt::AlignVCenter, numberText(0));
    }
}

void GainSlider::paintHandle(QPainter &painter) const
{
    const Theme &theme = themeOf(this);
    const GainScale s = scale();
    const QPointF at(s.x(m_gain), trackY());
    const QColor colour = isEnabled() ? theme.recurrentParameter : theme.notComputed;
    painter.setBrush(theme.card);
    painter.setPen(QPen(colour, 2.5 * Metrics::unit()));
    if (!s.beyondLow(m_gain) && !s.beyondHigh(m_gain)) {
        painter.drawEllipse(at, handleRadius() - 1.25 * Metrics::unit(), handleRadius() - 1.25 * Metrics::unit());
    } else { // further out than the slider reaches: an arrow that points there
        const double d = s.beyondHigh(m_gain) ? 1 : -1;
        QPainterPath arrow(at + QPointF(d * (handleRadius() - 1), 0));
        arrow.lineTo(at + QPointF(-d * (handleRadius() - 2), -handleRadius() + 1));
        arrow.lineTo(at + QPointF(-d * (handleRadius() - 2), handleRadius() - 1));
        arrow.closeSubpath();
        painter.drawPath(arrow);
    }
    if (hasFocus() && m_byKeyboard) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(theme.cursorLine, 2));
        painter.drawEllipse(at, handleRadius() + 1.5, handleRadius() + 1.5);
    }
}

} // namespace unfold
