#include "ui/spectrum/spectrum_plane.h"

#include "ui/style/focus_ring.h"
#include "ui/style/number_text.h"
#include "ui/style/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <numbers>

namespace unfold {
namespace {

QFont planeNoteFont()
{
    return textFont(0.85);
}

bool isOurKey(int key)
{
    return key == Qt::Key_Left || key == Qt::Key_Right || key == Qt::Key_Home || key == Qt::Key_End;
}

} // namespace

SpectrumPlane::SpectrumPlane(QWidget *parent)
    : QWidget(parent)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::TabFocus); // a click leaves the arrow keys to time
    setAccessibleName(tr("Eigenvalues and singular values"));
}

void SpectrumPlane::show(const FullSpectrum &spectrum, const QColor &colour, double gamma)
{
    m_spectrum = spectrum;
    m_colour = colour;
    m_gamma = gamma;
    const int count = static_cast<int>(spectrum.eigenvalues.size());
    m_picked = count == 0 ? -1 : std::clamp(m_picked, 0, count - 1);
    emit pickedChanged();
    update();
}

SpectrumLayout SpectrumPlane::layoutShapes() const
{
    const double unit = Metrics::unit();
    const double edge = 6 * unit; // room for the half of a point on the edge
    return layOutSpectrum(m_spectrum, QRectF(rect()).adjusted(edge, 0, -edge, -edge), unit,
        QFontMetricsF(planeNoteFont()).height() + 4 * unit);
}

QSize SpectrumPlane::sizeHint() const
{
    return QSizeF(260 * Metrics::unit(), 170 * Metrics::unit()).toSize();
}

QSize SpectrumPlane::minimumSizeHint() const
{
    return QSizeF(180 * Metrics::unit(), 100 * Metrics::unit()).toSize();
}

void SpectrumPlane::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(planeNoteFont());
    const SpectrumLayout layout = layoutShapes();
    if (!m_spectrum.eigenvalues.empty())
        paintPlane(painter, layout);
    if (!layout.bars.isNull())
        paintBars(painter, layout);
    if (hasFocus())
        paintFocusRing(painter, QRectF(rect()).adjusted(1, 1, -1, -1), themeOf(this));
}

void SpectrumPlane::paintPlane(QPainter &painter, const SpectrumLayout &layout) const
{
    const Theme &theme = themeOf(this);
    const double unit = Metrics::unit();
    const QRectF &plane = layout.plane;
    painter.setPen(QPen(theme.grid, unit));
    painter.drawLine(QPointF(plane.left(), layout.origin.y()), QPointF(plane.right(), layout.origin.y()));
    painter.drawLine(QPointF(layout.origin.x(), plane.top()), QPointF(layout.origin.x(), plane.bottom()));
    painter.setPen(theme.muted);
    painter.drawText(
        QRectF(plane.left(), 0, plane.width(), plane.top()), Qt::AlignLeft | Qt::AlignTop, tr("eigenvalues"));
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.muted, 1.5 * unit));
    painter.drawEllipse(layout.origin, layout.perUnit, layout.perUnit);
    painter.drawText(layout.origin + QPointF(layout.perUnit + 3 * unit, -3 * unit), QStringLiteral("1"));
    paintPicked(painter, layout);
    painter.setPen(QPen(theme.card, unit));
    painter.setBrush(m_colour);
    for (const QPointF &point : layout.eigenvalues)
        painter.drawEllipse(point, 4 * unit, 4 * unit);
}

/// Its length as a line from the origin, its angle as an arc from the real axis; its partner below lights up too.
void SpectrumPlane::paintPicked(QPainter &painter, const SpectrumLayout &layout) const
{
    if (m_picked < 0)
        return;
    const double unit = Metrics::unit();
    const QPointF at = layout.eigenvalues[static_cast<size_t>(m_picked)];
    const double angle = std::arg(m_spectrum.eigenvalues[static_cast<size_t>(m_picked)]);
    painter.setPen(QPen(m_colour, 1.5 * unit));
    painter.setBrush(Qt::NoBrush);
    painter.drawLine(layout.origin, at);
    const double radius = std::min(0.4 * layout.perUnit, 0.8 * QLineF(layout.origin, at).length());
    const QRectF arc(layout.origin - QPointF(radius, radius), QSizeF(2 * radius, 2 * radius));
    painter.drawArc(arc, 0, static_cast<int>(std::lround(angle * 180 / std::numbers::pi * 16)));
    painter.setPen(QPen(themeOf(this).highlight, 2.5 * unit));
    painter.drawEllipse(at, 7 * unit, 7 * unit);
}

void SpectrumPlane::paintBars(QPainter &painter, const SpectrumLayout &layout) const
{
    const Theme &theme = themeOf(this);
    const double unit = Metrics::unit();
    const QRectF &bars = layout.bars;
    painter.setPen(theme.muted);
    painter.drawText(QRectF(0, 0, bars.right(), bars.top()), Qt::AlignRight | Qt::AlignTop, tr("singular values"));
    painter.setPen(QPen(theme.grid, unit));
    painter.drawLine(bars.bottomLeft(), bars.bottomRight());
    painter.setPen(QPen(m_colour, std::clamp(bars.width() / double(layout.singularValues.size()) * 0.4, 0.5, 3.0)));
    for (const QPointF &top : layout.singularValues)
        painter.drawLine(QPointF(top.x(), bars.bottom()), top);
    const double edge = layout.heightOf(1 / m_gamma);
    if (edge < bars.top())
        return;
    painter.setPen(QPen(theme.muted, 1.5 * unit));
    painter.drawLine(QPointF(bars.left(), edge), QPointF(bars.right(), edge));
    const QString name = m_gamma == 1 ? QStringLiteral("1") : tr("1/γ = %1").arg(numberText(1 / m_gamma, 3));
    painter.drawText(
        QRectF(bars.left(), edge - 30 * unit, bars.width(), 28 * unit), Qt::AlignRight | Qt::AlignBottom, name);
}

void SpectrumPlane::pick(int index)
{
    const int count = static_cast<int>(m_spectrum.eigenvalues.size());
    if (index == m_picked || count == 0)
        return;
    m_picked = std::clamp(index, -1, count - 1);
    emit pickedChanged();
    update();
}

void SpectrumPlane::mouseMoveEvent(QMouseEvent *event)
{
    const SpectrumLayout layout = layoutShapes();
    const int index = layout.eigenvalueAt(event->position(), 14 * Metrics::unit());
    if (index >= 0 || layout.bars.contains(event->position()))
        pick(index);
}

bool SpectrumPlane::event(QEvent *event)
{
    // While the keys are here they walk over the eigenvalues, whatever the window uses them for.
    if (event->type() == QEvent::ShortcutOverride && isOurKey(static_cast<QKeyEvent *>(event)->key())) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void SpectrumPlane::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left: return pick(std::max(m_picked - 1, 0));
    case Qt::Key_Right: return pick(m_picked + 1);
    case Qt::Key_Home: return pick(0);
    case Qt::Key_End: return pick(static_cast<int>(m_spectrum.eigenvalues.size()) - 1);
    default: event->ignore();
    }
}

} // namespace unfold
