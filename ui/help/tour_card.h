#pragma once
// The card of the tour: one step, "2 of 5", Skip, Back and Next. Enter goes on, Esc ends.
#include "ui/help/floating_card.h"
#include "ui/help/tour_steps.h"

class QLabel;

namespace unfold {

class SoftButton;

class TourCard : public FloatingCard
{
    Q_OBJECT

public:
    explicit TourCard(QWidget *window);

    /// index: from 0. The focus goes to Next.
    void showStep(const TourStep &step, int index, int count);
    /// A tick at what was asked for.
    void setDone(bool done);
    /// Said where what the step speaks about cannot be seen; empty: it can.
    void setHint(const QString &hint);

signals:
    void nextAsked();
    void backAsked();
    void skipAsked();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void build();
    void colourTask();
    SoftButton *addButton(const char *name, const QString &text, const QString &toolTip);

    QString m_try;
    bool m_done = false;
    QLabel *m_title = nullptr;
    QLabel *m_text = nullptr;
    QLabel *m_task = nullptr;
    QLabel *m_hint = nullptr;
    QLabel *m_count = nullptr;
    SoftButton *m_skip = nullptr;
    SoftButton *m_back = nullptr;
    SoftButton *m_next = nullptr;
};

} // namespace unfold
