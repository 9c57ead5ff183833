#pragma once
// Says that the network reads its answers before it gives them, and offers a task in which it does not. Hidden where
// nothing leaks.
#include <QWidget>

class QLabel;

namespace unfold {

class Document;
class SoftButton;

class LeakNotice : public QWidget
{
    Q_OBJECT

public:
    /// Follows the document, which outlives it.
    explicit LeakNotice(Document *document, QWidget *parent = nullptr);

private:
    void follow();
    void predictAfterTheLast();

    Document *m_document;
    QLabel *m_sentence;
    SoftButton *m_mend;
};

} // namespace unfold
