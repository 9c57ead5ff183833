#include "ui/scenes/motion/motion_picture.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace unfold {
namespace {

constexpr double leastVisible = 0.02;

QColor mixed(const QColor &a, const QColor &b, double share)
{
    const auto part
        = [share](double p, double q) { return static_cast<int>(std::lround((1 - share) * p + share * q)); };
    return {part(a.red(), b.red()), part(a.green(), b.green()), part(a.blue(), b.blue())};
}

class MotionPicture
{
public:
    MotionPicture(QPainter &painter, const Theme &theme, DiagramLabels &labels, const MotionScene &scene)
        : m_painter(painter)
        , m_theme(theme)
        , m_labels(labels)
        , m_scene(scene)
        , m_draw(painter, theme, scene.shown.circuit, labels)
    {
    }

    /// Copy by copy: what walks on lies over what it leaves behind.
    void paint(const MotionFrame &frame)
    {
        m_painter.setRenderHint(QPainter::Antialiasing);
        for (int step = 0; step <= m_scene.shown.steps + 1; ++step)
            paintCopy(frame, step);
        for (const MovingLabel &one : frame.labels)
            fading(one.shown, [&] { paintLabel(one); });
        fading(frame.rows, [&] { paintRows(); });
    }

private:
    template <typename Paint> void fading(double shown, Paint paint)
    {
        if (shown < leastVisible)
            return;
        m_painter.setOpacity(shown);
        paint();
        m_painter.setOpacity(1);
    }

    void paintCopy(const MotionFrame &frame, int step);
    void paintFrame(const MovingFrame &frame);
    EdgeLook lookOf(const MovingEdge &edge) const;
    void paintNode(const MovingNode &node);
    void paintLabel(const MovingLabel &label);
    void paintRows();

    QPainter &m_painter;
    const Theme &m_theme;
    DiagramLabels &m_labels;
    const MotionScene &m_scene;
    DiagramPainter m_draw;
};

void MotionPicture::paintCopy(const MotionFrame &frame, int step)
{
    for (const MovingFrame &one : frame.frames)
        if (one.step == step)
            paintFrame(one);
    for (const MovingEdge &one : frame.edges)
        if (std::max(one.shape.from, one.shape.to) == step)
            fading(one.shown, [&] { m_draw.edge(one.shape, lookOf(one)); });
    for (const MovingSquare &one : frame.squares)
        if (one.step == step)
            m_draw.square(one.square, false);
    for (const MovingGate &one : frame.gates)
        if (one.step == step)
            fading(one.shown, [&] { m_draw.gate(one.gate, {m_theme.nodeLine, 1.3, Qt::SolidLine}, false); });
    for (const MovingNode &one : frame.nodes)
        if ((one.shape.kind == NodeShape::Kind::Initial ? 1 : one.shape.element.step) == step)
            fading(one.shown, [&] { paintNode(one); });
}

/// Nothing shines through a cell.
void MotionPicture::paintFrame(const MovingFrame &frame)
{
    const double corner = 8 * m_scene.motion.input().unrolled.unit;
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(m_theme.card);
    m_painter.drawRoundedRect(frame.frame.box, corner, corner);
    FrameShape bare = frame.frame;
    bare.label = {};
    m_draw.frame(bare);
    if (frame.frame.label.isNull())
        return;
    fading(1 - frame.named, [&] { m_draw.words({LabelShape::Kind::Note, {}, frame.frame.name, frame.frame.label}); });
}

EdgeLook MotionPicture::lookOf(const MovingEdge &edge) const
{
    EdgeLook look = m_draw.lookOf(edge.shape);
    if (edge.parameterBefore == edge.shape.parameter || edge.unrolled >= 1)
        return look;
    EdgeShape before = edge.shape;
    before.parameter = edge.parameterBefore;
    const EdgeLook then = m_draw.lookOf(before);
    look.colour = mixed(then.colour, look.colour, edge.unrolled);
    look.width = (1 - edge.unrolled) * then.width + edge.unrolled * look.width;
    return look;
}

/// One name goes before the other comes.
void MotionPicture::paintNode(const MovingNode &node)
{
    NodeShape shape = node.shape;
    NodeLook look = m_draw.lookOf(shape);
    if (shape.kind == NodeShape::Kind::Initial) {
        look.fill = m_theme.card;
        shape.labelled = false;
    }
    if (shape.isBlock()) {
        m_draw.node(shape, look, {});
        return;
    }
    const bool named = shape.labelled;
    shape.labelled = false;
    m_draw.node(shape, look, {});
    if (shape.kind == NodeShape::Kind::Initial)
        return;
    const double shown = m_painter.opacity();
    shape.labelled = true;
    fading(shown * (1 - eased(2 * node.named)),
        [&] { m_draw.name(shape, look, stepLabel(m_scene.shown.circuit, timeless(shape.element))); });
    if (named)
        fading(shown * node.named,
            [&] { m_draw.name(shape, look, stepLabel(m_scene.shown.circuit, node.shape.element)); });
}

void MotionPicture::paintLabel(const MovingLabel &moving)
{
    const LabelShape &label = moving.label;
    if (label.kind == LabelShape::Kind::Parameter)
        return m_draw.letter(label, moving.factor, false);
    if (label.kind != LabelShape::Kind::Symbol)
        return m_draw.words(label);
    const std::string step = stepLabel(m_scene.shown.circuit, label.element);
    const double pixels = moving.ofUnrolled ? 0.95 * textFont().pixelSize() : moving.factor * symbolPixels();
    m_draw.centred(m_labels.label(label.text, step, pixels, m_theme.text), label.box.center());
}

/// Names of rows whose circles have no room for theirs.
void MotionPicture::paintRows()
{
    for (const RowName &row : m_scene.motion.input().unrolled.rows) {
        if (row.words)
            continue;
        const TypesetFormula &name = m_labels.label(
            row.name, stepLabel(m_scene.shown.circuit, row.element), textFont().pixelSize(), m_theme.muted);
        name.paint(m_painter, row.left - QPointF(0, name.bounds().center().y()));
    }
}

} // namespace

void paintMotion(
    QPainter &painter, const Theme &theme, DiagramLabels &labels, const MotionScene &scene, const MotionFrame &frame)
{
    MotionPicture(painter, theme, labels, scene).paint(frame);
}

} // namespace unfold
