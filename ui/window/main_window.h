#pragma once
// The window: wiring only. Left what does not depend on time, in the middle everything over one time axis, right the
// inspector.
#include <QMainWindow>

#include <map>
#include <utility>

class QSettings;
class QSplitter;
class QStackedWidget;
class QTabWidget;

namespace unfold {

class CircuitPane;
class Document;
class EditorPanel;
class ElidedLabel;
class MessageBar;
class TransportBar;
class WindowMenu;
struct WindowParts;

class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// document: outlives the window, as does settings: what the program remembers from one start to the next.
    MainWindow(Document *document, QSettings *settings);
    ~MainWindow() override;

    WindowMenu *menu() const { return m_menu; }

    /// Shows what `other` shows of the same document: its columns and their tab, its view of the gradient. For a figure
    /// of it.
    void lookLike(MainWindow &other);

    /// Makes way for the panels of the desktop, before it is shown; the middle keeps its share.
    void fitScreen();
    /// Keeps unsaved work in `folder` from now on, and offers what was left behind there.
    void keepSafe(const QString &folder);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    bool event(QEvent *event) override;

private:
    QWidget *buildTopBar();
    QWidget *buildLeft();
    QWidget *buildCentre();
    QWidget *buildRight();
    void connectEditor(EditorPanel *panel, QWidget *card, QWidget *inspector);
    void widenForEditing(bool active);
    void connectDocument();
    void connectProjector();
    void connectPages();
    void showColumns();
    void showTitle();
    void widenColumns();
    WindowParts parts();

    Document *m_document;
    QSettings *m_settings;
    ElidedLabel *m_summary = nullptr;
    CircuitPane *m_circuit = nullptr;
    QSplitter *m_columns = nullptr;
    QStackedWidget *m_pages; ///< the columns, and the animation pages that take their place
    QWidgetList m_preparation; ///< what a lecturer needs and an audience does not
    TransportBar *m_transport = nullptr;
    QTabWidget *m_tabs = nullptr;
    WindowMenu *m_menu; ///< after the parts above: it sets the text's size, which they are asked to follow
    MessageBar *m_message;
    int m_leftBefore = 0; ///< px of the left column before the circuit was edited
    int m_textPixels; ///< the text size that the columns were last fitted to
    std::map<int, std::pair<int, int>> m_sidesAt; ///< px of the side columns as they were left at each text size
};

} // namespace unfold
