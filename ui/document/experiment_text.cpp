#include "ui/document/experiment_text.h"

#include "core/circuit/parameters.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace unfold {
namespace {

struct ExperimentText {
    Q_DECLARE_TR_FUNCTIONS(Experiment)
};

/// Whether φ occurs on the page at all; the gated networks have activations of their own.
bool hasChoiceOfActivation(const NamedCircuit &page)
{
    return makeCircuit(page.name, page.sizes, Activation::Identity)
        != makeCircuit(page.name, page.sizes, Activation::Relu);
}

/// "RNN with output" of "RNN with output (Elman)".
QString networkText(const Experiment &experiment, const Circuit &circuit)
{
    if (const auto *page = std::get_if<NamedCircuit>(&experiment.circuit))
        return QString::fromStdString(catalogueEntry(page->name)->title).section(QStringLiteral(" ("), 0, 0);
    return circuit.name.empty() ? ExperimentText::tr("own circuit") : QString::fromStdString(circuit.name);
}

QString hiddenText(const Experiment &experiment, const Circuit &circuit)
{
    const int size = hiddenSizeOf(circuit);
    const auto *page = std::get_if<NamedCircuit>(&experiment.circuit);
    if (!page || !hasChoiceOfActivation(*page))
        return ExperimentText::tr("hidden %1").arg(size);
    return ExperimentText::tr("hidden %1, %2")
        .arg(QString::number(size), QString::fromUtf8(nameOf(page->activation).data()));
}

QString weightsText(const Experiment &experiment, const Circuit &circuit)
{
    const std::vector<ParameterInfo> infos = parametersOf(circuit);
    const bool given = !infos.empty() && std::all_of(infos.begin(), infos.end(), [&](const ParameterInfo &info) {
        return experiment.parameters.count(info.name) > 0;
    });
    return given ? ExperimentText::tr("given weights")
                 : ExperimentText::tr("seed %1").arg(experiment.initialisation.seed);
}

} // namespace

QString shapeText(Shape shape)
{
    switch (shape) {
    case Shape::OneToOne: return ExperimentText::tr("one-to-one");
    case Shape::OneToMany: return ExperimentText::tr("one-to-many");
    case Shape::ManyToOne: return ExperimentText::tr("many-to-one");
    case Shape::ManyToMany: return ExperimentText::tr("many-to-many");
    case Shape::ManyToManyUnequal: break;
    }
    return ExperimentText::tr("many-to-many (unequal)");
}

QString summaryText(const Experiment &experiment)
{
    const Circuit circuit = circuitOf(experiment);
    QStringList parts{networkText(experiment, circuit)};
    if (const auto shape = shapeOf(experiment))
        parts << shapeText(*shape);
    parts << hiddenText(experiment, circuit) << weightsText(experiment, circuit);
    return parts.join(QStringLiteral(" · "));
}

} // namespace unfold
