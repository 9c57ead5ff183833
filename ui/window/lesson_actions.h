#pragma once
// The menu's lessons: pages that show one idea apart from the present experiment.
#include <QObject>

class QAction;
class QMenu;
class QStackedWidget;
class QWidget;

namespace unfold {

class Document;
class AnimationPage;
struct Experiment;

class LessonActions : public QObject
{
    Q_OBJECT

public:
    /// Adds its entries to `menu`. document and window outlive it.
    LessonActions(const Document *document, QMenu *menu, QWidget *window);

    /// Where lessons that need the whole room take the place of the columns.
    void setPages(QStackedWidget *pages);

signals:
    void chosen(const unfold::Experiment &scene); ///< whoever keeps the open file decides what becomes of it

private:
    void showShapes();
    void showFeedforwardToRnn(bool on);

    const Document *m_document;
    QWidget *m_window;
    QStackedWidget *m_pages = nullptr;
    QAction *m_transition;
    AnimationPage *m_page = nullptr; ///< of the transition, made when first asked for
};

} // namespace unfold
