#include "ui/accessibility/keyboard_navigator.h"

#include "ui/accessibility/focus_overlay.h"
#include "ui/accessibility/interfaces.h"
#include "ui/document/document.h"

#include <QFocusEvent>
#include <QKeyEvent>
#include <QWidget>

namespace unfold {
namespace {
constexpr int settled = 300; ///< ms without a change, after which every name that was asked for is told anew
}

KeyboardNavigator::KeyboardNavigator(Walkable *what, Document *document, QWidget *view)
    : QObject(view)
    , m_what(what)
    , m_document(document)
    , m_overlay(new FocusOverlay(this))
{
    installAccessibility();
    m_late.setSingleShot(true);
    connect(&m_late, &QTimer::timeout, this, [this] {
        if (m_walking)
            show();
    });
    m_names.setSingleShot(true);
    connect(&m_names, &QTimer::timeout, this, [this] { tellNames(this->view()); });
    view->setFocusPolicy(Qt::StrongFocus);
    view->installEventFilter(this);
    for (const auto signal :
        {&Document::cursorChanged, &Document::resultChanged, &Document::timeWindowChanged, &Document::jacobianChanged})
        connect(document, signal, this, &KeyboardNavigator::follow);
}

QWidget *KeyboardNavigator::view() const
{
    return static_cast<QWidget *>(parent());
}

// -- where the keys stand
// ----------------------------------------------------------------------------------------------

WalkPlace KeyboardNavigator::current() const
{
    const int step = m_what->stepsInSight().last == 0 ? 0 : m_what->nameOfStep(m_document->cursor().step);
    const int rows = m_what->rowCount();
    const int wanted = m_row < 0 ? m_what->firstRow() : std::min(m_row, rows - 1);
    // What is not there at this step makes way for its neighbour, and is gone back to where it is there again.
    for (int apart = 0; apart < rows; ++apart)
        for (const int row : {wanted - apart, wanted + apart})
            if (row >= 0 && row < rows && m_what->exists({row, step})
                && m_what->isArrow(row) == m_what->isArrow(wanted))
                return {row, step};
    return {-1, step};
}

bool KeyboardNavigator::selected(WalkPlace place) const
{
    const ElementRef &selection = m_document->cursor().selection;
    return place.row >= 0 && selection.kind != ElementRef::Kind::None && selection == m_what->openedAt(place);
}

const std::vector<WalkPlace> &KeyboardNavigator::places() const
{
    if (!m_places.empty())
        return m_places;
    const StepRange steps = m_what->stepsInSight();
    const int rows = m_what->rowCount();
    int column = -1;
    for (int step = steps.first; step <= steps.last; ++step) {
        if (m_what->nameOfStep(step) == column)
            continue;
        column = m_what->nameOfStep(step);
        for (int row = 0; row < rows; ++row)
            if (m_what->exists({row, column}))
                m_places.push_back({row, column});
    }
    return m_places;
}

// -- going
// -------------------------------------------------------------------------------------------------------------

void KeyboardNavigator::goTo(WalkPlace place)
{
    m_row = place.row;
    if (place.step > 0 && place.step != m_what->nameOfStep(m_document->cursor().step))
        m_document->setStep(place.step);
    start();
}

void KeyboardNavigator::open(WalkPlace place)
{
    if (place.row >= 0)
        m_document->select(m_what->openedAt(place));
}

void KeyboardNavigator::move(int rows, bool arrows)
{
    const WalkPlace here = current();
    if (!m_walking || here.row < 0) // the first key shows where one is
        return start();
    for (int row = here.row + rows; row >= 0 && row < m_what->rowCount(); row += rows)
        if (m_what->isArrow(row) == arrows && m_what->exists({row, here.step}))
            return goTo({row, here.step});
}

bool KeyboardNavigator::keyPressed(const QKeyEvent &event)
{
    if (event.modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier))
        return false;
    const bool shift = event.modifiers().testFlag(Qt::ShiftModifier);
    switch (event.key()) {
    case Qt::Key_Up: move(m_what->upward(), shift); return true;
    case Qt::Key_Down: move(-m_what->upward(), shift); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        start();
        open(current());
        return true;
    default: return false;
    }
}

void KeyboardNavigator::focusChanged(const QFocusEvent &event)
{
    if (event.reason() == Qt::ActiveWindowFocusReason || event.reason() == Qt::PopupFocusReason)
        return; // gone for a moment: the walk goes on where it was
    if (event.gotFocus() && event.reason() != Qt::MouseFocusReason) {
        begin();
        light();
        m_late.start(0); // Qt tells of the view itself when this event is done; the last word is the place's
    } else
        stop();
}

bool KeyboardNavigator::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != parent())
        return false;
    switch (event->type()) {
    case QEvent::FocusIn:
    case QEvent::FocusOut: focusChanged(*static_cast<QFocusEvent *>(event)); return false;
    case QEvent::Hide:
    case QEvent::MouseButtonPress: stop(); return false;
    case QEvent::Resize:
        m_places.clear();
        m_overlay->resize(view()->size());
        return false;
    case QEvent::KeyPress: return keyPressed(*static_cast<QKeyEvent *>(event));
    default: return false;
    }
}

// -- showing
// -----------------------------------------------------------------------------------------------------------

/// A walk begins at what is open in the inspector, where it lies at the cursor's step.
void KeyboardNavigator::begin()
{
    if (!m_walking && selected(current()))
        m_row = current().row;
    else if (!m_walking && m_document->cursor().selection.kind != ElementRef::Kind::None) {
        const int step = current().step;
        for (int row = 0; row < m_what->rowCount(); ++row)
            if (m_what->exists({row, step}) && selected({row, step})) {
                m_row = row;
                break;
            }
    }
    m_walking = true;
    m_told = {-1, -1};
    m_overlay->resize(view()->size());
    m_overlay->raise();
    m_overlay->show();
}

void KeyboardNavigator::start()
{
    begin();
    show();
}

void KeyboardNavigator::stop()
{
    if (!m_walking)
        return;
    m_walking = false;
    m_overlay->hide();
    if (m_document->hover() == m_hovered) // what another view touches meanwhile is not let go
        m_document->setHover({});
}

void KeyboardNavigator::follow()
{
    m_places.clear();
    if (QAccessible::isActive())
        m_names.start(settled);
    if (m_walking)
        show();
}

void KeyboardNavigator::light()
{
    const WalkPlace here = current();
    m_hovered = here.row < 0 ? ElementRef() : m_what->elementAt(here);
    m_document->setHover(m_hovered);
    m_overlay->update();
}

void KeyboardNavigator::show()
{
    light();
    const WalkPlace here = current();
    if (here == m_told)
        return announce(QAccessible::NameChanged);
    m_told = here;
    announce(QAccessible::Focus);
}

void KeyboardNavigator::announce(QAccessible::Event event)
{
    if (m_told.row < 0)
        return;
    emit told(m_what->sentenceAt(m_told));
    if (QAccessible::isActive())
        tellPlace(view(), m_told, event);
}

} // namespace unfold
