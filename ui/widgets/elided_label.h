#pragma once
// A line of muted text that ends in "…" where there is little room, is not drawn where the rest would say nothing, and
// tells all of it in its tooltip.
#include <QWidget>

namespace unfold {

class ElidedLabel : public QWidget
{
    Q_OBJECT

public:
    explicit ElidedLabel(QWidget *parent = nullptr);

    QString text() const { return m_text; }
    void setText(const QString &text);
    QString shownText() const; ///< in the present width

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
};

} // namespace unfold
