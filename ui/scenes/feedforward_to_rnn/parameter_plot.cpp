#include "ui/scenes/feedforward_to_rnn/parameter_plot.h"

#include "ui/accessibility/interfaces.h"
#include "ui/diagram/shared/diagram_labels.h"
#include "ui/style/focus_ring.h"
#include "ui/style/theme.h"

#include <QFontMetricsF>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace unfold {

ParameterPlot::ParameterPlot(const LayerSizes &sizes, QWidget *parent)
    : QWidget(parent)
    , m_recurrent(parameterCount(recurrentOver(sizes)))
{
    for (int length = 1; length <= longest; ++length)
        m_feedForward.push_back(parameterCount(feedForwardOver(sizes, length)));
    installAccessibility();
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::SizeHorCursor);
    setAccessibleName(tr("Length of the sequence"));
    setAccessibleDescription(valueText());
    setToolTip(tr("<p>Number of parameters against the length T of the sequence. Drag to choose T; keys: Up and "
                  "Down.</p>"));
}

void ParameterPlot::setLength(int length)
{
    length = std::clamp(length, 1, longest);
    if (length == m_length)
        return;
    m_length = length;
    setAccessibleDescription(valueText());
    tellValue(this, length);
    update();
    emit lengthChanged(length);
}

void ParameterPlot::askFor(double value)
{
    setLength(static_cast<int>(std::lround(value)));
}

QString ParameterPlot::valueText() const
{
    return tr("T = %1: feed-forward %2 parameters, recurrent %3")
        .arg(m_length)
        .arg(feedForward(m_length))
        .arg(m_recurrent);
}

QSize ParameterPlot::sizeHint() const
{
    const int em = textFont().pixelSize();
    return {18 * em, 11 * em};
}

QSize ParameterPlot::minimumSizeHint() const
{
    const int em = textFont().pixelSize();
    return {16 * em, 6 * em};
}

QRectF ParameterPlot::area() const
{
    const QFontMetricsF metrics(noteFont());
    const double left = metrics.horizontalAdvance(QString::number(m_feedForward.back())) + 10;
    const double right = metrics.horizontalAdvance(tr("T = %1").arg(longest)) / 2 + 4;
    return QRectF(rect()).adjusted(left, 1.2 * metrics.height(), -right, -1.3 * metrics.height());
}

QPointF ParameterPlot::pointAt(int length, std::int64_t count) const
{
    const QRectF box = area();
    const double across = static_cast<double>(length - 1) / (longest - 1);
    const auto most = static_cast<double>(std::max(m_feedForward.back(), m_recurrent));
    return {box.left() + across * box.width(), box.bottom() - static_cast<double>(count) / most * box.height()};
}

int ParameterPlot::lengthAt(double x) const
{
    return 1 + static_cast<int>(std::lround((x - area().left()) / area().width() * (longest - 1)));
}

void ParameterPlot::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        setLength(lengthAt(event->position().x()));
}

void ParameterPlot::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons() & Qt::LeftButton)
        setLength(lengthAt(event->position().x()));
}

void ParameterPlot::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down)
        setLength(m_length + (event->key() == Qt::Key_Up ? 1 : -1));
    else
        QWidget::keyPressEvent(event);
}

void ParameterPlot::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(noteFont());
    paintAxes(painter);
    paintHere(painter);
    paintCurves(painter);
    if (hasFocus())
        paintFocusRing(painter, rect(), themeOf(this), Metrics::radius);
}

void ParameterPlot::paintAxes(QPainter &painter) const
{
    const Theme &theme = themeOf(this);
    const QFontMetricsF metrics(painter.font());
    const auto label = [&](QPointF at, Qt::Alignment side, const QString &text) {
        const QSizeF size(metrics.horizontalAdvance(text) + 1, metrics.height());
        const QPointF corner = side & Qt::AlignRight ? at - QPointF(size.width() + 6, size.height() / 2)
                                                     : at - QPointF(size.width() / 2, -3);
        painter.setPen(theme.muted);
        painter.drawText(QRectF(corner, size), Qt::AlignCenter, text);
    };
    const int step = m_feedForward.back() > 200 ? 100 : 50;
    for (int count = 0; count <= m_feedForward.back(); count += step) {
        painter.setPen(QPen(theme.grid, 1));
        painter.drawLine(pointAt(1, count), pointAt(longest, count));
        label(pointAt(1, count), Qt::AlignRight, QString::number(count));
    }
    for (const int length : {1, 5, 10, 15, 20})
        label(pointAt(length, 0), Qt::AlignHCenter,
            length == longest ? tr("T = %1").arg(length) : QString::number(length));
}

void ParameterPlot::paintCurves(QPainter &painter) const
{
    const Theme &theme = themeOf(this);
    const QFontMetricsF metrics(painter.font());
    QPolygonF rising;
    QPolygonF flat;
    for (int length = 1; length <= longest; ++length) {
        rising << pointAt(length, feedForward(length));
        flat << pointAt(length, m_recurrent);
    }
    paintCurve(painter, rising, theme.inputParameter);
    const QPointF left = pointAt(13, feedForward(13)) - QPointF(0, 0.65 * metrics.height());
    paintName(painter, tr("feed-forward"), left, theme.inputParameter); // the line rises beside it
    paintCurve(painter, flat, theme.recurrentParameter);
    const QPointF above = flat.back() - QPointF(0, 0.75 * metrics.height());
    paintName(painter, tr("recurrent"), above, theme.recurrentParameter);
}

void ParameterPlot::paintCurve(QPainter &painter, const QPolygonF &points, const QColor &colour) const
{
    painter.setPen(QPen(colour, 2 * Metrics::unit()));
    painter.drawPolyline(points);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    const double r = 4 * Metrics::unit();
    painter.drawEllipse(points[m_length - 1], r, r);
}

/// right: the middle of its right end.
void ParameterPlot::paintName(QPainter &painter, const QString &text, QPointF right, const QColor &colour) const
{
    const QFontMetricsF metrics(painter.font());
    const double width = metrics.horizontalAdvance(text) + 4;
    const QRectF box(right.x() - width, right.y() - metrics.height() / 2, width, metrics.height());
    painter.fillRect(box, themeOf(this).card); // the line of T makes way
    painter.setPen(colour);
    painter.drawText(box, Qt::AlignCenter, text);
}

void ParameterPlot::paintHere(QPainter &painter) const
{
    const Theme &theme = themeOf(this);
    const double x = pointAt(m_length, 0).x();
    painter.setPen(QPen(theme.cursorLine, 1.5 * Metrics::unit()));
    painter.drawLine(QPointF(x, area().top()), QPointF(x, area().bottom()));
    const QFontMetricsF metrics(painter.font());
    const QString text = tr("T = %1").arg(m_length);
    const double width = metrics.horizontalAdvance(text) + 2;
    const double left = std::clamp(x - width / 2, 0.0, this->width() - width);
    painter.drawText(QRectF(left, 0, width, metrics.height()), Qt::AlignCenter, text);
}

} // namespace unfold
