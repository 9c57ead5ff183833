#include "ui/document/twin_note.h"

#include "core/analysis/gradient_report.h"
#include "core/experiment/experiment_summary.h"
#include "core/run/compute.h"
#include "ui/style/number_text.h"

#include <QCoreApplication>

#include <cmath>

namespace unfold {
namespace {

struct TwinNote {
    Q_DECLARE_TR_FUNCTIONS(TwinNote)
};

GradientReport reportOf(const Experiment &experiment)
{
    const auto prepared = prepare(experiment);
    const auto trace = compute(*prepared, experiment.gain, GradientOf::LastStep);
    return reportGradient(
        *prepared, experiment.gain, GradientOf::LastStep, *trace, defaultPlottedNode(trace->circuit()));
}

/// What is left at the first step of what is there at the last.
std::optional<double> left(const StepSeries &series)
{
    if (series.size() < 2 || !series.front() || !series.back() || !(*series.back() > 0))
        return std::nullopt;
    return *series.front() / *series.back();
}

/// "1.4·10⁻¹¹": a note is plain text.
QString shown(double number, int digits = 2)
{
    const QString raised = QStringLiteral("⁰¹²³⁴⁵⁶⁷⁸⁹");
    const QStringList parts = numberText(number, digits).split(u'e');
    if (parts.size() < 2)
        return parts.first();
    QString exponent;
    for (const QChar sign : parts.last())
        exponent += sign.isDigit() ? QString(raised[sign.digitValue()])
            : sign == u'−'         ? QStringLiteral("⁻")
                                   : QString();
    return parts.first() + QStringLiteral("·10") + exponent;
}

QString gatesText(const Initialisation &initialisation)
{
    const auto open = initialisation.constants.find("b_f");
    const auto shut = initialisation.constants.find("b_i");
    if (open == initialisation.constants.end() || shut == initialisation.constants.end())
        return {};
    return TwinNote::tr(
        " The gates start so: b_f = %1 opens the forget gate f, b_i = %2 nearly shuts the input gate i.")
        .arg(shown(open->second), shown(shut->second));
}

} // namespace

QString noteOnRnnAndLstm(const Experiment &rnn, const Experiment &lstm)
{
    const GradientReport first = reportOf(rnn);
    const GradientReport second = reportOf(lstm);
    const auto rnnLeft = left(first.norm);
    const auto lstmLeft = left(second.norm);
    const auto along = left(second.gatedPath);
    if (!rnnLeft || !lstmLeft || !along || !first.mean.both)
        return {};
    const auto steps = first.norm.size();
    const double gate = std::pow(*along, 1.0 / static_cast<double>(steps - 1));
    return TwinNote::tr(
               "Same data, same seed, W_rec = %1, the loss at step %2. RNN: a backward step multiplies ∂L/∂h by W "
               "(× %3) and by the slope of %4 (× %5): %6 of it is left at step 1.")
               .arg(shown(rnn.gain))
               .arg(steps)
               .arg(shown(*first.mean.matrix), QString::fromStdString(std::string(nameOf(activationOf(rnn)))),
                   shown(*first.mean.slope), shown(*rnnLeft))
        + TwinNote::tr(
            " LSTM: along the cell state s a backward step multiplies by f alone (× %1), and %2 is left; with "
            "the paths through the gates it is %3.")
              .arg(shown(gate, 3), shown(*along), shown(*lstmLeft))
        + gatesText(lstm.initialisation);
}

} // namespace unfold
