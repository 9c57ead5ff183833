#include "ui/timeline/gradient/twin_curve.h"

#include "ui/document/document.h"
#include "ui/document/twin.h"
#include "ui/formula/node_text.h"
#include "ui/style/theme.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

namespace unfold {
namespace {

ScriptText labelOf(const Result &result, const QString &name)
{
    const QString node = nodeMarkup(result.circuit(), result.report.node, QStringLiteral("t"));
    return ScriptText(QStringLiteral("$‖∂L/∂%1‖$, %2").arg(node, name));
}

} // namespace

void drawAsTwin(GradientPicture &picture)
{
    for (PlotCurve &curve : picture.curves)
        if (curve.key == QLatin1String("norm"))
            curve.line = PlotCurve::Line::Dashed;
}

void addTwin(const Document &document, const Theme &theme, GradientPicture &picture)
{
    const Twin *twin = document.twin();
    const auto result = twin->result();
    if (!result || result->report.node < 0 || !result->trace->hasGradient)
        return;
    const DecadeRange needed = decadesAround(valuesOf(result->report.norm, 1), {});
    picture.decades = united(picture.decades, needed);
    const auto first = std::find_if(picture.curves.begin(), picture.curves.end(),
        [](const PlotCurve &curve) { return curve.key == QLatin1String("norm"); });
    if (first == picture.curves.end() || twin->beside())
        return;
    first->label = labelOf(*document.result(), twin->nameOfFirst());
    const QString name = QCoreApplication::translate("GradientView", "twin: %1").arg(twin->name());
    picture.curves.insert(first + 1,
        {twinCurve, labelOf(*result, name), valuesOf(result->report.norm, document.cursor().step), theme.loss, 2,
            PlotCurve::Line::Dashed, true});
}

} // namespace unfold
