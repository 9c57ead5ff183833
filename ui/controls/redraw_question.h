#pragma once
// Asks before data of another size replaces what a network was given: which parameters would be drawn anew, yes or no.
// It is part of the panel, so that a text can be typed on while it is shown.
#include <QWidget>

class QLabel;

namespace unfold {

class RedrawQuestion : public QWidget
{
    Q_OBJECT

public:
    explicit RedrawQuestion(QWidget *parent = nullptr);

    /// names: "U, V, c".
    void ask(const QString &names);

signals:
    void answered(bool drawAnew);

private:
    void build();

    QLabel *m_sentence;
};

} // namespace unfold
