#include "ui/scenes/gallery/miniature_view.h"

#include "core/experiment/shapes.h"
#include "ui/diagram/shared/diagram_painter.h"
#include "ui/scenes/gallery/miniature.h"
#include "ui/style/theme.h"

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
    return QSizeF(180 * unit, 160 * unit).toSize();
}

QSize MiniatureView::minimumSizeHint() const
{
    const double unit = Metrics::unit();
    return QSizeF(120 * unit, 110 * unit).toSize();
}

void MiniatureView::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    const double unit = Metrics::unit();
    const Miniature drawing = layOutMiniature(m_circuit, m_steps, size(), 44 * unit);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    DiagramPainter draw(painter, theme, m_circuit, m_labels);
    for (const Miniature::Arrow &arrow : drawing.arrows) {
        EdgeShape edge;
        edge.parameter = arrow.parameter;
        edge.curve = Curve::line(arrow.line.p1(), arrow.line.p2());
        draw.edge(edge, draw.lookOf(edge));
    }
    for (const Miniature::Box &one : drawing.boxes) {
        painter.setPen(QPen(theme.nodeLine, 1.4 * unit));
        painter.setBrush(theme.fill(one.role));
        painter.drawRoundedRect(one.box, 3 * unit, 3 * unit);
        const std::string &name = m_circuit.nodes[static_cast<size_t>(one.vertex.node)].name;
        draw.centred(m_labels.label(name, {}, 0.75 * one.box.width(), theme.text), one.box.center());
    }
}

} // namespace unfold
