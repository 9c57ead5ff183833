#pragma once
// A quiet rounded surface that holds one thing, with an optional title.
#include <QFrame>

class QLabel;

namespace unfold {

class Card : public QFrame
{
    Q_OBJECT

public:
    /// Takes ownership of `content`. An empty title leaves no room for one.
    Card(const QString &title, QWidget *content, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void restyle();

    QLabel *m_title = nullptr;
};

} // namespace unfold
