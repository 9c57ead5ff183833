#include "ui/timeline/gradient/gradient_curves.h"

#include "core/analysis/jacobian.h"
#include "ui/formula/node_text.h"
#include "ui/style/theme.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <limits>

namespace unfold {
namespace {

struct GradientCurvesText {
    Q_DECLARE_TR_FUNCTIONS(GradientView)
};

GradientOf otherThan(GradientOf of)
{
    return of == GradientOf::LastStep ? GradientOf::AllSteps : GradientOf::LastStep;
}

void append(std::vector<double> &all, const StepSeries &series)
{
    const std::vector<double> values = valuesOf(series);
    all.insert(all.end(), values.begin(), values.end());
}

DecadeRange decadesOf(
    const GradientReport &report, const StepSeries &jacobian, const std::vector<DrawnReference> &references)
{
    std::vector<double> measured;
    append(measured, report.norm);
    append(measured, report.otherNorm);
    append(measured, jacobian);
    for (const DrawnReference &reference : references)
        if (!reference.held) // what is held may leave the axis, and is marked at its border
            append(measured, reference.norm);
    std::vector<double> guides;
    append(guides, report.bound);
    append(guides, report.radiusGuide);
    append(guides, report.gatedPath);
    return decadesAround(measured, guides);
}

/// An orthogonal or scalar W without a bent slope: one line, and one name for it.
bool guidesCoincide(const GradientReport &report)
{
    const std::optional<double> radius = report.spectrum.radius;
    return radius && std::abs(report.gamma * report.spectrum.sigmaMax - *radius) <= 1e-9 * *radius;
}

/// Curves without a single number (no recurrent matrix: no guide) would only leave their names.
void dropEmpty(std::vector<PlotCurve> &curves)
{
    std::erase_if(curves, [](const PlotCurve &curve) {
        return std::all_of(curve.values.begin(), curve.values.end(), [](double v) { return std::isnan(v); });
    });
}

} // namespace

std::vector<double> valuesOf(const StepSeries &series, int from)
{
    std::vector<double> values(series.size(), std::numeric_limits<double>::quiet_NaN());
    for (auto t = static_cast<size_t>(from - 1); t < series.size(); ++t)
        values[t] = series[t].value_or(values[t]);
    return values;
}

QString lossName(GradientOf of)
{
    return of == GradientOf::LastStep ? GradientCurvesText::tr("loss of the last step")
                                      : GradientCurvesText::tr("sum of all losses");
}

QString gatedPathName(const Circuit &circuit, const GradientReport &report)
{
    if (report.pathGate < 0)
        return {};
    return GradientCurvesText::tr("along %1 alone, by ∏ %2")
        .arg(nodeText(circuit, report.node), nodeText(circuit, report.pathGate));
}

QString jacobianStep(const Program &program, int node)
{
    const int end = jacobianEnd(program, node);
    return end == program.steps ? QStringLiteral("T") : QString::number(end);
}

GradientPicture gradientPicture(const Program &program, const GradientReport &report, const StepSeries &jacobian,
    const Cursor &cursor, const Theme &theme, const std::vector<DrawnReference> &references)
{
    const Circuit &circuit = program.circuit;
    GradientPicture picture;
    picture.decades = decadesOf(report, jacobian, references);
    if (cursor.pass != Pass::Backward || report.node < 0)
        return picture;
    const QString now = nodeMarkup(circuit, report.node, QStringLiteral("t"));
    const QString norm = QStringLiteral("$‖∂L/∂%1‖$").arg(now);
    using Line = PlotCurve::Line;

    const QString which = report.severalLosses ? QStringLiteral(", ") + lossName(report.shown) : QString();
    picture.curves.push_back(
        {"norm", ScriptText(norm + which), valuesOf(report.norm, cursor.step), theme.loss, 2, Line::Solid, true});
    const bool one = guidesCoincide(report);
    const QString bound = one ? QStringLiteral(" $(γσ_{max})^{T−t} = ρ^{T−t}$") : QStringLiteral(" $(γσ_{max})^{T−t}$");
    picture.curves.push_back({"bound", ScriptText(GradientCurvesText::tr("bound") + bound), valuesOf(report.bound),
        theme.muted, 1.2, Line::Dashed, false});
    picture.curves.push_back({"radius", ScriptText(one ? QString() : QStringLiteral("$ρ^{T−t}$")),
        valuesOf(report.radiusGuide), theme.muted, 1.2, Line::Dotted, false});
    picture.curves.push_back({"gatedPath", ScriptText(gatedPathName(circuit, report)),
        valuesOf(report.gatedPath, cursor.step), theme.loss, 1.2, Line::Dashed, true, false});
    if (report.severalLosses)
        picture.curves.push_back({"other", ScriptText(lossName(otherThan(report.shown))),
            valuesOf(report.otherNorm, cursor.step), theme.loss, 1, Line::Solid, true});
    if (!jacobian.empty())
        picture.curves.push_back({"jacobian",
            ScriptText(QStringLiteral("$‖∂%1/∂%2‖$")
                           .arg(nodeMarkup(circuit, report.node, jacobianStep(program, report.node)), now)),
            valuesOf(jacobian, cursor.step), theme.outputParameter, 1, Line::Solid, true});
    for (const DrawnReference &reference : references)
        picture.curves.push_back({reference.key, ScriptText(reference.name), valuesOf(reference.norm), theme.muted, 1.6,
            reference.held ? Line::Dashed : Line::Solid, true, reference.held});
    dropEmpty(picture.curves);
    if (cursor.step > 1)
        picture.note = PlotNote{ScriptText(GradientCurvesText::tr("not computed yet")), 1, cursor.step - 1};
    return picture;
}

} // namespace unfold
