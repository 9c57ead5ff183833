#include "ui/timeline/map/sweep_picture.h"

#include "ui/formula/node_text.h"
#include "ui/style/number_text.h"
#include "ui/timeline/map/sweep_view.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace unfold {
namespace {

/// On either side of the usual norm at the end; what lies beyond has the colour of the edge.
constexpr int mostDecades = 7;
constexpr double absentNorm = std::numeric_limits<double>::quiet_NaN();

} // namespace

Matrix sweepNorms(const Sweep &sweep)
{
    const int rows = static_cast<int>(sweep.rows.size());
    Matrix norms;
    for (int row = 0; row < rows; ++row) {
        const int shown = sweep.standIn(row);
        if (shown < 0)
            return {};
        const StepSeries &norm = *sweep.rows[static_cast<size_t>(shown)];
        norms.resize(rows, static_cast<Eigen::Index>(norm.size())); // only the first time
        for (size_t i = 0; i < norm.size(); ++i)
            norms(rows - 1 - row, static_cast<Eigen::Index>(i)) = norm[i].value_or(absentNorm);
    }
    return norms;
}

DecadeRange sweepDecades(const Matrix &norms, const std::optional<int> &end)
{
    const DecadeRange all = decadesAround({norms.data(), norms.data() + norms.size()}, {});
    std::vector<double> atEnd;
    for (Eigen::Index row = 0; end && row < norms.rows(); ++row)
        if (const double norm = norms(row, *end - 1); norm > 0 && std::isfinite(norm))
            atEnd.push_back(norm);
    if (atEnd.empty())
        return all;
    const auto middle = atEnd.begin() + static_cast<std::ptrdiff_t>(atEnd.size() / 2);
    std::nth_element(atEnd.begin(), middle, atEnd.end());
    const int usual = static_cast<int>(std::floor(std::log10(*middle)));
    return {std::max(all.low, usual - mostDecades), std::min(all.high, usual + 1 + mostDecades)};
}

QString sweepSentence(const Sweep &sweep, std::optional<int> end, const Circuit &circuit, int node, int row, int step)
{
    const size_t index = sweep.rows.size() - 1 - static_cast<size_t>(row);
    const QString place = SweepView::tr("gain %1, step %2: ").arg(numberText(sweep.gains[index])).arg(step);
    if (!sweep.rows[index])
        return place + SweepView::tr("not computed yet");
    const auto norm = (*sweep.rows[index])[static_cast<size_t>(step - 1)];
    if (!norm)
        return place + SweepView::tr("the node does not exist at this step");
    const QString size = SweepView::tr("‖∂L/∂%1‖ = %2").arg(nodeText(circuit, node, step), numberText(*norm));
    const auto atEnd = end ? (*sweep.rows[index])[static_cast<size_t>(*end - 1)] : std::nullopt;
    if (!atEnd || *atEnd == 0 || step == *end)
        return place + size;
    return place + SweepView::tr("%1, %2 times that at step %3").arg(size, numberText(*norm / *atEnd, 3)).arg(*end);
}

} // namespace unfold
