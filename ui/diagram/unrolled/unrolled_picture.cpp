#include "ui/diagram/unrolled/unrolled_picture.h"

#include "ui/diagram/shared/diagram_painter.h"
#include "ui/diagram/shared/edge_flow.h"
#include "ui/diagram/unrolled/unrolled_notes.h"
#include "ui/plot/cursor_mark.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace unfold {
namespace {

constexpr double weakest = 0.65; ///< share of its own colour that an arrow keeps when its gradient is 0
constexpr double initialNameFactor = 0.9;

QColor mixed(const QColor &ground, const QColor &colour, double share)
{
    const auto channel = [share](float a, float b) { return static_cast<float>(a + share * (b - a)); };
    return QColor::fromRgbF(channel(ground.redF(), colour.redF()), channel(ground.greenF(), colour.greenF()),
        channel(ground.blueF(), colour.blueF()));
}

class Picture
{
public:
    Picture(QPainter &painter, const Theme &theme, DiagramLabels &labels, const UnrolledScene &scene)
        : m_painter(painter)
        , m_theme(theme)
        , m_labels(labels)
        , m_scene(scene)
        , m_layout(scene.layout)
        , m_draw(painter, theme, scene.circuit, labels)
    {
    }

    void paint()
    {
        m_painter.setRenderHint(QPainter::Antialiasing);
        paintCursor();
        paintNotes(m_painter, m_theme, m_labels, m_scene);
        m_painter.save();
        m_painter.setClipRect(clip());
        for (const FrameShape &frame : m_layout.frames)
            m_draw.frame(frame);
        paintHalos();
        paintEdges();
        paintGates();
        paintNodes();
        paintNumbers();
        paintLabels();
        paintStepLabels(m_painter, m_theme, m_scene);
        m_painter.restore();
    }

private:
    void paintCursor();
    void paintHalos();
    void paintEdges();
    void paintGates();
    void paintNodes();
    void paintNumbers();
    void paintMark(const EdgeShape &edge, const QString &text);
    void paintLabels();
    EdgeLook lookOf(size_t index) const;
    EdgeLook flowLook(const EdgeShape &edge, double norm) const;
    QRectF clip() const;
    bool backward() const { return m_scene.cursor.pass == Pass::Backward; }
    bool small() const { return m_layout.detail == Detail::Dots || m_layout.detail == Detail::Bands; }
    bool selected(const NodeShape &node) const;

    QPainter &m_painter;
    const Theme &m_theme;
    DiagramLabels &m_labels;
    const UnrolledScene &m_scene;
    const UnrolledLayout &m_layout;
    DiagramPainter m_draw;
};

/// The plotting area; open at the ends of the sequence, where initial values are in the margin.
QRectF Picture::clip() const
{
    const TimeAxis &axis = m_scene.axis;
    const double left = axis.window.from < 0.5 + 1e-9 ? 0 : axis.left;
    const double right = axis.window.to > m_scene.steps + 0.5 - 1e-9 ? m_scene.size.width() : axis.right;
    return {left, 0, right - left, m_scene.size.height()};
}

void Picture::paintCursor()
{
    const double bottom = m_scene.size.height();
    paintCursorBand(m_painter, m_scene.axis, m_scene.cursor.step, 0, bottom, m_theme);
    paintCursorLine(m_painter, m_scene.axis, m_scene.cursor.step, 0, bottom, m_theme);
}

bool Picture::selected(const NodeShape &node) const
{
    return node.kind != NodeShape::Kind::Initial && m_scene.cursor.selection.kind != ElementRef::Kind::None
        && m_scene.cursor.selection == node.element;
}

void Picture::paintHalos()
{
    if (m_scene.hover.kind == ElementRef::Kind::None)
        return;
    // Halos of neighbouring copies must not run into one.
    const double margin = std::min(4.0, 0.22 * m_scene.axis.pitch() * m_layout.drawEvery);
    for (const EdgeShape &edge : m_layout.edges)
        if (lit(m_scene.circuit, m_scene.hover, edge))
            m_draw.edgeHalo(edge, margin);
    for (const NodeShape &node : m_layout.nodes)
        if (lit(m_scene.circuit, m_scene.hover, node))
            m_draw.nodeHalo(node);
}

EdgeLook Picture::flowLook(const EdgeShape &edge, double norm) const
{
    EdgeLook look = m_draw.lookOf(edge);
    look.width = widthOfNorm(norm) * m_layout.unit * m_scene.plan.widthFactor;
    if (small())
        look.width = std::min(look.width, 0.6 * m_scene.axis.pitch() * m_layout.drawEvery);
    // What is left of a gradient that vanishes stays stronger than what it has not reached.
    const double share = weakest + (1 - weakest) * strengthOfNorm(norm);
    look.colour = std::isfinite(norm) ? mixed(m_theme.card, look.colour, share) : m_theme.loss;
    if (norm == 0)
        look.style = Qt::DotLine;
    return look;
}

EdgeLook Picture::lookOf(size_t index) const
{
    const EdgeShape &edge = m_layout.edges[index];
    EdgeLook look = m_draw.lookOf(edge);
    if (small())
        look.width = std::max(1.0, 0.6 * look.width);
    if (!backward()) {
        if (valueReached(m_scene.cursor, m_scene.steps, edge))
            return look;
        look = m_draw.notComputed(edge);
        if (small())
            look.style = Qt::SolidLine; // dashes of a few px would be dots
        return look;
    }
    if (!gradientReached(m_scene.cursor, m_scene.steps, edge)) {
        look.colour.setAlphaF(m_theme.fadedAlpha);
        look.width = std::min(look.width, 1.2 * m_layout.unit);
        return look;
    }
    return index < m_scene.norms.size() && m_scene.norms[index] ? flowLook(edge, *m_scene.norms[index]) : look;
}

void Picture::paintEdges()
{
    for (size_t i = 0; i < m_layout.edges.size(); ++i) {
        const Curve &curve = m_layout.edges[i].curve;
        // Many hairlines along the pixel grid: crisper and several times faster without antialiasing.
        const bool upright
            = m_layout.edges[i].lead.empty() && std::abs(curve.start.x() - curve.end.x()) < 0.01 && curve.isStraight();
        m_painter.setRenderHint(QPainter::Antialiasing, !(small() && upright));
        m_draw.edge(m_layout.edges[i], lookOf(i));
    }
    m_painter.setRenderHint(QPainter::Antialiasing, true);
}

void Picture::paintGates()
{
    for (const GateDot &gate : m_layout.gates) {
        const bool there = m_scene.cursor.valueShown(gate.element.step);
        m_draw.gate(gate, {there ? m_theme.nodeLine : m_theme.notComputed, 1.2 * m_layout.unit, Qt::SolidLine},
            lightsUp(m_scene.circuit, m_scene.hover, gate.element));
    }
}

void Picture::paintNodes()
{
    for (const NodeShape &node : m_layout.nodes) {
        const bool initial = node.kind == NodeShape::Kind::Initial;
        const bool there = initial || m_scene.cursor.valueShown(node.element.step);
        NodeLook look = there ? m_draw.lookOf(node) : m_draw.notComputed(node);
        if (initial)
            look.fill = m_theme.card;
        if (small())
            look.width = 1;
        if (m_layout.detail == Detail::Bands)
            look.fill = look.line;
        if (selected(node)) {
            look.line = m_theme.cursorLine;
            look.width += 1.2 * m_layout.unit;
        }
        m_draw.node(node, look, stepLabel(m_scene.circuit, node.element));
        if (initial && !node.named.isNull())
            m_draw.centred(m_labels.label(node.name, m_scene.circuit.names.at(initialStepText(node.step)),
                               initialNameFactor * textFont().pixelSize(), m_theme.text),
                node.named.center());
    }
}

void Picture::paintNumbers()
{
    if (!backward())
        return;
    for (size_t i = 0; i < m_layout.edges.size() && i < m_scene.norms.size(); ++i) {
        const EdgeShape &edge = m_layout.edges[i];
        if (!m_scene.norms[i] || !gradientReached(m_scene.cursor, m_scene.steps, edge))
            continue;
        const double norm = *m_scene.norms[i];
        if (!edge.number.isNull()) {
            m_painter.setFont(noteFont());
            m_painter.setPen(norm == 0 || !std::isfinite(norm) ? m_theme.loss : m_theme.text);
            m_painter.drawText(edge.number, Qt::AlignCenter, shortNorm(norm));
        } else if ((norm == 0 || !std::isfinite(norm)) && edge.from != edge.to && m_layout.detail == Detail::Full) {
            paintMark(edge, shortNorm(norm));
        }
    }
}

/// 0 or ∞ on the arrow itself, unless a letter is there.
void Picture::paintMark(const EdgeShape &edge, const QString &text)
{
    m_painter.setFont(textFont(0.8, QFont::DemiBold));
    const QFontMetricsF metrics(m_painter.font());
    QRectF box(0, 0, metrics.horizontalAdvance(text) + 4, 0.9 * metrics.height());
    box.moveCenter(edge.curve.at(0.42));
    if (std::any_of(m_layout.labels.begin(), m_layout.labels.end(),
            [&box](const LabelShape &label) { return label.box.intersects(box); }))
        return;
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(m_theme.card);
    m_painter.drawRoundedRect(box, 3, 3);
    m_painter.setPen(m_theme.loss);
    m_painter.drawText(box, Qt::AlignCenter, text);
}

void Picture::paintLabels()
{
    for (const LabelShape &label : m_layout.labels) {
        if (label.kind == LabelShape::Kind::Parameter) {
            const bool isLit = lightsUp(m_scene.circuit, m_scene.hover, label.element);
            m_draw.letter(label, 0.8, isLit);
            continue;
        }
        const bool there = label.element.step == 0 || m_scene.cursor.valueShown(label.element.step);
        const QColor colour = there ? m_theme.text : m_theme.muted;
        m_draw.centred(m_labels.label(label.text, stepLabel(m_scene.circuit, label.element),
                           0.95 * textFont().pixelSize(), colour),
            label.box.center());
    }
}

} // namespace

void paintUnrolled(QPainter &painter, const Theme &theme, DiagramLabels &labels, const UnrolledScene &scene)
{
    Picture(painter, theme, labels, scene).paint();
}

} // namespace unfold
