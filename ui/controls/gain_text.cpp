#include "ui/controls/gain_text.h"

#include "core/analysis/self_loop.h"
#include "core/circuit/parameters.h"
#include "ui/style/number_text.h"

#include <QCoreApplication>

namespace unfold {
namespace {

struct GainText {
    Q_DECLARE_TR_FUNCTIONS(GainText)
};

QString listed(const QStringList &names)
{
    if (names.size() < 2)
        return names.join(QString());
    return names.mid(0, names.size() - 1).join(QStringLiteral(", ")) + GainText::tr(" and ") + names.last();
}

} // namespace

std::vector<std::string> recurrentParameters(const Circuit &circuit)
{
    std::vector<std::string> names;
    for (const ParameterInfo &parameter : parametersOf(circuit))
        if (parameter.recurrent)
            names.push_back(parameter.name);
    return names;
}

QString ruleText(const Program &program, const GradientReport &report)
{
    if (report.node < 0 || report.recurrent < 0)
        return GainText::tr("No gradient flows back through time here: no weight carries one from step to step.");
    const auto loop = selfLoopOf(program, report.node);
    if (!loop || loop->parameter < 0)
        return GainText::tr("The path back through time has several factors here: no single number decides whether the "
                            "gradient vanishes.");
    if (program.nodes[static_cast<size_t>(report.node)].activation == Activation::Identity)
        return GainText::tr("guaranteed to vanish in the long run if ρ&nbsp;&lt;&nbsp;1<br>may grow first if "
                            "σ<sub>max</sub>&nbsp;&gt;&nbsp;1<br>can explode only if ρ&nbsp;≥&nbsp;1");
    const double edge = 1 / report.gamma;
    const QString limit
        = edge == 1 ? GainText::tr("1/γ&nbsp;=&nbsp;1") : GainText::tr("1/γ&nbsp;=&nbsp;%1").arg(numberText(edge));
    return GainText::tr("guaranteed to vanish if σ<sub>max</sub> &lt;&nbsp;%1<br>can explode only above it").arg(limit);
}

QString madeText(const Experiment &experiment, const Circuit &circuit)
{
    const std::vector<std::string> recurrent = recurrentParameters(circuit);
    QStringList names;
    for (const std::string &name : recurrent)
        names << QString::fromStdString(circuit.names.parameter(name));
    if (names.isEmpty())
        return GainText::tr("This network has no recurrent weight.");
    if (names.size() > 1)
        return GainText::tr("multiplies %1").arg(listed(names));
    const QString gain = numberText(experiment.gain, 6);
    if (experiment.parameters.contains(recurrent.front()))
        return GainText::tr("%1 = %2 · W₀, the matrix in the file as written").arg(names.first(), gain);
    if (!isScaled(recurrent.front(), experiment.initialisation))
        return GainText::tr("%1 = %2 · W₀, by a rule of its own, not scaled").arg(names.first(), gain);
    const QString scaledTo = experiment.initialisation.scaledBy != ScaledBy::LargestSingularValue
        ? GainText::tr("spectral radius 1")
        : GainText::tr("largest singular value 1");
    return GainText::tr("%1 = %2 · W₀, and W₀ has %3").arg(names.first(), gain, scaledTo);
}

} // namespace unfold
