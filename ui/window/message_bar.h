#pragma once
// One sentence that matters, above everything else, until it is closed or answered. Never steals the focus.
#include <QWidget>

class QLabel;
class QToolButton;

namespace unfold {

class MessageBar : public QWidget
{
    Q_OBJECT

public:
    explicit MessageBar(QWidget *parent = nullptr);

    QString text() const;

public slots:
    void showMessage(const QString &sentence);
    void clear();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QLabel *m_text;
    QToolButton *m_close;
};

} // namespace unfold
