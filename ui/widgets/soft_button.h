#pragma once
// A flat button with a hairline border, as on the top bar: text, or an icon drawn from a path. autoRaise leaves the
// border out.
#include <QPainterPath>
#include <QToolButton>

namespace unfold {

class SoftButton : public QToolButton
{
    Q_OBJECT

public:
    explicit SoftButton(QWidget *parent = nullptr);

    /// The icon, in a square of 0 … 1 on both axes, filled in the text colour. An empty path shows the text.
    void setIconPath(const QPainterPath &path);
    const QPainterPath &iconPath() const { return m_icon; }
    /// Which neighbours share an edge with this button: it has no round corners there.
    void setJoined(bool left, bool right);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    QPainterPath outline() const;
    int side() const;
    void paintChevron(QPainter &painter, const QColor &ink) const;

    QPainterPath m_icon;
    bool m_joinedLeft = false;
    bool m_joinedRight = false;
    bool m_byKeyboard = false; ///< focus came with Tab: only then is it shown
};

} // namespace unfold
