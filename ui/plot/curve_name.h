#pragma once
// A piece of a curve and its name, as in a legend.
#include <QWidget>

namespace unfold {

class CurveName : public QWidget
{
    Q_OBJECT

public:
    explicit CurveName(Qt::PenStyle line, QWidget *parent = nullptr);

    QString text() const { return m_text; }
    void setText(const QString &text);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
    Qt::PenStyle m_line;
};

} // namespace unfold
