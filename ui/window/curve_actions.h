#pragma once
// The menu's entries for the gradient plot: fit its axis, hold its curve, let held curves go; and what becomes of them
// where the experiment changes.
#include <QObject>

class QAction;
class QMenu;
class QWidget;

namespace unfold {

class Document;

class CurveActions : public QObject
{
    Q_OBJECT

public:
    /// Adds its entries to `menu`. document and window outlive it.
    CurveActions(Document *document, QMenu *menu, QWidget *window);

signals:
    void noted(const QString &sentence); ///< after whatever has caused it has been told

private:
    void addEntries(QMenu *menu, QWidget *window);
    void refresh();
    void countHidden();

    Document *m_document;
    QAction *m_fit = nullptr;
    QAction *m_hold = nullptr;
    QAction *m_release = nullptr;
    int m_hidden = 0; ///< held curves that are not drawn
};

} // namespace unfold
