#pragma once
// The window's menu: files, undo, view, help. Every action has a key and a tooltip.
#include <QObject>

class QMenu;
class QAction;
class QWidget;

namespace unfold {

class Document;

class WindowActions : public QObject
{
    Q_OBJECT

public:
    /// The actions belong to `window`, so that their keys work in all of it.
    WindowActions(Document *document, QWidget *window);

    /// All actions, grouped; owned by the window.
    QMenu *menu() const { return m_menu; }
    QAction *inspectorAction() const { return m_inspector; } ///< checkable
    QAction *settingsAction() const { return m_settings; } ///< checkable

    /// Opens the file, or says why not.
    void openFile(const QString &path);

signals:
    void failed(const QString &sentence);
    void succeeded();

private:
    void buildFile();
    void buildEdit();
    void buildView();
    void buildHelp();
    QAction *add(const QString &text, const QKeySequence &key, const QString &toolTip);
    void askForFile();
    void askForSave();
    void about();

    Document *m_document;
    QWidget *m_window;
    QMenu *m_menu;
    QAction *m_inspector = nullptr;
    QAction *m_settings = nullptr;
};

} // namespace unfold
