#pragma once
// A column of cards that scrolls where the window is too low for it (large text on a small projector), so that the
// window need not be higher than the screen and nothing in the column is cut.
#include <QScrollArea>

namespace unfold {

class ScrollColumn : public QScrollArea
{
    Q_OBJECT

public:
    /// Takes `content`, whose layout says how low it can be at a given width.
    explicit ScrollColumn(QWidget *content, QWidget *parent = nullptr);

    QSize minimumSizeHint() const override;
    QSize sizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fit();
};

} // namespace unfold
