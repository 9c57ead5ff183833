#pragma once
// The menu's view entries: side columns, theme, size of text, whole sequence.
#include <QObject>

class QAction;
class QMenu;
class QWidget;

namespace unfold {

class Document;

class ViewActions : public QObject
{
    Q_OBJECT

public:
    /// Adds its entries to `menu`. document and window outlive it.
    ViewActions(Document *document, QMenu *menu, QWidget *window);

    QAction *inspectorAction() const { return m_inspector; } ///< checkable
    QAction *settingsAction() const { return m_settings; } ///< checkable

private:
    void addColumns(QMenu *menu, QWidget *window);
    void addTheme(QMenu *menu, QWidget *window);
    void addTextSizes(QMenu *menu, QWidget *window);

    void addCells(Document *document, QMenu *menu, QWidget *window);

    QAction *m_inspector = nullptr;
    QAction *m_settings = nullptr;
};

} // namespace unfold
