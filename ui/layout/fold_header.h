#pragma once
// The heading of a part that folds: a chevron and words; pressed, the part opens.
#include <QAbstractButton>

namespace unfold {

class FoldHeader : public QAbstractButton
{
    Q_OBJECT

public:
    FoldHeader(const QString &text, QWidget *parent);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {60, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    QFont headingFont() const;

    bool m_byKeyboard = false; ///< focus came with Tab: only then is it shown
};

} // namespace unfold
