#pragma once
// Five things to know first, one after the other, beside what they speak about. The window stays usable: what a step
// asks for can be done at once, and gets a tick; nothing goes on by itself. Behind an animation page it waits.
#include "ui/document/cursor.h"
#include "ui/help/tour_steps.h"

#include <QObject>

namespace unfold {

class Document;
class Spotlight;
class TourCard;

class Tour : public QObject
{
    Q_OBJECT

public:
    /// Both outlive the tour.
    Tour(const Document *document, QWidget *window);

    bool running() const { return m_step >= 0; }
    int step() const { return m_step; } ///< from 0; −1: not running
    const TourCard *card() const { return m_card; }
    const Spotlight *spotlight() const { return m_spotlight; }

public slots:
    void start(); ///< from the first step
    void stop();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void goTo(int step);
    void place();
    void placeSoon();
    void noticeWhatIsDone();
    bool taskDone(TourStep::Task task) const;

    const Document *m_document;
    QWidget *m_window;
    Spotlight *m_spotlight;
    TourCard *m_card;
    int m_step = -1;
    bool m_placing = false; ///< asked for
    double m_gain = 1; ///< as the step began
    Cursor m_cursor; ///< as the step began
};

} // namespace unfold
