#include "ui/help/tour.h"

#include "ui/document/document.h"
#include "ui/help/screen_places.h"
#include "ui/help/spotlight.h"
#include "ui/help/tour_card.h"
#include "ui/scenes/motion/animation_page.h"

#include <QApplication>
#include <QKeyEvent>

#include <algorithm>

namespace unfold {
namespace {

/// What covers all that the tour speaks about; nullptr: nothing.
AnimationPage *openPage(const QWidget &window)
{
    const auto pages = window.findChildren<AnimationPage *>();
    const auto open
        = std::find_if(pages.begin(), pages.end(), [](const AnimationPage *page) { return page->isOpen(); });
    return open == pages.end() ? nullptr : *open;
}

} // namespace

Tour::Tour(const Document *document, QWidget *window)
    : QObject(window)
    , m_document(document)
    , m_window(window)
    , m_spotlight(new Spotlight(window))
    , m_card(new TourCard(window))
{
    connect(m_card, &TourCard::nextAsked, this, [this] { goTo(m_step + 1); });
    connect(m_card, &TourCard::backAsked, this, [this] { goTo(m_step - 1); });
    connect(m_card, &TourCard::skipAsked, this, &Tour::stop);
    for (const auto signal : {&Document::experimentChanged, &Document::cursorChanged, &Document::hoverChanged})
        connect(m_document, signal, this, &Tour::noticeWhatIsDone);
}

void Tour::start()
{
    if (!running())
        qApp->installEventFilter(this);
    if (AnimationPage *page = openPage(*m_window))
        page->close();
    goTo(0);
}

void Tour::stop()
{
    if (!running())
        return;
    qApp->removeEventFilter(this);
    m_step = -1;
    m_card->hide();
    m_spotlight->setPlaces({}, false);
}

void Tour::goTo(int step)
{
    const std::vector<TourStep> &steps = tourSteps();
    if (step < 0)
        return;
    if (step >= static_cast<int>(steps.size()))
        return stop();
    m_step = step;
    m_gain = m_document->experiment().gain;
    m_cursor = m_document->cursor();
    m_card->showStep(steps[static_cast<size_t>(step)], step, static_cast<int>(steps.size()));
    place();
}

void Tour::place()
{
    m_placing = false;
    if (!running())
        return;
    const bool covered = openPage(*m_window);
    m_card->setVisible(!covered);
    if (covered)
        return m_spotlight->setPlaces({}, false);
    QList<QRect> places;
    for (const QString &name : tourSteps()[static_cast<size_t>(m_step)].places)
        if (const QRect place = placeOf(*m_window, name); !place.isEmpty())
            places << place;
    const bool hidden = placeOf(*m_window, tourSteps()[static_cast<size_t>(m_step)].places.first()).isEmpty();
    m_card->setHint(hidden ? tr("Its column is closed: F8 opens the left one, F9 the right one.") : QString());
    m_spotlight->setPlaces(places, true);
    m_card->placeBeside(places);
}

/// Once for all that moves together, after it has been laid out.
void Tour::placeSoon()
{
    if (m_placing)
        return;
    m_placing = true;
    QMetaObject::invokeMethod(this, &Tour::place, Qt::QueuedConnection);
}

bool Tour::eventFilter(QObject *watched, QEvent *event)
{
    const auto *widget = qobject_cast<const QWidget *>(watched);
    if (!widget || widget->window() != m_window)
        return false;
    switch (event->type()) {
    case QEvent::Resize:
    case QEvent::Show:
    case QEvent::Hide:
    case QEvent::FontChange:
        if (widget != m_card && !m_card->isAncestorOf(widget) && widget != m_spotlight)
            placeSoon();
        return false;
    case QEvent::KeyPress: // one that nobody else wanted
        if (widget == m_window && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
            stop();
            return true;
        }
        return false;
    default: return false;
    }
}

bool Tour::taskDone(TourStep::Task task) const
{
    const Cursor &cursor = m_document->cursor();
    switch (task) {
    case TourStep::Task::Touch: return m_document->hover().kind != ElementRef::Kind::None;
    case TourStep::Task::Drag: return m_document->experiment().gain != m_gain;
    case TourStep::Task::Step: return cursor.step != m_cursor.step;
    case TourStep::Task::Pass: return cursor.pass != m_cursor.pass;
    case TourStep::Task::Open: return cursor.selection != movedTo(m_cursor.selection, cursor.step);
    }
    return false;
}

void Tour::noticeWhatIsDone()
{
    if (running() && taskDone(tourSteps()[static_cast<size_t>(m_step)].task))
        m_card->setDone(true);
}

} // namespace unfold
