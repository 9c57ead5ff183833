#include "ui/scenes/feedforward_to_rnn/view.h"

#include "ui/diagram/shared/diagram_painter.h"
#include "ui/style/theme.h"

#include <QEvent>
#include <QPainter>

#include <algorithm>

namespace unfold {
namespace {

constexpr double synapseShare = 0.6; ///< many lines side by side are dense enough

} // namespace

FeedforwardToRnnView::FeedforwardToRnnView(const Circuit &circuit, QWidget *parent)
    : QWidget(parent)
{
    m_input.circuit = circuit;
    setAccessibleName(tr("From the feed-forward network to the recurrent one"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    rebuild();
}

/// The folded drawing is made for a column; on a page of its own it is shown larger.
double FeedforwardToRnnView::zoom() const
{
    const double unit = Metrics::unit();
    return std::clamp(std::min(width() / (380 * unit), height() / (330 * unit)), 1.0, 2.6);
}

QSize FeedforwardToRnnView::minimumSizeHint() const
{
    const int em = textFont().pixelSize();
    return {24 * em, 18 * em};
}

void FeedforwardToRnnView::setPhase(double phase)
{
    m_phase = std::clamp(phase, 0.0, 1.0);
    rebuild();
}

void FeedforwardToRnnView::rebuild()
{
    m_input.size = QSizeF(size()) / zoom();
    m_input.fonts = diagramFonts(m_labels);
    m_picture = layOutTransition(m_input, m_phase);
    update();
}

void FeedforwardToRnnView::resizeEvent(QResizeEvent *)
{
    m_otherRoom.ask();
}

void FeedforwardToRnnView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        m_labels.clear();
        m_otherRoom.ask();
    }
}

void FeedforwardToRnnView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(zoom(), zoom());
    DiagramPainter draw(painter, themeOf(this), m_input.circuit, m_labels);
    paintLines(painter, draw);
    paintFrames(painter, draw);
    paintMany(painter);
    paintNames(painter, draw);
    paintLabels(painter, draw);
    paintCaptions(painter);
}

void FeedforwardToRnnView::paintLines(QPainter &painter, DiagramPainter &draw)
{
    for (const auto &[edge, share] : m_picture.edges) {
        if (share <= 0)
            continue;
        painter.setOpacity(share);
        draw.edge(edge, draw.lookOf(edge));
    }
    painter.setOpacity(1);
    for (const DelaySquare &square : m_picture.squares)
        if (!square.box.isEmpty())
            draw.square(square, false);
}

void FeedforwardToRnnView::paintFrames(QPainter &painter, DiagramPainter &draw)
{
    if (m_picture.names >= 1) // the circles of the nodes cover them
        return;
    painter.setOpacity(m_picture.frame);
    for (size_t i = 0; i < m_picture.frames.size(); ++i) {
        const NodeLook look = draw.lookOf(m_picture.nodes[i]);
        const QRectF box
            = m_picture.frames[i].box.adjusted(look.width / 2, look.width / 2, -look.width / 2, -look.width / 2);
        const double corner = std::min(box.width(), box.height()) / 2;
        painter.setPen(QPen(look.line, look.width));
        painter.setBrush(look.fill);
        painter.drawRoundedRect(box, corner, corner);
    }
    painter.setOpacity(1);
}

void FeedforwardToRnnView::paintMany(QPainter &painter) const
{
    if (m_picture.many <= 0)
        return;
    const Theme &theme = themeOf(this);
    painter.setOpacity(synapseShare * m_picture.many);
    for (const Synapse &synapse : m_picture.synapses) {
        painter.setPen(QPen(theme.parameter(m_input.circuit, synapse.parameter), Metrics::unit()));
        painter.drawLine(synapse.line);
    }
    painter.setOpacity(m_picture.many);
    for (const Neuron &neuron : m_picture.neurons) {
        painter.setPen(QPen(theme.nodeLine, 1.2 * Metrics::unit()));
        painter.setBrush(theme.fill(m_input.circuit.nodes[static_cast<size_t>(neuron.node)].role));
        painter.drawEllipse(neuron.disc.centre, neuron.disc.radius, neuron.disc.radius);
    }
    painter.setOpacity(1);
}

/// In the end the nodes as every diagram has them.
void FeedforwardToRnnView::paintNames(QPainter &painter, DiagramPainter &draw)
{
    painter.setOpacity(m_picture.names);
    if (m_picture.names > 0)
        for (const NodeShape &node : m_picture.nodes)
            draw.node(node, draw.lookOf(node), {});
    painter.setOpacity(1);
}

void FeedforwardToRnnView::paintLabels(QPainter &painter, DiagramPainter &draw)
{
    for (const auto &[label, share] : m_picture.labels) {
        if (share <= 0)
            continue;
        painter.setOpacity(share);
        if (label.kind == LabelShape::Kind::Parameter)
            draw.letter(label, m_picture.letterFactor, false);
        else
            draw.words(label);
    }
    painter.setOpacity(1);
}

/// What the layers are, under them, before they have names.
void FeedforwardToRnnView::paintCaptions(QPainter &painter) const
{
    if (m_picture.names >= 1)
        return;
    painter.setOpacity(1 - m_picture.names);
    painter.setFont(noteFont());
    painter.setPen(themeOf(this).muted);
    double below = 0;
    for (const LayerFrame &frame : m_picture.frames)
        below = std::max(below, frame.box.bottom());
    for (const LayerFrame &frame : m_picture.frames) {
        const Node &node = m_input.circuit.nodes[static_cast<size_t>(frame.node)];
        const QString text = node.role == Role::Input ? tr("%1 inputs").arg(node.size)
            : node.role == Role::Output               ? tr("%1 outputs").arg(node.size)
                                                      : tr("%1 hidden units").arg(node.size);
        const QFontMetricsF metrics(painter.font());
        const QSizeF size(metrics.horizontalAdvance(text) + 2, metrics.height());
        painter.drawText(
            QRectF(frame.box.center().x() - size.width() / 2, below + 0.4 * size.height(), size.width(), size.height()),
            Qt::AlignCenter, text);
    }
    painter.setOpacity(1);
}

} // namespace unfold
