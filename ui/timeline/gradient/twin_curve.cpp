#include "ui/timeline/gradient/twin_curve.h"

#include "ui/document/document.h"
#include "ui/document/twin.h"
#include "ui/formula/node_text.h"
#include "ui/style/theme.h"
#include "ui/timeline/gradient/state_curves.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

namespace unfold {
namespace {

ScriptText labelOf(const Result &result, int plotted, const QString &name)
{
    const QString node = nodeMarkup(result.circuit(), plotted, QStringLiteral("t"));
    return ScriptText(QStringLiteral("$‖∂L/∂%1‖$, %2").arg(node, name));
}

} // namespace

void drawAsTwin(GradientPicture &picture)
{
    for (PlotCurve &curve : picture.curves)
        if (isNormOfState(curve.key))
            curve.line = PlotCurve::Line::Dashed;
}

void addTwin(const Document &document, const Theme &theme, GradientPicture &picture)
{
    const Twin *twin = document.twin();
    const auto result = twin->result();
    if (!result || result->report.node < 0 || !result->trace->hasGradient)
        return;
    const StepSeries norm = normAlongTrack(result->report);
    picture.decades = united(picture.decades, decadesAround(valuesOf(norm, 1), {}));
    const auto first = std::find_if(
        picture.curves.begin(), picture.curves.end(), [](const PlotCurve &curve) { return isNormOfState(curve.key); });
    if (first == picture.curves.end() || twin->beside())
        return;
    const int plotted = nodeOfCurve(document.result()->report, first->key, document.cursor().step);
    first->label = labelOf(*document.result(), plotted, twin->nameOfFirst());
    const QString name = QCoreApplication::translate("GradientView", "twin: %1").arg(twin->name());
    picture.curves.insert(first + 1,
        {twinCurve, labelOf(*result, result->report.node, name), valuesOf(norm, document.cursor().step), theme.loss, 2,
            PlotCurve::Line::Dashed, true});
}

} // namespace unfold
