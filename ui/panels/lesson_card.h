#pragma once
// What to try in the present experiment: its note, on a card that can be closed and comes back with the next note.
#include <QFrame>

class QLabel;

namespace unfold {

class Document;
class SoftButton;

class LessonCard : public QFrame
{
    Q_OBJECT

public:
    explicit LessonCard(Document *document, QWidget *parent = nullptr);

public slots:
    /// Shows the note again after it was closed; nothing where the experiment has none.
    void reopen();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void build();
    void showNote();
    void showText();

    Document *m_document;
    QLabel *m_note;
    SoftButton *m_close;
    QString m_shown; ///< the note last shown: closed stays closed until there is another
};

} // namespace unfold
