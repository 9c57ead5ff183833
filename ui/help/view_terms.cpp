#include "ui/help/view_terms.h"

#include "ui/diagram/folded/folded_view.h"
#include "ui/diagram/shared/describe.h"
#include "ui/diagram/unrolled/unrolled_view.h"
#include "ui/document/document.h"
#include "ui/formula/equations_view.h"
#include "ui/formula/symbol_element.h"
#include "ui/help/glossary.h"
#include "ui/help/term_of.h"
#include "ui/inspector/inspector_formula.h"
#include "ui/inspector/number_grid.h"
#include "ui/timeline/gradient/gradient_view.h"
#include "ui/timeline/heat_map/heat_map_view.h"

#include <algorithm>
#include <cmath>

namespace unfold {
namespace {

constexpr int rim = 4; ///< px of an outline about a small thing

QRect boxOf(const Disc &disc)
{
    const double r = disc.radius + rim;
    return QRectF(disc.centre - QPointF(r, r), QSizeF(2 * r, 2 * r)).toAlignedRect();
}

QStringList namedIn(const Glossary &glossary, const QString &text)
{
    QStringList terms;
    for (const Mention &mention : glossary.mentionsIn(text))
        if (!terms.contains(mention.term))
            terms << mention.term;
    return terms;
}

class Views
{
public:
    Views(const Document &document, const Glossary &glossary, std::optional<QPoint> point)
        : m_document(document)
        , m_glossary(glossary)
        , m_result(document.result())
        , m_point(point)
    {
        if (m_result->prepared->loss)
            m_loss = &*m_result->prepared->loss;
    }

    Explained folded(const FoldedView &view) const;
    Explained unrolled(const UnrolledView &view) const;
    Explained equations(const EquationsView &view) const;
    Explained heatMap(const HeatMapView &view) const;
    Explained gradient(const GradientView &view) const;
    Explained formula(const InspectorFormula &formula) const;
    Explained grid(const NumberGrid &grid) const;

private:
    Explained ofElement(const ElementRef &element, QRect place) const
    {
        return {termsOf(m_result->circuit(), m_loss, element), {}, describe(*m_result, m_document.cursor(), element),
            place};
    }

    Explained ofSymbol(const SymbolRef &symbol, const QString &text, QRect place) const
    {
        Explained explained{{}, {}, descriptionOf(m_result->circuit(), symbol), place};
        explained.terms = namedIn(m_glossary, text);
        if (symbol.kind != SymbolRef::Kind::None && !explained.terms.contains(QStringLiteral("transposed")))
            explained.terms = termsOf(m_result->circuit(), m_loss, symbol);
        return explained;
    }

    Explained watched(const QWidget &view, int step, const QStringList &terms) const
    {
        const ElementRef element = ElementRef::ofNode(m_document.plottedNode(), step);
        return {terms, {}, step > 0 ? describe(*m_result, m_document.cursor(), element) : QString(), view.rect()};
    }

    const Document &m_document;
    const Glossary &m_glossary;
    std::shared_ptr<const Result> m_result;
    const Loss *m_loss = nullptr;
    std::optional<QPoint> m_point;
};

Explained Views::folded(const FoldedView &view) const
{
    const FoldedLayout &layout = view.layoutShapes();
    Explained whole{{QStringLiteral("circuit")}, {}, {}, view.rect()};
    if (!m_point) {
        const Explained selected = ofElement(m_document.cursor().selection, view.rect());
        return selected.isEmpty() ? whole : selected;
    }
    for (const LabelShape &label : layout.labels)
        if (label.kind == LabelShape::Kind::Note && label.box.contains(*m_point))
            return {namedIn(m_glossary, QString::fromStdString(label.text)), {}, {}, label.box.toAlignedRect()};
    for (const DelaySquare &square : layout.squares)
        if (square.box.adjusted(-3, -3, 3, 3).contains(*m_point))
            return {{QStringLiteral("delay"), QStringLiteral("recurrence")}, {}, {},
                square.box.adjusted(-rim, -rim, rim, rim).toAlignedRect()};
    ElementRef element = layout.hit(*m_point);
    if (element.kind == ElementRef::Kind::None)
        return whole;
    const NodeShape *node = nodeAt(layout.nodes, *m_point);
    return ofElement(element, node ? boxOf(node->disc) : QRect(*m_point, QSize()).adjusted(-12, -12, 12, 12));
}

Explained Views::unrolled(const UnrolledView &view) const
{
    const UnrolledLayout &layout = view.layoutShapes();
    Explained whole{{QStringLiteral("computational-graph"), QStringLiteral("unfolding")}, {}, {}, view.rect()};
    if (!m_point) {
        const Explained selected = ofElement(m_document.cursor().selection, view.rect());
        return selected.isEmpty() ? whole : selected;
    }
    if (const NodeShape *initial = layout.initialAt(*m_point))
        return {{QStringLiteral("initial-value")}, {}, describeInitial(*m_result, initial->element.node, initial->step),
            boxOf(initial->disc)};
    const ElementRef element = layout.hit(*m_point);
    if (element.kind != ElementRef::Kind::None) {
        const NodeShape *node = nodeAt(layout.nodes, *m_point);
        return ofElement(element, node ? boxOf(node->disc) : QRect(*m_point, QSize()).adjusted(-12, -12, 12, 12));
    }
    if (!layout.caption.contains(*m_point))
        return whole;
    const Cursor &cursor = m_document.cursor();
    const bool right = m_point->x() > view.axis().x(cursor.step);
    if (cursor.pass == Pass::Backward && right)
        return {{QStringLiteral("backpropagation-through-time"), QStringLiteral("backward-pass")}, {}, {},
            layout.caption.toAlignedRect()};
    return right || cursor.pass == Pass::Backward
        ? Explained{{QStringLiteral("not-computed-yet")}, {}, {}, layout.caption.toAlignedRect()}
        : whole;
}

Explained Views::equations(const EquationsView &view) const
{
    const bool byKey = !m_point && view.symbolCount() > 0;
    const int symbol = m_point ? view.symbolAt(*m_point) : byKey ? view.currentSymbol() : -1;
    const QString text = m_point ? view.textAt(*m_point) : QString();
    const QRect box = symbol >= 0 ? view.symbolBox(symbol).adjusted(-rim, -rim, rim, rim).toAlignedRect() : view.rect();
    Explained explained = ofSymbol(symbol >= 0 ? view.symbol(symbol) : SymbolRef(), text, box);
    if (!explained.isEmpty())
        return explained;
    return {{QStringLiteral("equations"), QStringLiteral("pre-activation"), QStringLiteral("gradient")}, {}, {},
        view.rect()};
}

Explained Views::heatMap(const HeatMapView &view) const
{
    const bool gradient = view.showsGradient();
    const QStringList shown{gradient ? QStringLiteral("gradient") : QStringLiteral("hidden-state"),
        QStringLiteral("unit"), QStringLiteral("heat-map")};
    if (!m_point)
        return watched(view, m_document.cursor().step, shown);
    if (const auto cell = view.cellAt(*m_point)) {
        const auto &[band, place] = *cell;
        if (!view.computedSteps(band.node).contains(place.step))
            return {{QStringLiteral("not-computed-yet")}, {}, {}, view.rect()};
        const HeatMapLayout &layout = band.layout;
        const Document &shownDocument = view.document();
        return {shown, {},
            describe(*shownDocument.result(), shownDocument.cursor(), ElementRef::ofNode(band.node, place.step)),
            layout.cell(place.row, layout.columnOf(place.step)).toAlignedRect()};
    }
    const HeatMapLayout layout = view.cellLayout();
    if (m_point->x() < layout.axis.left / 3)
        return {{QStringLiteral("heat-map")}, {}, {}, view.rect()};
    if (m_point->x() < layout.axis.left)
        return {{QStringLiteral("unit"), QStringLiteral("hidden-size")}, {}, {}, view.rect()};
    return watched(view, 0, shown);
}

Explained Views::gradient(const GradientView &view) const
{
    const QStringList norm{
        QStringLiteral("gradient-norm"), QStringLiteral("vanishing-gradient"), QStringLiteral("exploding-gradient")};
    if (!m_point)
        return watched(view, m_document.cursor().step, norm);
    const LogPlot &plot = *view.plot();
    const QPoint inPlot = *m_point - plot.pos();
    for (const auto &[text, box] : plot.placedLabels())
        if (box.contains(inPlot)) {
            const QStringList terms = namedIn(m_glossary, text);
            return {terms.isEmpty() ? norm : terms, {}, {}, box.translated(plot.pos()).toAlignedRect()};
        }
    if (const auto hit = plot.hit(inPlot)) {
        const bool jacobian = hit->key == QLatin1String("jacobian");
        QStringList terms = jacobian ? QStringList{QStringLiteral("jacobian-product")} : norm;
        if (hit->key == QLatin1String("gatedPath"))
            terms = {QStringLiteral("carried-gradient")};
        if (hit->key == QLatin1String("reference"))
            terms = {QStringLiteral("cure")};
        Explained point = watched(view, jacobian ? 0 : hit->step, terms);
        point.place = QRect(*m_point, QSize()).adjusted(-12, -12, 12, 12);
        return point;
    }
    if (m_point->x() < plot.axis().left)
        return {{QStringLiteral("log-axis"), QStringLiteral("gradient-norm")}, {}, {}, view.rect()};
    return watched(view, 0, norm);
}

Explained Views::formula(const InspectorFormula &formula) const
{
    const InspectorFormula::Hit hit = m_point ? formula.at(*m_point) : InspectorFormula::Hit();
    Explained explained = ofSymbol(hit.symbol, hit.text, formula.rect());
    if (!explained.isEmpty())
        return explained;
    const bool gradient = m_document.cursor().pass == Pass::Backward;
    return {{gradient ? QStringLiteral("backpropagation-through-time") : QStringLiteral("equations")}, {}, {},
        formula.rect()};
}

Explained Views::grid(const NumberGrid &grid) const
{
    QStringList terms = namedIn(m_glossary, grid.content().name);
    for (const Formula::Part &part : grid.content().label.parts)
        if (terms.isEmpty())
            terms = termsOf(m_result->circuit(), m_loss, part.ref);
    return {terms, {}, grid.content().name, grid.rect()};
}

} // namespace

std::optional<Explained> explainedInView(
    const Document &document, const Glossary &glossary, const QWidget &widget, std::optional<QPoint> point)
{
    const Views views(document, glossary, point);
    if (const auto *view = qobject_cast<const FoldedView *>(&widget))
        return views.folded(*view);
    if (const auto *view = qobject_cast<const UnrolledView *>(&widget))
        return views.unrolled(*view);
    if (const auto *view = qobject_cast<const EquationsView *>(&widget))
        return views.equations(*view);
    if (const auto *view = qobject_cast<const HeatMapView *>(&widget))
        return views.heatMap(*view);
    if (const auto *view = qobject_cast<const GradientView *>(&widget))
        return views.gradient(*view);
    if (const auto *view = qobject_cast<const InspectorFormula *>(&widget))
        return views.formula(*view);
    if (const auto *view = qobject_cast<const NumberGrid *>(&widget))
        return views.grid(*view);
    return std::nullopt;
}

} // namespace unfold
