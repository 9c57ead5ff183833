#pragma once
// Controls side by side that make way where the window is too narrow for everything: what has no room is behind one
// sign, », that opens it.
#include <QWidget>

#include <vector>

class QFrame;

namespace unfold {

class SoftButton;

class CollapsibleRow : public QWidget
{
    Q_OBJECT

public:
    /// gap: px to what stands left of the row.
    explicit CollapsibleRow(int gap, QWidget *parent = nullptr);
    ~CollapsibleRow() override;

    /// They make way together, and before those that are added later.
    void add(const QList<QWidget *> &controls);
    /// Shown while something has no room.
    SoftButton *overflowButton() const { return m_more; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool eventFilter(QObject *watched, QEvent *event) override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    /// The groups of which something is shown, by whoever owns it.
    std::vector<QWidget *> present() const;
    int widthOf(const std::vector<QWidget *> &groups, size_t from) const;
    void fit();
    void openPopup();
    void takeBack();

    int m_gap;
    std::vector<QWidget *> m_groups; ///< children, or in the popup while that is open
    std::vector<QWidget *> m_gone; ///< of them: behind the sign
    SoftButton *m_more;
    QFrame *m_popup;
};

} // namespace unfold
