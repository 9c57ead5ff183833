#include "ui/timeline/gradient/state_curves.h"

#include "core/analysis/shown_states.h"
#include "ui/formula/node_text.h"
#include "ui/style/theme.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace unfold {
namespace {

constexpr QLatin1String prefix("state");
constexpr double besideWidth = 1.4; ///< px of the curve of another track

/// The curve called `key`, before which no more important one is; end() where it is not drawn.
auto curveCalled(std::vector<PlotCurve> &curves, const char *key)
{
    return std::find_if(
        curves.begin(), curves.end(), [key](const PlotCurve &curve) { return curve.key == QLatin1String(key); });
}

bool anyNumber(const std::vector<double> &values)
{
    return std::any_of(values.begin(), values.end(), [](double v) { return !std::isnan(v); });
}

void widen(const StepSeries &series, DecadeRange &decades)
{
    const std::vector<double> values = valuesOf(series);
    if (std::none_of(values.begin(), values.end(), [](double v) { return v > 0 && std::isfinite(v); }))
        return;
    const DecadeRange needed = decadesAround(values, {});
    decades.low = std::min(decades.low, needed.low);
    decades.high = std::max(decades.high, needed.high);
}

/// Where one of two series ends and the other begins, the two values there; empty where they do not meet.
std::vector<double> bridge(const std::vector<double> &a, const std::vector<double> &b)
{
    const auto lastOf = [](const std::vector<double> &v) {
        return std::find_if(v.rbegin(), v.rend(), [](double x) { return !std::isnan(x); }).base() - v.begin() - 1;
    };
    const auto firstOf = [](const std::vector<double> &v) {
        return std::find_if(v.begin(), v.end(), [](double x) { return !std::isnan(x); }) - v.begin();
    };
    if (!anyNumber(a) || !anyNumber(b))
        return {};
    const bool inOrder = lastOf(a) < firstOf(b);
    const auto from = inOrder ? lastOf(a) : lastOf(b);
    const auto to = inOrder ? firstOf(b) : firstOf(a);
    std::vector<double> both(a.size(), std::numeric_limits<double>::quiet_NaN());
    both[static_cast<size_t>(from)] = (inOrder ? a : b)[static_cast<size_t>(from)];
    both[static_cast<size_t>(to)] = (inOrder ? b : a)[static_cast<size_t>(to)];
    return both;
}

/// The curve of the other choice of losses goes on as well.
void fillOther(const GradientReport &report, const StateGradient &state, const Cursor &cursor, const Theme &theme,
    std::vector<PlotCurve> &curves)
{
    const std::vector<double> more = valuesOf(state.otherNorm, cursor.step);
    if (!anyNumber(more))
        return;
    const auto other = curveCalled(curves, "other");
    if (other == curves.end()) {
        const GradientOf of = report.shown == GradientOf::LastStep ? GradientOf::AllSteps : GradientOf::LastStep;
        curves.push_back({"other", ScriptText(lossName(of)), more, theme.loss, 1, PlotCurve::Line::Solid, true});
        return;
    }
    for (size_t t = 0; t < more.size(); ++t)
        if (std::isnan(other->values[t]))
            other->values[t] = more[t];
}

PlotCurve curveOf(const Result &result, const StateGradient &state, const Cursor &cursor, const Theme &theme)
{
    const QString name = nodeMarkup(result.circuit(), state.node, QStringLiteral("t"));
    return {stateCurve(state.node), ScriptText(QStringLiteral("$‖∂L/∂%1‖$").arg(name)),
        valuesOf(state.norm, cursor.step), theme.loss, state.sameTrack ? 2 : besideWidth, PlotCurve::Line::Solid, true};
}

} // namespace

QString stateCurve(int node)
{
    return prefix + QString::number(node);
}

bool isNormOfState(const QString &key)
{
    return key == QLatin1String("norm") || key == QLatin1String("bridge") || key.startsWith(prefix);
}

int nodeOfCurve(const GradientReport &report, const QString &key, int step)
{
    for (const StateGradient &state : report.beside)
        if (key == stateCurve(state.node))
            return state.node;
    const auto at = static_cast<size_t>(step - 1);
    const bool beyond = at < report.norm.size() && !report.norm[at];
    for (const StateGradient &state : report.beside)
        if (beyond && state.sameTrack && at < state.norm.size() && state.norm[at])
            return state.node;
    return report.node;
}

std::optional<double> normOfCurve(const GradientReport &report, const QString &key, int step)
{
    const int node = nodeOfCurve(report, key, step);
    const auto at = static_cast<size_t>(step - 1);
    for (const StateGradient &state : report.beside)
        if (state.node == node)
            return at < state.norm.size() ? state.norm[at] : std::nullopt;
    return at < report.norm.size() ? report.norm[at] : std::nullopt;
}

StepSeries normAlongTrack(const GradientReport &report)
{
    StepSeries norm = report.norm;
    for (const StateGradient &state : report.beside)
        for (size_t t = 0; state.sameTrack && t < norm.size() && t < state.norm.size(); ++t)
            if (!norm[t])
                norm[t] = state.norm[t];
    return norm;
}

bool hasGradientNumber(const GradientReport &report)
{
    return anyNumber(valuesOf(report.norm))
        || std::any_of(report.beside.begin(), report.beside.end(),
            [](const StateGradient &state) { return anyNumber(valuesOf(state.norm)); });
}

void addStates(
    const Result &result, const Cursor &cursor, const Theme &theme, bool trackAlone, GradientPicture &picture)
{
    const GradientReport &report = result.report;
    const std::vector<double> ownValues = valuesOf(report.norm, cursor.step);
    std::vector<PlotCurve> added;
    for (const StateGradient &state : report.beside) {
        if (!state.sameTrack && trackAlone)
            continue;
        widen(state.norm, picture.decades);
        PlotCurve curve = curveOf(result, state, cursor, theme);
        if (cursor.pass != Pass::Backward || !anyNumber(curve.values))
            continue;
        if (state.sameTrack && leadsOn(result.circuit(), result.steps(), report.node, state.node)) {
            widen(state.otherNorm, picture.decades);
            fillOther(report, state, cursor, theme, picture.curves);
            if (auto values = bridge(ownValues, curve.values); !values.empty())
                added.push_back({"bridge", ScriptText(), std::move(values), theme.loss, 2, curve.line, false, false});
        }
        added.push_back(std::move(curve));
    }
    const auto own = curveCalled(picture.curves, "norm");
    picture.curves.insert(own == picture.curves.end() ? picture.curves.begin() : own + 1, added.begin(), added.end());
}

} // namespace unfold
