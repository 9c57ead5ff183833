#include "ui/gallery/miniature_view.h"

#include "core/experiment/shapes.h"
#include "ui/diagram/diagram_painter.h"
#include "ui/gallery/miniature.h"
#include "ui/theme.h"

#include <QPainter>

namespace unfold {

MiniatureView::MiniatureView(Shape shape, QWidget *parent)
    : QWidget(parent)
{
    const Experiment experiment = smallestOf(shape);
    m_circuit = circuitOf(experiment);
    m_steps = stepsOf(experiment, m_circuit);
}

QSize MiniatureView::sizeHint() const
{
    const double unit = Metrics::unit();
    return QSizeF(172 * unit, 150 * unit).toSize();
}

void MiniatureView::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    const double unit = Metrics::unit();
    const QSizeF room(width(), std::min<double>(height(), sizeHint().height()));
    const Miniature drawing = layOutMiniature(m_circuit, m_steps, room, 36 * unit);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(0, (height() - room.height()) / 2);
    DiagramLabels labels;
    DiagramPainter draw(painter, theme, m_circuit, labels);
    for (const Miniature::Arrow &arrow : drawing.arrows) {
        EdgeShape edge;
        edge.parameter = arrow.parameter;
        edge.curve = Curve::line(arrow.line.p1(), arrow.line.p2());
        draw.edge(edge, draw.lookOf(edge));
    }
    painter.setPen(QPen(theme.nodeLine, 1.4 * unit));
    for (const Miniature::Box &one : drawing.boxes) {
        painter.setBrush(theme.fill(one.role));
        painter.drawRoundedRect(one.box, 3 * unit, 3 * unit);
    }
}

} // namespace unfold
