#include "ui/timeline/gradient/gradient_walk.h"

#include "ui/diagram/shared/screen_reader_text.h"
#include "ui/document/held_curves.h"
#include "ui/document/twin.h"
#include "ui/formula/node_text.h"
#include "ui/plot/time_axis.h"
#include "ui/style/number_text.h"
#include "ui/timeline/gradient/drawn_reference.h"
#include "ui/timeline/gradient/gradient_curves.h"
#include "ui/timeline/gradient/state_curves.h"
#include "ui/timeline/gradient/twin_curve.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace unfold {
namespace {

enum Row { Norm, OfTwin, Other, GatedPath, Jacobian, Bound, Radius };
/// Of the curves in the plot.
constexpr std::array keys{"norm", "twin", "other", "gatedPath", "jacobian", "bound", "radius"};
constexpr double pointRadius = 4; ///< px

struct GradientWalkText {
    Q_DECLARE_TR_FUNCTIONS(GradientView)
};

/// The states that have a curve of their own, in rows after those of the other curves.
std::vector<const StateGradient *> statesWithRows(const GradientReport &report)
{
    std::vector<const StateGradient *> states;
    for (const StateGradient &state : report.beside)
        if (!state.sameTrack)
            states.push_back(&state);
    return states;
}

/// The state of a row after the others; nullptr for the others.
const StateGradient *stateOfRow(const GradientReport &report, int row)
{
    const auto states = statesWithRows(report);
    const auto index = static_cast<size_t>(std::max(0, row - static_cast<int>(keys.size())));
    return row < static_cast<int>(keys.size()) || index >= states.size() ? nullptr : states[index];
}

/// Held and other reference curves have the last rows.
int firstReference(const GradientReport &report)
{
    return static_cast<int>(keys.size() + statesWithRows(report).size());
}

QString keyOfRow(const GradientReport &report, int row)
{
    if (row >= firstReference(report))
        return referenceKey(row - firstReference(report));
    const StateGradient *state = stateOfRow(report, row);
    return state ? stateCurve(state->node) : QString(QLatin1String(keys[static_cast<size_t>(row)]));
}

const StepSeries &seriesOf(const Document &document, int row)
{
    static const StepSeries none;
    const GradientReport &report = document.result()->report;
    if (row >= firstReference(report)) {
        const ReferenceCurve &curve = document.references()[static_cast<size_t>(row - firstReference(report))];
        return isComparable(curve, *document.result()) ? curve.norm : none;
    }
    switch (row) {
    case Other: return report.otherNorm;
    case GatedPath: return report.gatedPath;
    case Jacobian: return document.jacobianNorms();
    case Bound: return report.bound;
    case Radius: return report.radiusGuide;
    default: return none;
    }
}

} // namespace

GradientWalk::GradientWalk(Document *document, const GradientView *view)
    : m_document(document)
    , m_view(view)
{
}

int GradientWalk::rowCount() const
{
    return firstReference(m_document->result()->report) + static_cast<int>(m_document->references().size());
}

StepRange GradientWalk::stepsInSight() const
{
    return visibleSteps(m_view->plot()->axis(), m_document->result()->steps());
}

std::optional<double> GradientWalk::valueAt(WalkPlace place) const
{
    const auto twin = m_document->twin()->result();
    if (place.row == OfTwin)
        return twin ? normOfCurve(twin->report, QStringLiteral("norm"), place.step) : std::nullopt;
    const GradientReport &report = m_document->result()->report;
    if (place.row == Norm || stateOfRow(report, place.row))
        return normOfCurve(report, keyOfRow(report, place.row), place.step);
    const StepSeries &series = seriesOf(*m_document, place.row);
    const auto index = static_cast<size_t>(place.step - 1);
    return index < series.size() ? series[index] : std::nullopt;
}

/// The gradient itself is there at every step, if only to say that it is not computed yet; the other curves where they
/// are drawn.
bool GradientWalk::exists(WalkPlace place) const
{
    if (place.row == Norm)
        return true;
    const Cursor &cursor = m_document->cursor();
    const bool guide
        = place.row == Bound || place.row == Radius || place.row >= firstReference(m_document->result()->report);
    return valueAt(place) && (guide ? cursor.pass == Pass::Backward : cursor.gradientShown(place.step));
}

ElementRef GradientWalk::elementAt(WalkPlace place) const
{
    return ElementRef::ofNode(nodeAt(place), place.step);
}

/// The node whose gradient a place shows.
int GradientWalk::nodeAt(WalkPlace place) const
{
    const GradientReport &report = m_document->result()->report;
    return nodeOfCurve(report, keyOfRow(report, place.row), place.step);
}

QString GradientWalk::curveName(WalkPlace place) const
{
    const int row = place.row;
    const auto result = m_document->result();
    const GradientReport &report = result->report;
    const QString node = nodeText(result->circuit(), nodeAt(place));
    const GradientOf other = report.shown == GradientOf::LastStep ? GradientOf::AllSteps : GradientOf::LastStep;
    if (row >= firstReference(report))
        return GradientWalkText::tr("norm of the gradient, %1,")
            .arg(referenceName(m_document->references()[static_cast<size_t>(row - firstReference(report))], *result));
    switch (row) {
    case OfTwin: return GradientWalkText::tr("norm of the gradient of the twin, %1,").arg(m_document->twin()->name());
    case Other: return GradientWalkText::tr("norm of the gradient at %1, %2,").arg(node, lossName(other));
    case GatedPath:
        return GradientWalkText::tr("norm of its share that comes %1").arg(gatedPathName(result->circuit(), report));
    case Jacobian: return GradientWalkText::tr("norm of the derivative of the last %1 by this one").arg(node);
    case Bound: return GradientWalkText::tr("bound by the largest singular value");
    case Radius: return GradientWalkText::tr("guide of the spectral radius");
    default:
        return report.severalLosses
            ? GradientWalkText::tr("norm of the gradient at %1, %2,").arg(node, lossName(report.shown))
            : GradientWalkText::tr("norm of the gradient at %1").arg(node);
    }
}

/// "norm of the gradient at h 0.13, 0.82 times the step after"
QString GradientWalk::gradientAt(int step) const
{
    const auto result = m_document->result();
    if (!result->trace->hasGradient)
        return GradientWalkText::tr("no gradient, because there is no loss");
    if (!m_document->cursor().gradientShown(step))
        return GradientWalkText::tr("gradient not computed yet");
    const QString spoken = screenReaderGradient(
        *result,
        [this](int t) {
            return valueAt({Norm, t});
        },
        nodeAt({Norm, step}), step);
    return spoken.isEmpty() ? GradientWalkText::tr("no gradient here") : curveName({Norm, step}) + u' ' + spoken;
}

QString GradientWalk::sentenceAt(WalkPlace place) const
{
    const QString what = place.row == Norm
        ? gradientAt(place.step)
        : GradientWalkText::tr("%1 %2").arg(curveName(place), numberForScreenReader(valueAt(place).value_or(0)));
    return GradientWalkText::tr("step %1, %2").arg(place.step).arg(what);
}

QRectF GradientWalk::rectAt(WalkPlace place) const
{
    const LogPlot *plot = m_view->plot();
    const GradientReport &report = m_document->result()->report;
    const int node = nodeAt(place);
    const QString key = place.row == Norm && node != report.node ? stateCurve(node) : keyOfRow(report, place.row);
    const auto point = plot->positionOf(key, place.step);
    QRectF box;
    if (point)
        box = QRectF(*point, QSizeF()).adjusted(-pointRadius, -pointRadius, pointRadius, pointRadius);
    else
        box = columnOf(plot->axis(), place.step, plot->plotArea().top(), plot->plotArea().bottom());
    return box.translated(plot->pos());
}

} // namespace unfold
