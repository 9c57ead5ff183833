#include "ui/export/svg_text.h"

#include <QBrush>
#include <QColor>
#include <QFont>
#include <QFontInfo>
#include <QLinearGradient>
#include <QPainterPath>
#include <QPen>
#include <QString>
#include <QTransform>

#include <algorithm>
#include <cmath>

namespace unfold {
namespace {

QByteArray point(double x, double y)
{
    return svgNumber(x) + ' ' + svgNumber(y);
}

QByteArray attribute(const char *name, const QByteArray &value)
{
    return QByteArray(" ") + name + "=\"" + value + '"';
}

QByteArray capOf(Qt::PenCapStyle cap)
{
    return cap == Qt::RoundCap ? "round" : cap == Qt::FlatCap ? "butt" : "square";
}

QByteArray joinOf(Qt::PenJoinStyle join)
{
    return join == Qt::RoundJoin ? "round" : join == Qt::BevelJoin ? "bevel" : "miter";
}

QByteArray dashesOf(const QPen &pen, double width)
{
    QByteArray dashes;
    for (const double length : pen.dashPattern())
        dashes += (dashes.isEmpty() ? "" : " ") + svgNumber(length * width);
    return attribute("stroke-dasharray", dashes)
        + (pen.dashOffset() != 0 ? attribute("stroke-dashoffset", svgNumber(pen.dashOffset() * width)) : QByteArray());
}

} // namespace

QByteArray svgText(const QString &text)
{
    QString clean;
    for (const QChar c : text)
        if (c.unicode() >= 0x20 || c == u'\t' || c == u'\n')
            clean += c;
    return clean.toHtmlEscaped().toUtf8();
}

QByteArray svgNumber(double value)
{
    if (!std::isfinite(value))
        return "0";
    QByteArray text = QByteArray::number(value, 'f', 4);
    while (text.endsWith('0'))
        text.chop(1);
    if (text.endsWith('.'))
        text.chop(1);
    return text == "-0" ? QByteArray("0") : text;
}

QByteArray svgColour(const char *name, const QColor &colour)
{
    QByteArray text = attribute(name, colour.name(QColor::HexRgb).toLatin1());
    if (colour.alpha() < 255)
        text += QByteArray(" ") + name + "-opacity=\"" + svgNumber(colour.alphaF()) + '"';
    return text;
}

QByteArray svgTransform(const QTransform &t)
{
    if (t.isIdentity())
        return {};
    if (t.type() == QTransform::TxTranslate)
        return attribute("transform", "translate(" + point(t.dx(), t.dy()) + ")");
    return attribute("transform",
        "matrix(" + point(t.m11(), t.m12()) + ' ' + point(t.m21(), t.m22()) + ' ' + point(t.dx(), t.dy()) + ")");
}

QByteArray svgPath(const QPainterPath &path)
{
    QByteArray d;
    for (int i = 0; i < path.elementCount(); ++i) {
        const QPainterPath::Element e = path.elementAt(i);
        switch (e.type) {
        case QPainterPath::MoveToElement: d += 'M' + point(e.x, e.y); break;
        case QPainterPath::LineToElement: d += 'L' + point(e.x, e.y); break;
        case QPainterPath::CurveToElement: d += 'C' + point(e.x, e.y); break;
        case QPainterPath::CurveToDataElement: d += ' ' + point(e.x, e.y); break;
        }
    }
    return d;
}

bool svgIsRect(const QPainterPath &path)
{
    if (path.elementCount() != 5)
        return false;
    const QRectF box = path.boundingRect();
    for (int i = 0; i < 5; ++i) {
        const QPainterPath::Element e = path.elementAt(i);
        if ((e.x != box.left() && e.x != box.right()) || (e.y != box.top() && e.y != box.bottom()))
            return false;
    }
    return true;
}

QByteArray svgStroke(const QPen &pen, const QTransform &transform)
{
    if (pen.style() == Qt::NoPen)
        return {};
    double width = pen.widthF() > 0 ? pen.widthF() : 1;
    if (pen.isCosmetic())
        width /= std::max(1e-6, std::sqrt(std::abs(transform.determinant())));
    QByteArray text = svgColour("stroke", pen.color());
    text += attribute("stroke-width", svgNumber(width));
    if (pen.capStyle() != Qt::FlatCap)
        text += attribute("stroke-linecap", capOf(pen.capStyle()));
    if (pen.joinStyle() != Qt::MiterJoin)
        text += attribute("stroke-linejoin", joinOf(pen.joinStyle()));
    if (pen.style() != Qt::SolidLine)
        text += dashesOf(pen, width);
    return text;
}

QByteArray svgGradient(const QBrush &brush)
{
    const auto *gradient = static_cast<const QLinearGradient *>(brush.gradient());
    const bool ofBox = gradient->coordinateMode() == QGradient::ObjectMode
        || gradient->coordinateMode() == QGradient::ObjectBoundingMode;
    QByteArray text = attribute("gradientUnits", ofBox ? "objectBoundingBox" : "userSpaceOnUse");
    text += attribute("x1", svgNumber(gradient->start().x())) + attribute("y1", svgNumber(gradient->start().y()));
    text += attribute("x2", svgNumber(gradient->finalStop().x()))
        + attribute("y2", svgNumber(gradient->finalStop().y())) + ">";
    for (const QGradientStop &stop : gradient->stops())
        text += "<stop offset=\"" + svgNumber(stop.first) + '"' + svgColour("stop-color", stop.second) + "/>";
    return text.replace("stop-color-opacity", "stop-opacity");
}

QByteArray svgFont(const QFont &font)
{
    const QString family = font.families().value(0);
    const char *generic = family.contains(QLatin1String("Math")) ? "serif" : "Inter, sans-serif";
    QByteArray text = attribute("font-family", "'" + svgText(family) + "', " + generic);
    const double pixels = font.pixelSize() > 0 ? font.pixelSize() : QFontInfo(font).pixelSize();
    text += attribute("font-size", svgNumber(pixels));
    if (font.weight() != QFont::Normal)
        text += attribute("font-weight", QByteArray::number(font.weight()));
    if (font.italic())
        text += attribute("font-style", "italic");
    return text;
}

} // namespace unfold
