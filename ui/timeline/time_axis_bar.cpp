#include "ui/timeline/time_axis_bar.h"

#include "ui/accessibility/interfaces.h"
#include "ui/plot/axis_labels.h"
#include "ui/plot/time_axis.h"
#include "ui/style/focus_ring.h"
#include "ui/style/text_width.h"
#include "ui/style/theme.h"

#include <QEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace unfold {
namespace {

constexpr double numberFactor = 0.86;
constexpr int pageSteps = 10;
constexpr int trackHeight = 6;
constexpr int trackReach = 4; ///< px around the track in which it can be grasped
constexpr double narrowestThumb = 16;

int numberHeight()
{
    return QFontMetrics(textFont(numberFactor)).height();
}

} // namespace

TimeAxisBar::TimeAxisBar(Document *document, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
{
    installAccessibility();
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Time axis"));
    setToolTip(tr(
        "Drag to move through time. Arrow keys, Page Up, Page Down, Home and End do so too. Ctrl and the wheel zoom; "
        "a double click shows the whole sequence."));
    for (const auto signal : {&Document::resultChanged, &Document::cursorChanged, &Document::timeWindowChanged})
        connect(m_document, signal, this, &TimeAxisBar::updateHelp);
    connect(m_document, &Document::cursorChanged, this, [this] { tellValue(this, value()); });
    updateHelp();
}

void TimeAxisBar::updateHelp()
{
    setAccessibleDescription(valueText());
    update();
}

void TimeAxisBar::askFor(double value)
{
    m_document->setStep(static_cast<int>(std::lround(value)));
}

QString TimeAxisBar::valueText() const
{
    return tr("step %1 of %2").arg(m_document->cursor().step).arg(m_document->result()->steps());
}

TimeAxis TimeAxisBar::axis() const
{
    return timeAxisOf(this, m_document->timeWindow());
}

std::vector<AxisLabel> TimeAxisBar::labels() const
{
    // Measured bold: the present step's number is.
    const QFont font = textFont(numberFactor, QFont::Bold);
    const int gap = QFontMetrics(font).averageCharWidth();
    return axisLabels(axis(), m_document->result()->steps(), m_document->cursor().step,
        [&](int step) { return textWidth(font, QString::number(step)) + gap; });
}

QRectF TimeAxisBar::overviewTrack() const
{
    const TimeAxis a = axis();
    if (!m_controlsShown || a.window.span() > m_document->result()->steps() - 1e-6)
        return {};
    return {
        a.left, static_cast<double>(height() - trackHeight - 3), a.right - a.left, static_cast<double>(trackHeight)};
}

QRectF TimeAxisBar::overviewThumb() const
{
    const QRectF track = overviewTrack();
    if (track.isEmpty())
        return {};
    const TimeAxis whole{TimeWindow::all(m_document->result()->steps()), track.left(), track.right()};
    QRectF thumb = track;
    const double width = std::max(narrowestThumb, whole.pitch() * m_document->timeWindow().span());
    thumb.setLeft(std::min(whole.x(m_document->timeWindow().from), track.right() - width));
    thumb.setWidth(width);
    return thumb;
}

void TimeAxisBar::hideControls()
{
    m_controlsShown = false;
    updateGeometry();
    update();
}

QSize TimeAxisBar::sizeHint() const
{
    return {200, numberHeight() + 8 + (m_controlsShown ? trackHeight + 4 : 0)};
}

QSize TimeAxisBar::minimumSizeHint() const
{
    return {80, sizeHint().height()};
}

// -- painting
// ----------------------------------------------------------------------------------------------------------

void TimeAxisBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintNumbers(painter);
    paintOverview(painter);
    if (hasFocus())
        paintFocusRing(painter, QRectF(rect()).adjusted(2, 0, -2, 0), themeOf(this), 4);
}

void TimeAxisBar::paintNumbers(QPainter &painter) const
{
    const Theme &theme = themeOf(this);
    const int line = numberHeight();
    constexpr int apart = 6;
    const double unitLeft = width() - 6 - apart - QFontMetrics(textFont(numberFactor)).horizontalAdvance(u't');
    const auto write = [&](double x, const QString &text, bool present) {
        painter.setFont(textFont(numberFactor, present ? QFont::Bold : QFont::Normal));
        painter.setPen(present ? theme.text : theme.muted);
        const double half = painter.fontMetrics().horizontalAdvance(text) / 2.0 + 2;
        const double middle = std::min(x, unitLeft - half); // the last number makes room for the t
        const QRectF box(middle - half, 4, 2 * half, line);
        if (present) { // its own ground: the cursor line ends here
            painter.fillRect(box, theme.cursorBand);
            painter.setPen(theme.text);
        }
        painter.drawText(box, Qt::AlignCenter, text);
    };
    for (const AxisLabel &label : labels())
        write(label.x, QString::number(label.step), label.present);
    painter.setFont(textFont(numberFactor));
    painter.setPen(theme.muted);
    painter.drawText(QRectF(axis().right, 4, width() - axis().right - 6, line), Qt::AlignRight | Qt::AlignVCenter,
        QStringLiteral("t"));
}

void TimeAxisBar::paintOverview(QPainter &painter) const
{
    const QRectF track = overviewTrack();
    if (track.isEmpty())
        return;
    const Theme &theme = themeOf(this);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.grid);
    painter.drawRoundedRect(track, trackHeight / 2.0, trackHeight / 2.0);
    painter.setBrush(theme.muted);
    painter.drawRoundedRect(overviewThumb(), trackHeight / 2.0, trackHeight / 2.0);
    const TimeAxis whole{TimeWindow::all(m_document->result()->steps()), track.left(), track.right()};
    painter.fillRect(
        QRectF(whole.x(m_document->cursor().step) - 1, track.top() - 2, 2, trackHeight + 4), theme.cursorLine);
}

void TimeAxisBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateGeometry();
}

// -- mouse and keys
// ----------------------------------------------------------------------------------------------------

bool TimeAxisBar::inOverview(QPointF point) const
{
    return overviewTrack().adjusted(0, -trackReach, 0, trackReach).contains(point);
}

void TimeAxisBar::scrubTo(double x)
{
    m_document->setStep(static_cast<int>(std::lround(axis().stepAt(x))));
}

void TimeAxisBar::dragWindowTo(double x)
{
    const QRectF track = overviewTrack();
    const TimeAxis whole{TimeWindow::all(m_document->result()->steps()), track.left(), track.right()};
    const TimeWindow &window = m_document->timeWindow();
    m_document->setTimeWindow(
        window.shifted(whole.stepAt(x - m_grip) - window.from).clamped(m_document->result()->steps()));
}

void TimeAxisBar::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const QPointF at = event->position();
    if (!inOverview(at)) {
        m_drag = Drag::Step;
        scrubTo(at.x());
        return;
    }
    m_drag = Drag::Window;
    const QRectF thumb = overviewThumb();
    const bool grasped = at.x() >= thumb.left() && at.x() <= thumb.right();
    m_grip = grasped ? at.x() - thumb.left() : thumb.width() / 2;
    dragWindowTo(at.x());
}

void TimeAxisBar::mouseMoveEvent(QMouseEvent *event)
{
    if (m_drag == Drag::Step)
        scrubTo(event->position().x());
    else if (m_drag == Drag::Window)
        dragWindowTo(event->position().x());
}

void TimeAxisBar::mouseReleaseEvent(QMouseEvent *)
{
    m_drag = Drag::None;
}

void TimeAxisBar::mouseDoubleClickEvent(QMouseEvent *)
{
    m_document->setTimeWindow(TimeWindow::all(m_document->result()->steps()));
}

void TimeAxisBar::keyPressEvent(QKeyEvent *event)
{
    const int step = m_document->cursor().step;
    switch (event->key()) {
    case Qt::Key_Left: m_document->setStep(step - 1); break;
    case Qt::Key_Right: m_document->setStep(step + 1); break;
    case Qt::Key_PageUp: m_document->setStep(step - pageSteps); break;
    case Qt::Key_PageDown: m_document->setStep(step + pageSteps); break;
    case Qt::Key_Home: m_document->setStep(1); break;
    case Qt::Key_End: m_document->setStep(m_document->result()->steps()); break;
    default: QWidget::keyPressEvent(event);
    }
}

} // namespace unfold
