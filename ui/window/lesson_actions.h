#pragma once
// The menu's lessons: pages that show one idea apart from the present experiment.
#include <QObject>

class QMenu;
class QWidget;

namespace unfold {

class Document;
struct Experiment;

class LessonActions : public QObject
{
    Q_OBJECT

public:
    /// Adds its entries to `menu`. document and window outlive it.
    LessonActions(const Document *document, QMenu *menu, QWidget *window);

signals:
    void chosen(const unfold::Experiment &scene); ///< whoever keeps the open file decides what becomes of it

private:
    void showShapes();

    const Document *m_document;
    QWidget *m_window;
};

} // namespace unfold
