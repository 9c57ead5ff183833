#pragma once
// A quiet rounded surface that holds one thing, with an optional title.
#include <QFrame>

class QHBoxLayout;
class QLabel;

namespace unfold {

class Card : public QFrame
{
    Q_OBJECT

public:
    /// Takes ownership of `content`. An empty title leaves no room for one.
    Card(const QString &title, QWidget *content, QWidget *parent = nullptr);

    /// At the right end of the title's line. Takes ownership. The card has a title.
    void addToTitle(QWidget *widget);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void restyle();

    QHBoxLayout *m_titleLine = nullptr;
    QLabel *m_title = nullptr;
};

} // namespace unfold
