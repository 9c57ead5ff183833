#pragma once
// A figure as large as there is room, with a hairline around it.
#include <QImage>
#include <QWidget>

namespace unfold {

class FigurePreview : public QWidget
{
    Q_OBJECT

public:
    explicit FigurePreview(QWidget *parent = nullptr);

    void setImage(const QImage &image);
    const QImage &image() const { return m_image; }
    /// Pixels per px of a figure of this size that fills the preview.
    double scaleFor(QSize figure) const;
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QImage m_image;
};

} // namespace unfold
