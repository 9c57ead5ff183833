#pragma once
// The window on a projector: the whole screen, larger type (lines and nodes follow it), and only what the audience
// needs. Afterwards everything is as it was before. A presenter's remote works: its "next" and "previous" are Page Down
// and Page Up, and its "end" is Escape.
#include <QObject>
#include <QPointer>
#include <QSplitter>
#include <QTimer>
#include <QWidget>

class QAction;
class QKeyEvent;

namespace unfold {

class Document;
class TextZoom;
class TransportBar;

/// What the projector works on. All of it outlives the projector.
struct ProjectedParts {
    QWidget *window;
    QSplitter *columns; ///< left, middle, right
    QAction *projected; ///< checkable: says whether the window is projected
    QAction *leftShown; ///< checkable
    QAction *rightShown; ///< checkable
    TextZoom *text;
    TransportBar *transport;
    QWidgetList unneeded; ///< hidden from the audience
};

class Projector : public QObject
{
    Q_OBJECT

public:
    Projector(Document *document, const ProjectedParts &parts, QObject *parent = nullptr);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    enum class Change { None, ToScreen, Back }; ///< what the window's size is on its way to

    struct Sizes {
        QPointer<QSplitter> splitter;
        QList<int> sizes;
    };
    struct Before {
        Qt::WindowStates state;
        QRect geometry;
        bool leftShown = true;
        bool rightShown = true;
        QList<QPointer<QWidget>> shown; ///< of what is not needed
        QList<Sizes> splitters;
        QPointer<QWidget> focus;
    };

    void enter();
    void hideUnneeded();
    void leave();
    void comeBack();
    void finishChange();
    Before present() const;
    void restoreSplitters(int tries);
    bool isOurs(const QObject *watched, const QKeyEvent &event) const;
    void act(int key);
    void stepOn();
    void stepBack();

    Document *m_document;
    ProjectedParts m_parts;
    Before m_before;
    Change m_change = Change::None;
    QTimer m_comingBack; ///< runs between the two halves of leaving
    QTimer m_finishing; ///< runs while the window is on its way to another size
};

} // namespace unfold
