#include "ui/export/svg_engine.h"

#include "ui/export/svg_text.h"

#include <QImage>
#include <QPainter>
#include <QPainterPath>
#include <QPixmap>

namespace unfold {
namespace {

QPaintEngine::PaintEngineFeatures features()
{
    return QPaintEngine::PrimitiveTransform | QPaintEngine::PixmapTransform | QPaintEngine::LinearGradientFill
        | QPaintEngine::AlphaBlend | QPaintEngine::PainterPaths | QPaintEngine::Antialiasing | QPaintEngine::BrushStroke
        | QPaintEngine::ConstantOpacity;
}

} // namespace

SvgEngine::SvgEngine()
    : QPaintEngine(features())
{
}

bool SvgEngine::begin(QPaintDevice *)
{
    m_stale = true;
    setActive(true);
    return true;
}

bool SvgEngine::end()
{
    if (m_groupsOpen)
        m_body += "</g>\n</g>\n";
    m_groupsOpen = false;
    setActive(false);
    return true;
}

void SvgEngine::updateState(const QPaintEngineState &changed)
{
    constexpr DirtyFlags grouped = DirtyTransform | DirtyClipPath | DirtyClipRegion | DirtyClipEnabled | DirtyOpacity;
    if (changed.state() & grouped)
        m_stale = true;
}

// -- groups
// ------------------------------------------------------------------------------------------------------------

/// Every element stands in a group that says its transform and opacity, within one that says its clip; neighbours share
/// them. The clip is that of the outer one so that it is in the coordinates of the picture: one clip, one definition.
void SvgEngine::openGroups()
{
    if (!m_stale)
        return;
    m_stale = false;
    QByteArray inner = svgTransform(state->transform());
    if (state->opacity() < 1)
        inner += " opacity=\"" + svgNumber(state->opacity()) + '"';
    const QByteArray outer = clipAttribute();
    if (m_groupsOpen && outer == m_outer && inner == m_inner)
        return;
    if (m_groupsOpen)
        m_body += "</g>\n";
    if (!m_groupsOpen || outer != m_outer)
        m_body += (m_groupsOpen ? "</g>\n<g" : "<g") + outer + ">\n";
    m_body += "<g" + inner + ">\n";
    m_outer = outer;
    m_inner = inner;
    m_groupsOpen = true;
}

QByteArray SvgEngine::clipAttribute()
{
    if (!painter()->hasClipping())
        return {};
    const QPainterPath clip = state->transform().map(painter()->clipPath());
    const QRectF whole(0, 0, paintDevice()->width(), paintDevice()->height());
    if (svgIsRect(clip) && clip.boundingRect().contains(whole))
        return {};
    return " clip-path=\"url(#" + define("clipPath", "<path d=\"" + svgPath(clip) + "\"/>") + ")\"";
}

/// The id of a definition, which is written once.
QByteArray SvgEngine::define(const QByteArray &element, const QByteArray &content)
{
    const QByteArray key = element + content;
    const auto known = m_defined.constFind(key);
    if (known != m_defined.constEnd())
        return *known;
    QByteArray id = "d" + QByteArray::number(m_defined.size() + 1);
    m_defined.insert(key, id);
    m_definitions += "<" + element + " id=\"" + id + "\"" + (content.startsWith(' ') ? "" : ">") + content + "</"
        + element + ">\n";
    return id;
}

// -- pens and brushes
// --------------------------------------------------------------------------------------------------

QByteArray SvgEngine::fill()
{
    const QBrush brush = state->brush();
    if (brush.style() == Qt::NoBrush)
        return QByteArrayLiteral(" fill=\"none\"");
    if (brush.style() == Qt::LinearGradientPattern)
        return " fill=\"url(#" + define("linearGradient", svgGradient(brush)) + ")\"";
    return svgColour("fill", brush.color());
}

QByteArray SvgEngine::stroke() const
{
    return svgStroke(state->pen(), state->transform());
}

QByteArray SvgEngine::look()
{
    const bool crisp = !(state->renderHints() & QPainter::Antialiasing);
    return fill() + stroke() + (crisp ? " shape-rendering=\"crispEdges\"" : "");
}

// -- shapes
// ------------------------------------------------------------------------------------------------------------

void SvgEngine::drawPath(const QPainterPath &path)
{
    const bool unseen = state->pen().style() == Qt::NoPen && state->brush().style() == Qt::NoBrush;
    if (path.isEmpty() || unseen)
        return;
    openGroups();
    m_body += "<path d=\"" + svgPath(path) + "\"" + look()
        + (path.fillRule() == Qt::OddEvenFill ? " fill-rule=\"evenodd\"" : "") + "/>\n";
}

void SvgEngine::drawPolygon(const QPointF *points, int count, PolygonDrawMode mode)
{
    QPainterPath path;
    path.setFillRule(mode == WindingMode ? Qt::WindingFill : Qt::OddEvenFill);
    path.addPolygon(QPolygonF(QList<QPointF>(points, points + count)));
    if (mode == PolylineMode) {
        openGroups();
        m_body += "<path d=\"" + svgPath(path) + "\" fill=\"none\"" + stroke() + "/>\n";
        return;
    }
    path.closeSubpath();
    drawPath(path);
}

void SvgEngine::drawRects(const QRectF *rects, int count)
{
    openGroups();
    const QByteArray attributes = look();
    for (int i = 0; i < count; ++i) {
        const QRectF r = rects[i].normalized();
        m_body += "<rect x=\"" + svgNumber(r.x()) + "\" y=\"" + svgNumber(r.y()) + "\" width=\"" + svgNumber(r.width())
            + "\" height=\"" + svgNumber(r.height()) + '"' + attributes + "/>\n";
    }
}

void SvgEngine::drawTextItem(const QPointF &position, const QTextItem &item)
{
    const QString text = item.text();
    if (text.trimmed().isEmpty() || state->pen().style() == Qt::NoPen)
        return;
    const QFont font = item.font();
    m_used.add(font, text);
    openGroups();
    m_body += "<text xml:space=\"preserve\" x=\"" + svgNumber(position.x()) + "\" y=\"" + svgNumber(position.y()) + '"'
        + svgFont(font) + svgColour("fill", state->pen().color()) + ">" + svgText(text) + "</text>\n";
}

// -- pictures
// ----------------------------------------------------------------------------------------------------------

void SvgEngine::drawPixmap(const QRectF &to, const QPixmap &pixmap, const QRectF &from)
{
    drawImage(to, pixmap.toImage(), from, Qt::AutoColor);
}

void SvgEngine::drawImage(const QRectF &to, const QImage &image, const QRectF &from, Qt::ImageConversionFlags)
{
    openGroups();
    m_body += "<image x=\"" + svgNumber(to.x()) + "\" y=\"" + svgNumber(to.y()) + "\" width=\"" + svgNumber(to.width())
        + "\" height=\"" + svgNumber(to.height()) + "\" preserveAspectRatio=\"none\" xlink:href=\"";
    m_pictures.append({m_body.size(), image.copy(from.toAlignedRect())});
    m_body += "\"/>\n";
}

} // namespace unfold
