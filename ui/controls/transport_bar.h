#pragma once
// Time on the top bar: which pass, where in it, one step on or back, play, speed.
//
// "On" is the direction of the computation: to the right in the forward pass, to the left in the backward pass. In the
// backward pass the row of buttons is mirrored, so that every arrow still points to where the cursor goes. The keys
// Left and Right, Home and End, Page Up and Page Down always mean the picture.
#include "ui/document/cursor.h"

#include <QWidget>

class QAction;
class QHBoxLayout;
class QLabel;
class QSlider;

namespace unfold {

class Document;
class Player;
class SoftButton;
class CollapsibleRow;

class TransportBar : public QWidget
{
    Q_OBJECT

public:
    explicit TransportBar(Document *document, QWidget *parent = nullptr);

    Player *player() const { return m_player; }
    /// At the right end: what makes way first where the window is narrow.
    CollapsibleRow *leastNeeded() const { return m_leastNeeded; }
    /// Every action with a key, for a list of keys: texts, tooltips and shortcuts.
    QList<QAction *> keyActions() const { return m_keys; }

    // Each stops the player.
    void advanceBy(int count); ///< steps on in the direction of the pass; back where count < 0
    void turnTo(Pass pass); ///< into the other pass at the same end of the sequence

protected:
    void changeEvent(QEvent *event) override;

private:
    void buildPass();
    void buildRow();
    void buildSpeed();
    void buildKeys();
    void connectBar();

    SoftButton *addButton(const char *name, int advance);
    QAction *addKey(const char *name, const QString &text, const QKeySequence &key);
    void moveBy(int steps);
    void goTo(int step);
    void placeRow(bool mirrored);
    void showCursor();
    void tellStep();
    void showPlaying();
    void showSpeed();
    void showPasses();
    void describeRow(bool backward);
    void reserveLabels();

    Document *m_document;
    Player *m_player;
    SoftButton *m_forward;
    SoftButton *m_backward;
    QHBoxLayout *m_row;
    SoftButton *m_begin;
    SoftButton *m_back;
    SoftButton *m_play;
    SoftButton *m_advance;
    SoftButton *m_finish;
    QLabel *m_step;
    CollapsibleRow *m_leastNeeded;
    QSlider *m_speed;
    QLabel *m_speedText;
    QList<QAction *> m_keys;
    bool m_mirrored = false;
};

} // namespace unfold
