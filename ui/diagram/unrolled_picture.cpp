#include "ui/diagram/unrolled_picture.h"

#include "ui/diagram/diagram_painter.h"
#include "ui/plots/cursor_mark.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace unfold {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("UnrolledView", text);
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
        paintCaption();
        paintRowNames();
        m_painter.save();
        m_painter.setClipRect(clip());
        paintHalos();
        paintEdges();
        paintGates();
        paintNodes();
        paintNumbers();
        paintLabels();
        paintStepLabels();
        m_painter.restore();
    }

private:
    void paintCursor();
    void paintCaption();
    void paintFlow(const QString &text);
    void paintRowNames();
    void paintHalos();
    void paintEdges();
    void paintGates();
    void paintNodes();
    void paintNumbers();
    void paintMark(const EdgeShape &edge, const QString &text);
    void paintLabels();
    void paintStepLabels();
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

/// The plotting area; open at the ends of the sequence, where initial values stand in the margin.
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

/// What stands where it is not computed yet, and how far the gradient has come.
void Picture::paintCaption()
{
    const int step = m_scene.cursor.step;
    const bool nothing = backward() ? step <= 1 : step >= m_scene.steps;
    m_painter.setFont(noteFont());
    const QFontMetricsF metrics(m_painter.font());
    if (!nothing) {
        QFont italic = noteFont();
        italic.setItalic(true);
        m_painter.setFont(italic);
        m_painter.setPen(m_theme.muted);
        const double edge
            = std::clamp(m_scene.axis.x(step + (backward() ? -0.5 : 0.5)), m_scene.axis.left, m_scene.axis.right);
        QRectF room = m_layout.caption;
        backward() ? room.setRight(edge) : room.setLeft(edge);
        const QString text = tr("not computed yet");
        if (room.width() > metrics.horizontalAdvance(text) + 8)
            m_painter.drawText(room, Qt::AlignCenter, text);
    }
    if (backward() && m_scene.lastLossStep > 0)
        paintFlow(step > 1 ? tr("the gradient has flowed back to step %1").arg(step)
                           : tr("the gradient has flowed back to the first step"));
}

/// An arrow from the loss to the cursor, right to left, with its sentence.
void Picture::paintFlow(const QString &text)
{
    const TimeAxis &axis = m_scene.axis;
    const double from = std::min(axis.x(m_scene.lastLossStep), axis.right);
    const double to = std::max(axis.x(m_scene.cursor.step) + 4 * m_layout.unit, axis.left);
    const QFont font = noteFont();
    const double width = QFontMetricsF(font).horizontalAdvance(text) + 12 * m_layout.unit;
    const double y = m_layout.caption.center().y();
    if (from - to < 14 * m_layout.unit)
        return;
    EdgeShape arrow;
    arrow.curve = Curve::line({from, y}, {to, y});
    m_draw.edge(arrow, {m_theme.loss, 1.3 * m_layout.unit, Qt::SolidLine});
    if (from - to < width + 24 * m_layout.unit)
        return;
    const QRectF box((from + to - width) / 2, m_layout.caption.top(), width, m_layout.caption.height());
    const double cursor = axis.x(m_scene.cursor.step);
    m_painter.fillRect(box.adjusted(0, 2, 0, -2),
        std::abs(cursor - box.center().x()) < box.width() / 2 ? m_theme.cursorBand : m_theme.card);
    m_painter.setFont(font);
    m_painter.setPen(m_theme.loss);
    m_painter.drawText(box, Qt::AlignCenter, text);
}

void Picture::paintRowNames()
{
    for (const RowName &row : m_layout.rows) {
        const double size = std::min(textFont().pixelSize() * 1.0, 15 * m_layout.unit);
        const TypesetFormula &name = m_labels.label(row.name, {}, size, m_theme.muted);
        name.paint(m_painter, {row.left.x(), row.left.y() - name.bounds().center().y()});
    }
}

bool Picture::selected(const NodeShape &node) const
{
    return node.kind != NodeShape::Kind::Initial && m_scene.cursor.selection.kind != Subject::Kind::None
        && m_scene.cursor.selection == node.subject;
}

void Picture::paintHalos()
{
    if (m_scene.hover.kind == Subject::Kind::None)
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
    if (!std::isfinite(norm))
        look.colour = m_theme.loss;
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
        look.colour.setAlphaF(m_theme.dark ? 0.45f : 0.35f);
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
        const bool upright = std::abs(curve.start.x() - curve.end.x()) < 0.01 && curve.isStraight();
        m_painter.setRenderHint(QPainter::Antialiasing, !(small() && upright));
        m_draw.edge(m_layout.edges[i], lookOf(i));
    }
    m_painter.setRenderHint(QPainter::Antialiasing, true);
}

void Picture::paintGates()
{
    for (const GateDot &gate : m_layout.gates) {
        const bool there = m_scene.cursor.valueShown(gate.subject.step);
        m_draw.gate(gate.disc, {there ? m_theme.nodeLine : m_theme.notComputed, 1.2 * m_layout.unit, Qt::SolidLine},
            lightsUp(m_scene.circuit, m_scene.hover, gate.subject));
    }
}

void Picture::paintNodes()
{
    for (const NodeShape &node : m_layout.nodes) {
        const bool initial = node.kind == NodeShape::Kind::Initial;
        const bool there = initial || m_scene.cursor.valueShown(node.subject.step);
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
        m_draw.node(node, look, "(" + std::to_string(node.subject.step) + ")");
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

/// 0 or ∞ on the arrow itself.
void Picture::paintMark(const EdgeShape &edge, const QString &text)
{
    m_painter.setFont(textFont(0.8, QFont::DemiBold));
    const QFontMetricsF metrics(m_painter.font());
    QRectF box(0, 0, metrics.horizontalAdvance(text) + 4, 0.9 * metrics.height());
    box.moveCenter(edge.curve.at(0.42));
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
            const bool isLit = lightsUp(m_scene.circuit, m_scene.hover, label.subject);
            m_draw.letter(label, 0.8, isLit);
            continue;
        }
        const QColor colour = m_scene.cursor.valueShown(label.subject.step) ? m_theme.text : m_theme.notComputed;
        const std::string step = "(" + std::to_string(label.subject.step) + ")";
        m_draw.centred(m_labels.label(label.text, step, 0.95 * textFont().pixelSize(), colour), label.box.center());
    }
}

/// The data's own names of the steps, as many as have room.
void Picture::paintStepLabels()
{
    if (m_scene.stepLabels.empty())
        return;
    m_painter.setFont(noteFont());
    const QFontMetricsF metrics(m_painter.font());
    double widest = 0;
    for (int t = m_layout.visible.first; t <= m_layout.visible.last && t <= static_cast<int>(m_scene.stepLabels.size());
         ++t)
        widest = std::max(
            widest, metrics.horizontalAdvance(QString::fromStdString(m_scene.stepLabels[static_cast<size_t>(t - 1)])));
    widest = std::min(widest, std::max(40 * m_layout.unit, m_scene.axis.pitch() - 4));
    const int every = roundStride((widest + 4) / m_scene.axis.pitch());
    for (int t = m_layout.visible.first; t <= m_layout.visible.last && t <= static_cast<int>(m_scene.stepLabels.size());
         ++t) {
        if (every > 1 && t % every != 0)
            continue;
        const double x = m_scene.axis.x(t);
        const double width = every * m_scene.axis.pitch();
        const QString text = metrics.elidedText(
            QString::fromStdString(m_scene.stepLabels[static_cast<size_t>(t - 1)]), Qt::ElideRight, width - 2);
        const QRectF box(x - width / 2, m_scene.plan.stepLabelTop, width, metrics.height());
        const bool here = t == m_scene.cursor.step;
        if (here) // the cursor's line makes way for it
            m_painter.fillRect(QRectF(x - 2, box.top(), 4, box.height()), m_theme.cursorBand);
        m_painter.setPen(here ? m_theme.text : m_theme.muted);
        m_painter.drawText(box, Qt::AlignCenter, text);
    }
}

} // namespace

void paintUnrolled(QPainter &painter, const Theme &theme, DiagramLabels &labels, const UnrolledScene &scene)
{
    Picture(painter, theme, labels, scene).paint();
}

bool gradientReached(const Cursor &cursor, int steps, const EdgeShape &edge)
{
    return cursor.gradientShown(std::clamp(edge.from, 1, steps)) && cursor.gradientShown(edge.to);
}

bool valueReached(const Cursor &cursor, int steps, const EdgeShape &edge)
{
    return cursor.valueShown(std::clamp(edge.from, 1, steps)) && cursor.valueShown(edge.to);
}

double widthOfNorm(double norm)
{
    if (norm == 0)
        return 0.8;
    if (!std::isfinite(norm))
        return 9;
    return std::clamp(4 + std::log10(norm), 0.8, 9.0);
}

QString shortNorm(double norm)
{
    if (std::isnan(norm))
        return QStringLiteral("NaN");
    if (std::isinf(norm))
        return QString(QChar(0x221e));
    if (norm == 0)
        return QStringLiteral("0");
    return QString::number(norm, 'g', 2).replace(QLatin1Char('-'), QChar(0x2212));
}

} // namespace unfold
