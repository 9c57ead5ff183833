#pragma once
// The window: wiring only. Left what does not depend on time, in the middle everything over one time axis, right the
// inspector.
#include <QMainWindow>

class QSplitter;

namespace unfold {

class Document;
class ElidedLabel;
class MessageBar;
class WindowActions;

class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// document: outlives the window.
    explicit MainWindow(Document *document);

    WindowActions *actions() const { return m_actions; }

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QWidget *buildTopBar();
    QWidget *buildLeft();
    QWidget *buildCentre();
    QWidget *buildRight();
    void connectDocument();
    void showTitle();
    void widenColumns();

    Document *m_document;
    WindowActions *m_actions;
    MessageBar *m_message;
    ElidedLabel *m_summary = nullptr;
    QSplitter *m_columns = nullptr;
    int m_textPixels; ///< the text size that the columns were last fitted to
};

} // namespace unfold
