#include "ui/window/lesson_actions.h"

#include "ui/document/document.h"
#include "ui/scenes/feedforward_to_rnn/page.h"
#include "ui/scenes/gallery/shape_gallery.h"
#include "ui/scenes/motion/animation_page.h"
#include "ui/style/theme.h"
#include "ui/widgets/menu_entry.h"

#include <QAction>
#include <QMenu>

namespace unfold {
namespace {

/// Above the window, deleted when it is closed; `ems` are its width and height in text heights, where there is room.
void openAbove(QDialog *dialog, const QWidget *window, QSize ems)
{
    const int em = textFont().pixelSize();
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->resize((ems * em).boundedTo(window->size() - QSize(4, 4) * em));
    dialog->open();
}

} // namespace

LessonActions::LessonActions(const Document *document, QMenu *menu, QWidget *window)
    : QObject(window)
    , m_document(document)
    , m_window(window)
{
    auto *lessons = menu->addMenu(tr("Lessons"));
    lessons->setToolTipsVisible(true);
    const QAction *shapes = addEntry(lessons, window,
        {tr("Shapes of input and output"), QKeySequence(Qt::CTRL | Qt::Key_K),
            tr("One to one, one to many, many to one, many to many: what each is known for, and a scene of it.")});
    connect(shapes, &QAction::triggered, this, &LessonActions::showShapes);
    m_transition = addEntry(lessons, window,
        {tr("From feed-forward to recurrent"), QKeySequence(Qt::CTRL | Qt::Key_L),
            tr("Four steps from the network of layers to the circuit with a loop, and how the number of parameters "
               "changes. Esc closes this.")});
    m_transition->setCheckable(true);
    connect(m_transition, &QAction::toggled, this, &LessonActions::showFeedforwardToRnn);
}

void LessonActions::setPages(QStackedWidget *pages)
{
    m_pages = pages;
}

void LessonActions::showFeedforwardToRnn(bool on)
{
    if (!m_page) {
        m_page = makeFeedforwardToRnnPage(m_pages);
        connect(m_page, &AnimationPage::openChanged, m_transition, &QAction::setChecked);
    }
    m_page->setOpen(on);
}

void LessonActions::showShapes()
{
    auto *gallery = new ShapeGallery(m_document->experiment(), m_window);
    connect(gallery, &ShapeGallery::chosen, this, &LessonActions::chosen);
    openAbove(gallery, m_window, {112, 36});
}

} // namespace unfold
