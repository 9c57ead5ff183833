#pragma once
// Which of the two kills it: for every step back two bars on a logarithmic axis, what Wᵀ multiplies the norm of the
// gradient by, and what the slope of the activation does.
#include "ui/document/document.h"

#include <QWidget>

#include <array>

class QLabel;

namespace unfold {

class SectionHeader;

class FactorsView : public QWidget
{
    Q_OBJECT

public:
    /// document: outlives the view.
    explicit FactorsView(Document *document, QWidget *parent = nullptr);
    ~FactorsView() override;

    SectionHeader *header() const { return m_header; }
    enum class Factor { Weight, Slope };
    /// The factor of the step back from t + 1 to t (of the loop's delay, where that is another); nullopt: none yet.
    std::optional<double> factorAt(Factor factor, int step) const;
    /// Its bar, from the line of 1; null where there is none.
    QRectF bar(Factor factor, int step) const;
    /// Whether it goes on beyond the axis.
    bool endsBeyond(Factor factor, int step) const;
    QString message() const;

    QSize minimumSizeHint() const override;

protected:
    void showEvent(QShowEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    void adoptResult();
    QRectF area() const;
    double y(double factor) const;
    int stepAt(QPointF point) const;
    QString matrixName() const;
    QString sentence(int step) const;
    void paintAxis(QPainter &painter) const;
    void paintBars(QPainter &painter) const;
    void paintArrowhead(QPainter &painter, const QRectF &bar, bool up) const;
    void paintLegend(QPainter &painter) const;
    QColor colourOf(Factor factor) const;

    Document *m_document;
    SectionHeader *m_header;
    QLabel *m_message;
    int m_powers = 1; ///< the axis reaches from 2^−m_powers to 2^m_powers
};

} // namespace unfold
