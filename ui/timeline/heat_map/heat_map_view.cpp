#include "ui/timeline/heat_map/heat_map_view.h"

#include "ui/accessibility/keyboard_navigator.h"
#include "ui/formula/node_text.h"
#include "ui/plot/cursor_mark.h"
#include "ui/plot/time_axis.h"
#include "ui/style/number_text.h"
#include "ui/style/theme.h"
#include "ui/timeline/heat_map/heat_map_marks.h"
#include "ui/timeline/heat_map/heat_map_walk.h"
#include "ui/widgets/section_header.h"

#include <QEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <utility>

namespace unfold {
namespace {

bool isBounded(Activation activation)
{
    return activation == Activation::Tanh || activation == Activation::Sigmoid || activation == Activation::Softmax;
}

} // namespace

HeatMapView::HeatMapView(Document *document, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_walk(std::make_unique<HeatMapWalk>(document, this))
    , m_navigator(std::make_unique<KeyboardNavigator>(m_walk.get(), document, this))
{
    build();
    connectToDocument();
    adoptResult();
    setAccessibleName(tr("Hidden state"));
    setAccessibleDescription(tr("One row per unit, one column per step."));
}

HeatMapView::~HeatMapView()
{
    if (!m_beside)
        return;
    m_beside->m_beside = nullptr;
    m_beside->updateLimit();
}

void HeatMapView::build()
{
    setMouseTracking(true);
    m_header = new SectionHeader(tr("Hidden state"), this);
    m_header->setToolTip(
        tr("What the network remembers: one row per hidden unit, one column per step. Where tanh is near ±1 it is "
           "saturated, and hardly any gradient gets through."));
    m_value = m_header->addToggle(tr("value"), tr("Colours show the value of each unit."));
    m_value->setAccessibleName(tr("Show values"));
    m_gradient = m_header->addToggle(tr("gradient"), QString());
    m_gradient->setAccessibleName(tr("Show gradients"));
}

void HeatMapView::connectToDocument()
{
    connect(m_document, &Document::resultChanged, this, &HeatMapView::adoptResult);
    connect(m_document, &Document::cursorChanged, this, [this] {
        updateToggles();
        update();
    });
    connect(m_document, &Document::timeWindowChanged, this, &HeatMapView::invalidate);
    connect(m_document, &Document::hoverChanged, this, qOverload<>(&QWidget::update));
    connect(m_value, &PillButton::clicked, this, [this] { wantGradient(false); });
    connect(m_gradient, &PillButton::clicked, this, [this] { wantGradient(true); });
}

void HeatMapView::wantGradient(bool wanted)
{
    m_wantsGradient = wanted;
    adoptResult();
}

void HeatMapView::hideControls()
{
    m_header->hideToggles();
}

// -- what is shown
// -----------------------------------------------------------------------------------------------------

const NodeTrace &HeatMapView::node() const
{
    return m_document->result()->trace->nodes[static_cast<size_t>(m_document->plottedNode())];
}

const Matrix &HeatMapView::values() const
{
    return showsGradient() ? node().gradient : node().value;
}

bool HeatMapView::showsGradient() const
{
    return m_wantsGradient && m_document->cursor().pass == Pass::Backward && m_document->result()->trace->hasGradient;
}

StepRange HeatMapView::computedSteps() const
{
    const Cursor &cursor = m_document->cursor();
    StepRange steps = node().span;
    if (showsGradient())
        steps.first = std::max(steps.first, cursor.step);
    else if (cursor.pass == Pass::Forward)
        steps.last = std::min(steps.last, cursor.step);
    return steps;
}

void HeatMapView::adoptResult()
{
    updateToggles();
    const auto result = m_document->result();
    const Node &described = result->circuit().nodes[static_cast<size_t>(m_document->plottedNode())];
    m_ownLimit = !showsGradient() && isBounded(described.activation) ? 1 : roundLimit(largestFinite(node(), values()));
    const QString name = nodeText(result->circuit(), m_document->plottedNode());
    m_header->setTitle(showsGradient()      ? tr("Gradient at the hidden state, ∂L/∂%1").arg(name)
            : described.role == Role::State ? tr("Hidden state %1").arg(name)
                                            : tr("Values of %1").arg(name));
    invalidate();
    updateLimit();
    emit ownLimitChanged();
}

void HeatMapView::standBeside(HeatMapView *other)
{
    for (const auto &[one, two] : {std::pair(this, other), std::pair(other, this)}) {
        one->m_beside = two;
        connect(two, &HeatMapView::ownLimitChanged, one, &HeatMapView::updateLimit);
        one->updateLimit();
    }
}

void HeatMapView::updateLimit()
{
    const double limit = m_beside ? std::max(m_ownLimit, m_beside->m_ownLimit) : m_ownLimit;
    if (limit == m_limit)
        return;
    m_limit = limit;
    invalidate();
}

void HeatMapView::updateToggles()
{
    const bool loss = m_document->result()->trace->hasGradient;
    const bool possible = loss && m_document->cursor().pass == Pass::Backward;
    m_gradient->setToolTip(possible
            ? tr("Colours show ∂L/∂%1: how much the loss would change with each unit.")
                  .arg(nodeText(m_document->result()->circuit(), m_document->plottedNode(), QStringLiteral("t")))
            : loss ? tr("The gradient comes with the backward pass: press B.")
                   : tr("Without a loss there is no gradient."));
    if (m_gradient->isEnabled() != possible || m_gradient->isChecked() != showsGradient()) {
        m_gradient->setEnabled(possible);
        m_gradient->setChecked(showsGradient());
        adoptResult();
    }
    m_value->setChecked(!showsGradient());
}

void HeatMapView::invalidate()
{
    m_cells.outdate();
    update();
}

HeatMapLayout HeatMapView::cellLayout() const
{
    const TimeAxis axis = timeAxisOf(this, m_document->timeWindow());
    const int half = heatMapLineHeight() / 2;
    return layOutHeatMap(
        axis, m_header->height() + half, height() - half, static_cast<int>(node().value.rows()), node().span);
}

QSize HeatMapView::minimumSizeHint() const
{
    return {Metrics::timeLeft(this) + 60 + Metrics::timeRight(this),
        m_header->sizeHint().height() + 4 * heatMapLineHeight()};
}

// -- painting
// ----------------------------------------------------------------------------------------------------------

void HeatMapView::paintEvent(QPaintEvent *)
{
    const HeatMapLayout layout = cellLayout();
    QPainter painter(this);
    paintHeatMapScale(painter, layout, m_limit, themeOf(this));
    paintUnitNames(painter, layout, themeOf(this));
    paintNotComputed(painter, layout, computedSteps(), themeOf(this));
    paintCells(painter, layout);
    paintTouched(painter, layout);
    paintCursorLine(painter, layout.axis, m_document->cursor().step, 0, height(), themeOf(this));
}

void HeatMapView::paintCells(QPainter &painter, const HeatMapLayout &layout)
{
    const StepRange computed = computedSteps();
    if (computed.count() == 0)
        return;
    painter.save();
    const QRectF area = layout.area();
    const double left = std::max(area.left(), layout.axis.x(computed.first - 0.5));
    const double right = std::min(area.right(), layout.axis.x(computed.last + 0.5));
    painter.setClipRect(QRectF(left, area.top(), std::max(0.0, right - left), area.height()));
    const auto odd = m_cells.paint(painter, layout, node(), values(), m_limit, themeOf(this), devicePixelRatioF());
    paintOdd(painter, layout, odd, computed, themeOf(this));
    painter.restore();
}

void HeatMapView::paintTouched(QPainter &painter, const HeatMapLayout &layout) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const Cursor &cursor = m_document->cursor();
    const auto outline = [&](const ElementRef &element, const QColor &colour) {
        if (element.kind == ElementRef::Kind::Node && element.node == m_document->plottedNode())
            outlineCells(painter, layout, element, colour);
    };
    if (cursor.selection.unit >= 0)
        outline(cursor.selection, themeOf(this).cursorLine);
    outline(m_document->hover(), themeOf(this).highlight);
    painter.restore();
}

// -- events
// ------------------------------------------------------------------------------------------------------------

void HeatMapView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_header->setGeometry(0, 0, width(), m_header->heightForWidth(width()));
    invalidate();
}

void HeatMapView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        m_header->setGeometry(0, 0, width(), m_header->heightForWidth(width()));
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange)
        invalidate();
}

void HeatMapView::mouseMoveEvent(QMouseEvent *event)
{
    const HeatMapLayout layout = cellLayout();
    const auto place = layout.at(event->position());
    if (!place) {
        m_document->setHover({});
        QToolTip::hideText();
        return;
    }
    const StepRange units = layout.unitsOf(place->row);
    m_document->setHover(
        ElementRef::ofNode(m_document->plottedNode(), place->step, units.count() == 1 ? units.first : -1));
    QToolTip::showText(event->globalPosition().toPoint(), tipText(layout, *place), this);
}

void HeatMapView::mousePressEvent(QMouseEvent *event)
{
    const HeatMapLayout layout = cellLayout();
    const auto place = layout.at(event->position());
    if (event->button() != Qt::LeftButton || !place)
        return;
    const StepRange units = layout.unitsOf(place->row);
    m_document->setStep(place->step);
    m_document->select(
        ElementRef::ofNode(m_document->plottedNode(), place->step, units.count() == 1 ? units.first : -1));
}

void HeatMapView::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    m_document->setHover({});
}

QString HeatMapView::tipText(const HeatMapLayout &layout, const HeatMapLayout::Place &place) const
{
    const auto result = m_document->result();
    const Cursor &cursor = m_document->cursor();
    const QString name = nodeText(result->circuit(), m_document->plottedNode());
    const StepRange units = layout.unitsOf(place.row);
    const StepRange steps = layout.stepsOf(layout.columnOf(place.step));
    const bool grouped = units.count() > 1 || steps.count() > 1;
    const auto mean = [&](const Matrix &m) {
        return (grouped ? tr("mean ") : QString()) + numberHtml(cellValue(layout, node(), m, place.row, steps));
    };
    QString tip = rangeName({units.first + 1, units.last + 1}, tr("unit %1"), tr("units %1–%2")) + QStringLiteral(", ")
        + rangeName(steps, tr("step %1"), tr("steps %1–%2"));
    tip += QStringLiteral("<br>%1 = ").arg(name.toHtmlEscaped())
        + (cursor.valueShown(place.step) ? mean(node().value) : tr("not computed yet"));
    if (cursor.pass == Pass::Backward && result->trace->hasGradient)
        tip += QStringLiteral("<br>∂L/∂%1 = ").arg(name.toHtmlEscaped())
            + (cursor.gradientShown(place.step) ? mean(node().gradient) : tr("not computed yet"));
    return tip;
}

} // namespace unfold
