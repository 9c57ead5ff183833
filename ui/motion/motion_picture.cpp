#include "ui/motion/motion_picture.h"

#include <QPainter>

namespace unfold {
namespace {

constexpr double visible = 0.02;

QColor mixed(const QColor &a, const QColor &b, double share)
{
    const auto part = [share](double p, double q) { return static_cast<int>((1 - share) * p + share * q + 0.5); };
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

    void paint(const MotionFrame &frame)
    {
        m_painter.setRenderHint(QPainter::Antialiasing);
        for (const MovingFrame &one : frame.frames)
            m_draw.frame(one.frame);
        for (const MovingEdge &one : frame.edges)
            fading(one.shown, [&] { m_draw.edge(one.shape, lookOf(one)); });
        for (const MovingSquare &one : frame.squares)
            m_draw.square(one.square, false);
        for (const MovingGate &one : frame.gates)
            fading(one.shown, [&] { m_draw.gate(one.gate, {m_theme.nodeLine, 1.3, Qt::SolidLine}, false); });
        for (const MovingNode &one : frame.nodes)
            fading(one.shown, [&] { paintNode(one); });
        for (const MovingLabel &one : frame.labels)
            fading(one.shown, [&] { paintLabel(one); });
        fading(frame.rows, [&] { paintRows(); });
    }

private:
    template <typename Paint> void fading(double shown, Paint paint)
    {
        if (shown < visible)
            return;
        m_painter.setOpacity(shown);
        paint();
        m_painter.setOpacity(1);
    }

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

/// One name goes while the other comes.
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
    fading(shown * (1 - node.named), [&] { m_draw.name(shape, look, {}); });
    if (named)
        fading(
            shown * node.named, [&] { m_draw.name(shape, look, "(" + std::to_string(node.shape.subject.step) + ")"); });
}

void MotionPicture::paintLabel(const MovingLabel &moving)
{
    const LabelShape &label = moving.label;
    if (label.kind == LabelShape::Kind::Parameter)
        return m_draw.letter(label, moving.factor, false);
    if (label.kind != LabelShape::Kind::Symbol)
        return m_draw.words(label);
    const std::string step = label.subject.step == 0 ? "" : "(" + std::to_string(label.subject.step) + ")";
    const double pixels = moving.ofUnrolled ? 0.95 * textFont().pixelSize() : moving.factor * symbolPixels();
    m_draw.centred(m_labels.label(label.text, step, pixels, m_theme.text), label.box.center());
}

/// Names of rows whose circles have no room for theirs.
void MotionPicture::paintRows()
{
    for (const RowName &row : m_scene.motion.input().unrolled.rows) {
        if (row.words)
            continue;
        const TypesetFormula &name = m_labels.label(row.name, {}, textFont().pixelSize(), m_theme.muted);
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
