#pragma once
// One sentence that matters, above everything else, until it is closed or answered. Never steals the focus.
//
// A message says what did not work, a note what was done out of sight; both go when something works. An offer waits for
// an answer; a message that comes in between stands before it.
#include <QKeySequence>
#include <QWidget>

#include <functional>
#include <optional>
#include <vector>

class QBoxLayout;
class QLabel;
class QToolButton;

namespace unfold {

class MessageBar : public QWidget
{
    Q_OBJECT

public:
    /// A button of an offer.
    struct Answer {
        QString text;
        QKeySequence key;
        QString toolTip;
        std::function<void()> act; ///< called after the offer is gone; may make another one
    };

    explicit MessageBar(QWidget *parent = nullptr);

    QString text() const;
    /// Replaces the offer before it.
    void offer(const QString &sentence, const std::vector<Answer> &answers);

public slots:
    void showMessage(const QString &sentence);
    void showNote(const QString &sentence); ///< the same in a calm colour: what was done and cannot be seen
    void clear(); ///< the message; an offer stays

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Offer {
        QString sentence;
        std::vector<Answer> answers;
    };

    void close();
    void refresh();
    void addButton(const Answer &answer);

    std::optional<QString> m_message;
    bool m_calm = false; ///< the message is a note
    std::optional<Offer> m_offer;
    QLabel *m_text;
    QToolButton *m_close;
    QBoxLayout *m_layout;
    std::vector<QWidget *> m_buttons;
};

} // namespace unfold
