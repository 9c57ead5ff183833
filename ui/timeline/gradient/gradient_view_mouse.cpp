#include "ui/timeline/gradient/gradient_view.h"

#include "core/analysis/jacobian.h"
#include "ui/document/held_curves.h"
#include "ui/document/twin.h"
#include "ui/formula/node_text.h"
#include "ui/style/number_text.h"
#include "ui/timeline/gradient/drawn_reference.h"
#include "ui/timeline/gradient/gradient_curves.h"
#include "ui/timeline/gradient/state_curves.h"
#include "ui/timeline/gradient/twin_curve.h"

#include <QMouseEvent>
#include <QToolTip>

#include <cmath>

namespace unfold {

void GradientView::mouseMoveEvent(QMouseEvent *event)
{
    const auto hit = m_plot->hit(event->position() - m_plot->pos());
    const bool onHeld = !hit && heldAt(event->position() - m_plot->pos()) >= 0;
    setCursor(onHeld ? Qt::PointingHandCursor : Qt::ArrowCursor);
    if (!hit) {
        m_document->setHover({});
        if (onHeld)
            QToolTip::showText(event->globalPosition().toPoint(), tr("A held curve. Click to release it."), this);
        else
            QToolTip::hideText();
        return;
    }
    m_document->setHover(elementOf(*hit));
    showTip(*event, *hit);
}

void GradientView::mousePressEvent(QMouseEvent *event)
{
    const QPointF at = event->position() - m_plot->pos();
    if (event->button() != Qt::LeftButton || at.y() < 0)
        return;
    const auto hit = m_plot->hit(at);
    if (const int held = hit ? -1 : heldAt(at); held >= 0)
        return releaseCurve(*m_document, held);
    const TimeAxis axis = m_plot->axis();
    if (!hit && (at.x() < axis.left || at.x() > axis.right))
        return;
    const int step = hit ? hit->step : static_cast<int>(std::lround(axis.stepAt(at.x())));
    m_document->setStep(step);
    if (hit)
        m_document->select(elementOf(*hit));
}

/// The node whose gradient a point shows; of a twin's point the node here.
ElementRef GradientView::elementOf(const LogPlot::Hit &hit) const
{
    return ElementRef::ofNode(nodeOfCurve(m_document->result()->report, hit.key, hit.step), hit.step);
}

int GradientView::heldAt(QPointF point) const
{
    const int index = referenceIndex(*m_document, m_plot->nameAt(point));
    return index >= 0 && m_document->references()[static_cast<size_t>(index)].held ? index : -1;
}

void GradientView::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    m_document->setHover({});
}

void GradientView::showTip(const QMouseEvent &event, const LogPlot::Hit &hit)
{
    QToolTip::showText(event.globalPosition().toPoint(), tipText(hit), this);
}

QString GradientView::tipText(const LogPlot::Hit &hit) const
{
    const bool ofTwin = hit.key == twinCurve && m_document->twin()->result();
    const auto result = ofTwin ? m_document->twin()->result() : m_document->result();
    const GradientReport &report = result->report;
    const Circuit &circuit = result->circuit();
    const int curveNode = nodeOfCurve(report, hit.key, hit.step);
    const QString node = nodeHtml(circuit, curveNode, QString::number(hit.step));
    QString value = numberHtml(hit.value);
    if (hit.value == 0)
        value = tr("exactly 0");
    if (std::isinf(hit.value))
        value += tr(" (too large for a double)");
    if (hit.key == QLatin1String("jacobian"))
        return tr("step %1: ‖∂%2/∂%3‖ = %4")
            .arg(hit.step)
            .arg(nodeHtml(circuit, report.node, QString::number(jacobianEnd(*result->trace->program, report.node))),
                node, value);
    if (hit.key == QLatin1String("gatedPath"))
        return tr("step %1: %2<br>of ‖∂L/∂%3‖ this way %4")
            .arg(hit.step)
            .arg(gatedPathName(circuit, report), node, value);
    if (const int index = referenceIndex(*m_document, hit.key); index >= 0) {
        const QString name = referenceName(m_document->references()[static_cast<size_t>(index)], *result);
        return tr("step %1, %2: ‖∂L/∂%3‖ = %4").arg(hit.step).arg(name.toHtmlEscaped(), node, value);
    }
    const bool other = hit.key == QLatin1String("other");
    const bool last = (report.shown == GradientOf::LastStep) != other;
    QString which = report.severalLosses
        ? QStringLiteral("<br>") + lossName(last ? GradientOf::LastStep : GradientOf::AllSteps)
        : QString();
    if (ofTwin)
        which += tr("<br>twin: %1").arg(m_document->twin()->name().toHtmlEscaped());
    return tr("step %1: ‖∂L/∂%2‖ = %3%4").arg(hit.step).arg(node, value, which);
}

} // namespace unfold
