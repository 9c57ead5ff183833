#pragma once
// The menu's file entries: open and save.
#include <QObject>

class QMenu;
class QWidget;

namespace unfold {

class Document;

class FileActions : public QObject
{
    Q_OBJECT

public:
    /// Adds its entries to `menu`. document and window outlive it.
    FileActions(Document *document, QMenu *menu, QWidget *window);

    /// Opens the file, or says why not.
    void openFile(const QString &path);

signals:
    void failed(const QString &sentence);
    void succeeded();

private:
    void askForFile();
    void askForSave();

    Document *m_document;
    QWidget *m_window;
};

} // namespace unfold
