#pragma once
// The keys in a walkable view. Up and Down go from thing to thing of the cursor's step, with Shift from arrow to arrow,
// and Enter opens what they stand at in the inspector; time itself is the window's (Left, Right, Home, End …), and the
// place goes with it. What is walked to lights up in every view, is ringed, and is told to a screen reader.
#include "ui/accessibility/walkable.h"

#include <QAccessible>
#include <QObject>
#include <QTimer>

#include <vector>

class QFocusEvent;
class QKeyEvent;

namespace unfold {

class Document;
class FocusOverlay;

class KeyboardNavigator : public QObject
{
    Q_OBJECT

public:
    /// Belongs to `view`, which takes the focus with Tab and by a click from now on. what: outlives the navigator.
    KeyboardNavigator(Walkable *what, Document *document, QWidget *view);

    const Walkable &what() const { return *m_what; }
    QWidget *view() const;
    /// Where the keys stand, or would stand were the view to get the focus; row −1: there is nothing at this step.
    WalkPlace current() const;
    /// Whether the keys are in use here: a view that was clicked shows no ring until a key is pressed.
    bool walking() const { return m_walking; }
    bool selected(WalkPlace place) const;
    /// Every place in sight, step by step.
    const std::vector<WalkPlace> &places() const;

    void goTo(WalkPlace place);
    void open(WalkPlace place);

    bool eventFilter(QObject *watched, QEvent *event) override;

signals:
    /// What a screen reader is told: a place that was gone to, or what has become of the one the keys stand at.
    void told(const QString &sentence);

private:
    bool keyPressed(const QKeyEvent &event);
    void focusChanged(const QFocusEvent &event);
    void move(int rows, bool arrows);
    void begin();
    void start();
    void stop();
    void follow();
    void light();
    void show();
    void announce(QAccessible::Event what);

    Walkable *m_what;
    Document *m_document;
    FocusOverlay *m_overlay;
    int m_row = -1; ///< −1: not yet walked
    bool m_walking = false;
    ElementRef m_hovered; ///< what the walk has lit up
    QTimer m_late; ///< tells of the place after the view got the focus
    QTimer m_names; ///< tells of all names when the numbers have come to rest
    mutable std::vector<WalkPlace> m_places; ///< empty: to be listed anew
    WalkPlace m_told; ///< what a screen reader was told last
};

} // namespace unfold
