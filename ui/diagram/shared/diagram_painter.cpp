#include "ui/diagram/shared/diagram_painter.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace unfold {
namespace {

constexpr double haloWidth = 4; ///< px on each side
constexpr double legible = 8.5; ///< px, the smallest label with a step

/// px of lines and gaps.
QList<double> dashesOf(Qt::PenStyle style)
{
    switch (style) {
    case Qt::CustomDashLine: return {9, 3};
    case Qt::DashDotLine: return {9, 2.5, 2.5, 2.5};
    default: return {4, 3};
    }
}

QPen penOf(const QColor &colour, double width, Qt::PenStyle style = Qt::SolidLine)
{
    QPen pen(colour, width, Qt::SolidLine, Qt::FlatCap);
    if (style == Qt::SolidLine)
        return pen;
    QList<double> dashes = dashesOf(style);
    for (double &length : dashes)
        length /= std::max(1.0, width);
    pen.setDashPattern(dashes);
    return pen;
}

/// The curve without its last `px`, for an arrowhead to take their place.
Curve shortened(const Curve &curve, double px)
{
    const double length = curve.length();
    return length > px ? curve.upTo(1 - px / length) : curve;
}

} // namespace

DiagramPainter::DiagramPainter(QPainter &painter, const Theme &theme, const Circuit &circuit, DiagramLabels &labels)
    : m_painter(painter)
    , m_theme(theme)
    , m_circuit(circuit)
    , m_labels(labels)
    , m_unit(textFont().pixelSize() / 14.0)
{
}

EdgeLook DiagramPainter::lookOf(const EdgeShape &edge) const
{
    if (edge.parameter.empty())
        return {m_theme.nodeLine, 1.4 * m_unit, Qt::SolidLine};
    return {m_theme.parameter(m_circuit, edge.parameter), 1.8 * m_unit, m_theme.line(m_circuit, edge.parameter)};
}

NodeLook DiagramPainter::lookOf(const NodeShape &node) const
{
    if (node.kind == NodeShape::Kind::Loss)
        return {m_theme.lossFill, m_theme.loss, m_theme.loss, 1.5 * m_unit, Qt::SolidLine};
    const QColor fill = node.kind == NodeShape::Kind::Node ? m_theme.fill(node.role) : m_theme.nodeFill;
    return {fill, m_theme.nodeLine, m_theme.text, 1.5 * m_unit, Qt::SolidLine};
}

EdgeLook DiagramPainter::notComputed(const EdgeShape &) const
{
    // On paper dashes tell parameters apart.
    const bool paper = m_theme.kind == ThemeKind::Print;
    return {m_theme.notComputed, (paper ? 0.6 : 1.1) * m_unit, paper ? Qt::SolidLine : Qt::DashLine};
}

NodeLook DiagramPainter::notComputed(const NodeShape &) const
{
    return {m_theme.card, m_theme.notComputed, m_theme.muted, 1.2 * m_unit, Qt::SolidLine};
}

void DiagramPainter::edgeHalo(const EdgeShape &edge, double margin)
{
    QPen pen(m_theme.highlight, lookOf(edge).width + 2 * margin, Qt::SolidLine, Qt::FlatCap);
    m_painter.setPen(pen);
    m_painter.setBrush(Qt::NoBrush);
    m_painter.drawPath(edge.leadPath());
    m_painter.drawPath(edge.curve.path());
}

void DiagramPainter::edge(const EdgeShape &edge, const EdgeLook &look)
{
    const double head = edge.head ? std::min(7.5 * m_unit + look.width, 0.6 * edge.curve.length()) : 0;
    const Curve line = edge.head ? shortened(edge.curve, 0.8 * head) : edge.curve;
    m_painter.setPen(penOf(look.colour, look.width, look.style));
    m_painter.setBrush(Qt::NoBrush);
    if (!edge.lead.empty()) {
        QPainterPath whole = edge.leadPath();
        whole.connectPath(line.path());
        m_painter.drawPath(whole);
    } else if (line.isStraight()) {
        m_painter.drawLine(line.start, line.end);
    } else {
        m_painter.drawPath(line.path());
    }
    if (!edge.head)
        return;
    arrowHead(edge.curve, head, look);
    if (edge.enters > 0 && !edge.lead.empty())
        if (const Curve in = shortened(edge.lead.back(), edge.enters); in.length() > 0.8 * head)
            arrowHead(in, head, look);
}

/// `head` px long, at the end of the curve.
void DiagramPainter::arrowHead(const Curve &curve, double head, const EdgeLook &look)
{
    const QPointF tip = curve.end;
    const Curve body = shortened(curve, head);
    QPointF back = tip - body.end;
    const double length = std::hypot(back.x(), back.y());
    back = length > 0 ? back / length : curve.direction(1);
    const QPointF base = tip - head * back;
    const QPointF side = (0.28 * head + 0.55 * look.width) * QPointF(-back.y(), back.x());
    const QPointF triangle[3] = {tip, base + side, base - side};
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(look.colour);
    m_painter.drawPolygon(triangle, 3);
}

void DiagramPainter::nodeHalo(const NodeShape &node)
{
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(m_theme.highlight);
    if (node.isBlock()) {
        const double margin = haloWidth * m_unit;
        m_painter.drawRoundedRect(node.box().adjusted(-margin, -margin, margin, margin), 2 * margin, 2 * margin);
        return;
    }
    const double r = node.disc.radius + haloWidth * m_unit;
    m_painter.drawEllipse(node.disc.centre, r, r);
}

void DiagramPainter::frame(const FrameShape &frame)
{
    QColor fill = m_theme.stateFill;
    fill.setAlphaF(0.45f);
    const double corner = 8 * m_unit;
    m_painter.setPen(penOf(m_theme.border, 1.2 * m_unit));
    m_painter.setBrush(fill);
    m_painter.drawRoundedRect(frame.box, corner, corner);
    if (frame.label.isNull())
        return;
    m_painter.setFont(noteFont());
    m_painter.setPen(m_theme.muted);
    m_painter.drawText(frame.label, Qt::AlignCenter, QString::fromStdString(frame.name));
}

/// The name in words: over the weights where they are listed, else in the middle.
void DiagramPainter::block(const NodeShape &node, const NodeLook &look)
{
    const QRectF box = node.box().adjusted(look.width / 2, look.width / 2, -look.width / 2, -look.width / 2);
    const double corner = std::min(8 * m_unit, 0.25 * box.width());
    m_painter.drawRoundedRect(box, corner, corner);
    if (!node.labelled)
        return;
    QFont font = textFont(1.0, QFont::Medium);
    const QString text = QString::fromStdString(node.name);
    const double room = box.width() - 6 * m_unit;
    for (double factor = 1.0; factor > 0.7 && QFontMetricsF(font).horizontalAdvance(text) > room; factor -= 0.06)
        font = textFont(factor, QFont::Medium);
    if (QFontMetricsF(font).horizontalAdvance(text) > room)
        return;
    m_painter.setFont(font);
    m_painter.setPen(look.text);
    m_painter.drawText(node.named.isNull() ? box : node.named, Qt::AlignCenter, text);
}

void DiagramPainter::node(const NodeShape &node, const NodeLook &look, const std::string &superscript)
{
    m_painter.setPen(penOf(look.line, look.width, look.style));
    m_painter.setBrush(look.fill);
    if (node.isBlock())
        return block(node, look);
    const double r = node.disc.radius - look.width / 2;
    m_painter.drawEllipse(node.disc.centre, r, r);
    if (node.labelled)
        name(node, look, superscript);
}

void DiagramPainter::name(const NodeShape &node, const NodeLook &look, const std::string &superscript)
{
    const double wanted = (superscript.empty() ? 1.0 : 0.9) * node.disc.radius;
    const double room = 1.55 * node.disc.radius;
    const auto fitting
        = [&](const TypesetFormula &f) { return std::min(1.0, room / std::max(1.0, f.bounds().width())); };
    std::string script = superscript;
    double scale = fitting(m_labels.label(node.name, script, wanted, look.text));
    if (!script.empty() && wanted * scale < legible * m_unit) { // the name alone; the axis says the step
        script.clear();
        scale = fitting(m_labels.label(node.name, script, wanted, look.text));
    }
    centred(m_labels.label(node.name, script, wanted * scale, look.text), node.disc.centre);
}

void DiagramPainter::square(const DelaySquare &square, bool isLit)
{
    if (isLit) {
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(m_theme.highlight);
        m_painter.drawRect(square.box.adjusted(-haloWidth, -haloWidth, haloWidth, haloWidth));
    }
    // Black: the past. Hollow: the future.
    m_painter.setPen(penOf(m_theme.nodeLine, 1.6 * m_unit));
    m_painter.setBrush(square.delay > 0 ? m_theme.nodeLine : m_theme.card);
    m_painter.drawRect(square.box);
}

void DiagramPainter::gate(const GateDot &gate, const EdgeLook &look, bool isLit)
{
    const Disc &disc = gate.disc;
    if (isLit) {
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(m_theme.highlight);
        m_painter.drawEllipse(disc.centre, disc.radius + haloWidth, disc.radius + haloWidth);
    }
    m_painter.setPen(penOf(look.colour, look.width));
    m_painter.setBrush(m_theme.card);
    m_painter.drawEllipse(disc.centre, disc.radius, disc.radius);
    if (gate.sum) {
        const double arm = 0.55 * disc.radius;
        m_painter.drawLine(disc.centre - QPointF(arm, 0), disc.centre + QPointF(arm, 0));
        m_painter.drawLine(disc.centre - QPointF(0, arm), disc.centre + QPointF(0, arm));
        return;
    }
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(look.colour);
    m_painter.drawEllipse(disc.centre, 0.32 * disc.radius, 0.32 * disc.radius);
}

void DiagramPainter::words(const LabelShape &label)
{
    m_painter.setFont(noteFont());
    m_painter.setPen(label.kind == LabelShape::Kind::Sign ? m_theme.text : m_theme.muted);
    m_painter.drawText(label.box, Qt::AlignCenter, QString::fromStdString(label.text));
}

void DiagramPainter::letter(const LabelShape &label, double factor, bool isLit)
{
    if (isLit) {
        m_painter.setPen(m_theme.highlight);
        m_painter.setBrush(m_theme.glow);
        m_painter.drawRoundedRect(label.box.adjusted(-3, -1, 3, 1), 3, 3);
    }
    const QColor colour = m_theme.parameter(m_circuit, label.element.parameter);
    centred(m_labels.label(label.text, {}, factor * symbolPixels(), colour), label.box.center());
}

void DiagramPainter::centred(const TypesetFormula &formula, QPointF centre)
{
    formula.paint(m_painter, centre - formula.bounds().center());
}

} // namespace unfold
