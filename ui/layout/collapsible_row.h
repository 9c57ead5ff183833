#pragma once
// Controls side by side that make way where the window is too narrow for everything: they are there whole, or not at
// all.
#include <QWidget>

namespace unfold {

class CollapsibleRow : public QWidget
{
    Q_OBJECT

public:
    /// gap: px to what stands left of the row, which goes with it.
    explicit CollapsibleRow(int gap, QWidget *parent = nullptr);

    void add(QWidget *control);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool eventFilter(QObject *watched, QEvent *event) override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();

    QWidget *m_row;
};

} // namespace unfold
