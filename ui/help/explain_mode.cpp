#include "ui/help/explain_mode.h"

#include "ui/help/explain_card.h"
#include "ui/help/spotlight.h"
#include "ui/help/term_view.h"

#include <QApplication>
#include <QMouseEvent>
#include <QWidget>

namespace unfold {

ExplainMode::ExplainMode(const Document *document, const Glossary *glossary, QWidget *window)
    : QObject(window)
    , m_finder(document, glossary)
    , m_window(window)
    , m_spotlight(new Spotlight(window))
    , m_card(new ExplainCard(glossary, window))
{
    connect(m_card, &ExplainCard::placeAsked, this, &ExplainMode::placeAsked);
    connect(m_card, &ExplainCard::glossaryAsked, this, &ExplainMode::glossaryAsked);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) {
        if (m_active && now && ofWindow(now))
            explainFocus();
    });
}

ExplainMode::~ExplainMode()
{
    showCursor(false);
}

void ExplainMode::setActive(bool active)
{
    if (active == m_active)
        return;
    m_active = active;
    active ? begin() : end();
    emit activeChanged(active);
}

void ExplainMode::begin()
{
    qApp->installEventFilter(this);
    showCursor(true);
    explainFocus();
    if (!m_card->view()->term().isEmpty())
        return;
    m_spotlight->setPlaces({}, false); // a button without a term says less than what can be done
    m_card->invite({});
}

void ExplainMode::end()
{
    qApp->removeEventFilter(this);
    showCursor(false);
    m_card->hide();
    m_spotlight->setPlaces({}, false);
}

void ExplainMode::showCursor(bool question)
{
    if (question == m_question)
        return;
    m_question = question;
    if (question)
        QApplication::setOverrideCursor(Qt::WhatsThisCursor);
    else
        QApplication::restoreOverrideCursor();
}

/// Of the window itself: neither of another one, nor of the card, nor what turns the mode off.
bool ExplainMode::ofWindow(const QWidget *widget) const
{
    return widget && widget->window() == m_window && widget != m_card && !m_card->isAncestorOf(widget)
        && !widget->property("endsExplaining").toBool();
}

bool ExplainMode::eventFilter(QObject *watched, QEvent *event)
{
    const auto *widget = qobject_cast<const QWidget *>(watched);
    if (!widget)
        return false;
    const bool key = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (key && widget->window() == m_window)
        return handleKey(event);
    if (event->type() == QEvent::MouseMove && widget->window() == m_window)
        showCursor(ofWindow(widget));
    if (widget == m_window && (event->type() == QEvent::Resize || event->type() == QEvent::Hide)) {
        m_card->hide(); // what it stood beside has moved
        m_spotlight->setPlaces({}, false);
        return false;
    }
    return ofWindow(widget) && handle(*widget, event);
}

bool ExplainMode::handle(const QWidget &widget, QEvent *event)
{
    switch (event->type()) {
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonDblClick:
        explainAt(widget, static_cast<QMouseEvent *>(event)->position().toPoint());
        return true;
    case QEvent::MouseMove: point(widget, *static_cast<QMouseEvent *>(event)); return true;
    case QEvent::MouseButtonRelease:
    case QEvent::ContextMenu:
    case QEvent::ToolTip: return true;
    default: return false;
    }
}

/// Both keys are ours before anybody else's, also before a shortcut.
bool ExplainMode::handleKey(QEvent *event)
{
    const int key = static_cast<QKeyEvent *>(event)->key();
    const bool enter = key == Qt::Key_Return || key == Qt::Key_Enter;
    if (key != Qt::Key_Escape && !enter)
        return false;
    event->accept();
    if (event->type() == QEvent::ShortcutOverride)
        return true;
    if (enter)
        emit glossaryAsked(m_card->view()->term());
    else
        setActive(false);
    return true;
}

/// What a click would explain is outlined.
void ExplainMode::point(const QWidget &widget, const QMouseEvent &event)
{
    const Explained thing = m_finder.at(widget, event.position().toPoint());
    m_spotlight->setPlaces(thing.isEmpty() ? QList<QRect>{} : QList<QRect>{thing.place}, false);
    m_card->raise();
}

void ExplainMode::explainAt(const QWidget &widget, QPoint point)
{
    const Explained thing = m_finder.at(widget, point);
    if (thing.isEmpty()) {
        m_card->invite(QRect(widget.mapTo(m_window, point), QSize(1, 1)));
        return;
    }
    m_spotlight->setPlaces({thing.place}, false);
    m_card->explain(thing);
}

void ExplainMode::explainFocus()
{
    const QWidget *focus = m_window->focusWidget();
    const Explained thing = focus && ofWindow(focus) ? m_finder.ofFocused(*focus) : Explained{};
    if (thing.isEmpty()) {
        m_card->invite({});
        return;
    }
    m_spotlight->setPlaces({thing.place}, false);
    m_card->explain(thing);
}

} // namespace unfold
