#include "ui/window/projector.h"

#include "ui/controls/player.h"
#include "ui/controls/transport_bar.h"
#include "ui/document/document.h"
#include "ui/widgets/typing_guard.h"
#include "ui/window/text_zoom.h"

#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QScreen>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <utility>

namespace unfold {
namespace {

// What the back row can read is a share of the screen's height, whatever its number of pixels.
constexpr double factor = 1.4; ///< of the user's size of text, on a screen of `factorHeight`
constexpr double factorHeight = 720; ///< px
constexpr auto patience = std::chrono::milliseconds(400); ///< with a window manager that leaves the size as it is
constexpr auto settling = std::chrono::milliseconds(15);
constexpr auto aPicture = std::chrono::milliseconds(16); ///< from one part of a change to the next
constexpr int mostTries = 30;
constexpr int mostOfHeight = 33; ///< no letter is taller than this part of the screen: more leaves no room for views

double factorOn(const QScreen *screen)
{
    return factor * std::max(1.0, screen->geometry().height() / factorHeight);
}

} // namespace

Projector::Projector(Document *document, const ProjectedParts &parts, QObject *parent)
    : QObject(parent)
    , m_document(document)
    , m_parts(parts)
{
    connect(parts.projected, &QAction::toggled, this, [this](bool on) { on ? enter() : leave(); });
    m_comingBack.setSingleShot(true);
    m_comingBack.setInterval(aPicture);
    connect(&m_comingBack, &QTimer::timeout, this, &Projector::comeBack);
    m_finishing.setSingleShot(true);
    connect(&m_finishing, &QTimer::timeout, this, &Projector::finishChange);
    qApp->installEventFilter(this); // keys reach it wherever the focus is
}

Projector::Before Projector::present() const
{
    Before now{m_parts.window->windowState(), m_parts.window->geometry(), m_parts.leftShown->isChecked(),
        m_parts.rightShown->isChecked(), {}, {}, QApplication::focusWidget()};
    for (QWidget *widget : m_parts.unneeded)
        if (!widget->isHidden())
            now.shown.append(widget);
    for (QSplitter *splitter : m_parts.window->findChildren<QSplitter *>())
        now.splitters.append({splitter, splitter->sizes()});
    return now;
}

void Projector::enter()
{
    if (m_comingBack.isActive())
        m_comingBack.stop(); // all but the type is still as the audience sees it
    else
        hideUnneeded();
    m_change = Change::ToScreen;
    m_parts.window->setWindowState(m_before.state | Qt::WindowFullScreen);
    m_finishing.start(patience);
}

void Projector::hideUnneeded()
{
    m_before = present();
    if (m_before.focus)
        m_before.focus->clearFocus(); // keys are for stepping now
    for (QWidget *widget : m_parts.unneeded)
        widget->hide();
    m_parts.leftShown->setChecked(true);
    m_parts.rightShown->setChecked(false);
    // The type grows once the window has the whole screen: larger type asks for a larger window, and to ask for both
    // at once makes window managers refuse the one or the other.
    const QScreen *screen = m_parts.window->screen();
    m_parts.text->magnify(1, screen->geometry().height() / mostOfHeight);
    QApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
}

/// The type first: whatever is shown after it is laid out once. The rest a picture later.
void Projector::leave()
{
    m_finishing.stop();
    m_change = Change::None;
    m_parts.text->restore();
    m_comingBack.start();
}

void Projector::comeBack()
{
    m_comingBack.stop();
    for (const QPointer<QWidget> &widget : m_before.shown)
        if (widget)
            widget->show();
    m_parts.leftShown->setChecked(m_before.leftShown);
    m_parts.rightShown->setChecked(m_before.rightShown);
    QApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest); // now the window may be as small as it was
    m_change = Change::Back;
    m_parts.window->setWindowState(m_before.state);
    restoreSplitters(1);
    m_finishing.start(patience);
    if (m_before.focus)
        m_before.focus->setFocus();
}

/// The window has its new size, or will not get one.
void Projector::finishChange()
{
    const Change change = std::exchange(m_change, Change::None);
    if (change == Change::ToScreen) {
        const QScreen *screen = m_parts.window->screen();
        m_parts.text->magnify(factorOn(screen), screen->geometry().height() / mostOfHeight);
        QList<int> sizes = m_parts.columns->sizes();
        sizes.last() = sizes.first(); // the hidden one, if it is asked for: as much wider as the text is larger
        m_parts.columns->setSizes(sizes);
    } else if (change == Change::Back) {
        // Where a layout still had room for larger type, the window came back larger than it was.
        if (!(m_before.state & (Qt::WindowMaximized | Qt::WindowFullScreen)))
            m_parts.window->resize(m_before.geometry.size());
        restoreSplitters(mostTries);
    }
}

/// Labels ask for their new room one after the other: again until the columns can be as narrow as they were.
void Projector::restoreSplitters(int tries)
{
    if (m_parts.projected->isChecked())
        return;
    bool restored = true;
    for (const Sizes &before : m_before.splitters)
        if (before.splitter) {
            before.splitter->setSizes(before.sizes);
            restored &= before.splitter->sizes() == before.sizes;
        }
    if (!restored && tries > 1)
        QTimer::singleShot(settling, this, [this, tries] { restoreSplitters(tries - 1); });
}

void Projector::stepOn()
{
    const Cursor &cursor = m_document->cursor();
    const bool atEnd = cursor.step == lastStepOf(cursor.pass, m_document->result()->steps());
    if (cursor.pass == Pass::Forward && atEnd && m_document->result()->trace->hasGradient)
        m_parts.transport->turnTo(Pass::Backward);
    else
        m_parts.transport->advanceBy(1);
}

void Projector::stepBack()
{
    const Cursor &cursor = m_document->cursor();
    const bool atStart = cursor.step == firstStepOf(cursor.pass, m_document->result()->steps());
    if (cursor.pass == Pass::Backward && atStart)
        m_parts.transport->turnTo(Pass::Forward);
    else
        m_parts.transport->advanceBy(-1);
}

bool Projector::isOurs(const QObject *watched, const QKeyEvent &event) const
{
    const int key = event.key();
    if (key != Qt::Key_PageUp && key != Qt::Key_PageDown && key != Qt::Key_Escape)
        return false;
    const auto *widget = qobject_cast<const QWidget *>(watched);
    return widget && widget->window() == m_parts.window && m_parts.projected->isChecked()
        && event.modifiers() == Qt::NoModifier && !QApplication::activePopupWidget()
        && !takesText(QApplication::focusWidget());
}

void Projector::act(int key)
{
    if (key == Qt::Key_PageDown)
        stepOn();
    else if (key == Qt::Key_PageUp)
        stepBack();
    else
        m_parts.projected->setChecked(false);
}

bool Projector::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::ShortcutOverride:
        if (!isOurs(watched, *static_cast<QKeyEvent *>(event)))
            return false;
        event->accept(); // neither an action of the same key nor the focused slider
        return true;
    case QEvent::KeyPress:
        if (!isOurs(watched, *static_cast<QKeyEvent *>(event)))
            return false;
        act(static_cast<QKeyEvent *>(event)->key());
        return true;
    case QEvent::Resize:
        if (watched == m_parts.window && m_change != Change::None) // what is in the window is resized first
            m_finishing.start(aPicture);
        return false;
    case QEvent::WindowStateChange: // the desktop can end a full screen too
        if (watched == m_parts.window && !m_parts.window->isFullScreen() && !m_parts.window->isMinimized())
            m_parts.projected->setChecked(false);
        return false;
    case QEvent::Close: // what the window remembers is how it is without a projector
        if (watched == m_parts.window && (m_parts.projected->isChecked() || m_comingBack.isActive())) {
            m_parts.projected->setChecked(false);
            comeBack();
            if (m_before.state == Qt::WindowNoState)
                m_parts.window->setGeometry(m_before.geometry); // no time to wait for the window manager
        }
        return false;
    default: return false;
    }
}

} // namespace unfold
