#pragma once
// A quiet card that lies over the window, with a soft shadow.
#include <QFrame>

namespace unfold {

class FloatingCard : public QFrame
{
    Q_OBJECT

public:
    explicit FloatingCard(QWidget *window);

    /// Stands beside the first of `things` (in the window's coordinates) and lies over everything else.
    void placeBeside(const QList<QRect> &things);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override; ///< what lies below is not clicked

private:
    QSize sizeIn(const QSize &room) const;
};

} // namespace unfold
