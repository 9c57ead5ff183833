#include "ui/diagram/unrolled/unrolled_view.h"

#include "core/analysis/edge_gradient.h"
#include "core/experiment/edit.h"
#include "ui/accessibility/keyboard_navigator.h"
#include "ui/diagram/shared/describe.h"
#include "ui/diagram/shared/edge_flow.h"
#include "ui/diagram/unrolled/target_tip.h"
#include "ui/diagram/unrolled/unrolled_picture.h"
#include "ui/diagram/unrolled/unrolled_walk.h"
#include "ui/document/document.h"
#include "ui/plot/time_axis.h"
#include "ui/style/theme.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace unfold {
namespace {

bool samePicture(
    const PlanInput &input, const Circuit &circuit, int steps, const std::optional<LossPlace> &loss, bool labels)
{
    return input.circuit == circuit && input.steps == steps && input.loss == loss && input.stepLabels == labels;
}

} // namespace

UnrolledView::UnrolledView(Document *document, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_walk(std::make_unique<UnrolledWalk>(document, this))
    , m_navigator(std::make_unique<KeyboardNavigator>(m_walk.get(), document, this))
{
    setMouseTracking(true);
    connectDocument();
    showResult();
    setAccessibleName(tr("Unrolled graph"));
}

UnrolledView::~UnrolledView() = default;

void UnrolledView::connectDocument()
{
    connect(m_document, &Document::resultChanged, this, &UnrolledView::showResult);
    connect(m_document, &Document::timeWindowChanged, this, &UnrolledView::rebuild);
    connect(m_document, &Document::cursorChanged, this, &UnrolledView::showCursor);
    connect(m_document, &Document::cellsOpenedChanged, this, [this] {
        m_input.opened = m_document->cellsOpened();
        m_planValid = false;
        rebuild();
    });
    connect(m_document, &Document::cursorChanged, this, &UnrolledView::startPulse);
    connect(&m_pulse, &Pulse::valueChanged, this, &UnrolledView::updatePulse);
    connect(&m_pulse, &Pulse::finished, this, &UnrolledView::updatePulse);
    connect(m_document, &Document::hoverChanged, this, qOverload<>(&QWidget::update));
}

QSize UnrolledView::sizeHint() const
{
    const int em = textFont().pixelSize();
    return {60 * em, 21 * em};
}

QSize UnrolledView::minimumSizeHint() const
{
    const int em = textFont().pixelSize();
    return {26 * em, 11 * em};
}

TimeAxis UnrolledView::axis() const
{
    return timeAxisOf(this, m_document->timeWindow());
}

void UnrolledView::showResult()
{
    const auto result = m_document->result();
    const auto loss = lossPlaceOf(*result);
    std::vector<std::string> labels = stepLabelsOf(result->experiment);
    const bool same = samePicture(m_input, result->circuit(), result->steps(), loss, !labels.empty());
    m_stepLabels = std::move(labels);
    m_lastLossStep = 0;
    if (loss)
        m_lastLossStep = loss->at.in(result->steps()).last;
    if (!same) {
        m_input.circuit = result->circuit();
        m_input.steps = result->steps();
        m_input.loss = loss;
        m_input.stepLabels = !m_stepLabels.empty();
        m_input.opened = m_document->cellsOpened();
        m_planValid = false;
        rebuild();
    }
    showCursor();
}

void UnrolledView::rebuild()
{
    m_layoutValid = false;
    update();
}

const UnrolledLayout &UnrolledView::layoutShapes() const
{
    if (!m_layoutValid)
        layOut();
    return m_layout;
}

/// The plan is kept while only the window moves; the layout while nothing but numbers, cursor or hover change.
void UnrolledView::layOut() const
{
    m_layoutValid = true;
    const TimeAxis time = axis();
    if (time.right - time.left < 8 || height() < 8) {
        m_layout = {}; // the shapes may be those of another circuit by now
        m_norms.clear();
        return;
    }
    if (!m_planValid || m_input.height != height())
        m_plans.clear();
    if (!m_planValid || std::abs(m_input.pitch - time.pitch()) > 1e-9 || m_input.height != height()) {
        m_input.pitch = time.pitch();
        m_input.height = height();
        m_input.fonts = diagramFonts(m_labels);
        m_plan = m_plans.planFor(m_input);
        m_planValid = true;
    }
    m_layout = layOutUnrolled(m_input, m_plan, time, width());
    refreshNorms();
}

void UnrolledView::showCursor()
{
    const Cursor &cursor = m_document->cursor();
    if (m_layoutValid)
        refreshNorms();
    const QString pass = cursor.pass == Pass::Forward ? tr("forward pass") : tr("backward pass");
    const QString selected = describe(*m_document->result(), cursor, cursor.selection);
    setAccessibleDescription(
        tr("%1, step %2 of %3. %4").arg(pass).arg(cursor.step).arg(m_document->result()->steps()).arg(selected));
    update();
}

/// Norms of all visible arrows; the pass decides whether anyone looks at them.
void UnrolledView::refreshNorms() const
{
    m_norms.clear();
    const auto result = m_document->result();
    if (m_document->cursor().pass == Pass::Forward || !result->trace->hasGradient
        || result->circuit() != m_input.circuit)
        return;
    for (const EdgeShape &edge : m_layout.edges) {
        const bool arrow = !edge.toNode && edge.carries.front().kind == ElementRef::Kind::Edge;
        if (!arrow || !gradientReached(m_document->cursor(), m_input.steps, edge)) {
            m_norms.emplace_back();
            continue;
        }
        m_norms.push_back(bundleGradientNorm(*result->trace, edgesOf(m_input.circuit, m_input.steps, edge)));
    }
}

void UnrolledView::resizeEvent(QResizeEvent *)
{
    rebuild();
}

void UnrolledView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        m_labels.clear();
        m_planValid = false;
        updateGeometry();
        rebuild();
    }
}

void UnrolledView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintUnrolled(painter, themeOf(this), m_labels,
        {m_input.circuit, m_input.steps, layoutShapes(), m_plan, axis(), size(), m_document->cursor(),
            m_document->hover(), m_norms, m_stepLabels, m_lastLossStep});
    if (m_pulse.running())
        paintPulses(painter);
}

/// Only while somebody lets the pass run: the arrows that the gradient comes through at this step. The pulse of the
/// last step runs to its end after the player has stopped.
void UnrolledView::startPulse()
{
    m_pulse.stop();
    m_pulseBox = {};
    const Cursor &cursor = m_document->cursor();
    if (m_document->pace() == 0 || cursor.pass != Pass::Backward || !isVisible())
        return;
    const double margin = pulseRadius(widthOfNorm(HUGE_VAL) * layoutShapes().unit);
    QRectF box;
    for (const EdgeShape &edge : m_layout.edges) {
        if (!comesNow(cursor, m_input.steps, edge))
            continue;
        box |= edge.curve.path().boundingRect().adjusted(-margin, -margin, margin, margin);
        for (const Curve &piece : edge.lead)
            box |= piece.path().boundingRect().adjusted(-margin, -margin, margin, margin);
    }
    m_pulseBox = box.toAlignedRect();
    if (!m_pulseBox.isEmpty())
        m_pulse.run(m_document->pace());
}

void UnrolledView::updatePulse()
{
    update(m_pulseBox);
}

void UnrolledView::paintPulses(QPainter &painter) const
{
    painter.setClipRect(QRectF(axis().left, 0, axis().right - axis().left, height()));
    painter.setPen(Qt::NoPen);
    painter.setBrush(themeOf(this).loss);
    for (size_t i = 0; i < m_layout.edges.size() && i < m_norms.size(); ++i) {
        if (!m_norms[i] || *m_norms[i] == 0 || !comesNow(m_document->cursor(), m_input.steps, m_layout.edges[i]))
            continue;
        const double radius = pulseRadius(widthOfNorm(*m_norms[i]) * m_layout.unit * m_plan.widthFactor);
        painter.drawEllipse(pointAlong(m_layout.edges[i], m_pulse.place()), radius, radius);
    }
}

void UnrolledView::mouseMoveEvent(QMouseEvent *event)
{
    m_document->setHover(layoutShapes().hit(event->position()));
}

void UnrolledView::leaveEvent(QEvent *)
{
    m_document->setHover({});
}

void UnrolledView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton) {
        event->ignore();
        return;
    }
    const ElementRef element = layoutShapes().hit(event->position());
    const bool column = element.kind == ElementRef::Kind::None;
    if (column)
        m_document->setStep(static_cast<int>(std::lround(axis().stepAt(event->position().x()))));
    else if (element.kind != ElementRef::Kind::Edge && element.step > 0)
        m_document->setStep(element.step);
    if (!column)
        m_document->select(element);
}

void UnrolledView::wheelEvent(QWheelEvent *event)
{
    event->ignore(); // zooming belongs to the whole stack
}

QString UnrolledView::tooltipAt(QPointF point) const
{
    const auto result = m_document->result();
    if (const NodeShape *initial = layoutShapes().initialAt(point))
        return describeInitial(*result, initial->element.node, initial->step);
    const ElementRef element = layoutShapes().hit(point);
    if (element.kind == ElementRef::Kind::Target && element.step > 0)
        return targetTip(*result, element.step);
    return describe(*result, m_document->cursor(), element);
}

bool UnrolledView::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const QString text = tooltipAt(help->pos());
    if (text.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), text, this);
    return true;
}

} // namespace unfold
