#include "core/import/import_network.h"

#include "core/circuit/input_error.h"
#include "core/experiment/check.h"
#include "core/experiment/make_data.h"
#include "core/import/array_file.h"
#include "core/import/import_report.h"
#include "core/import/network_circuit.h"

namespace unfold {

ImportedNetwork importNetwork(const Arrays &file, const std::string &title, const ImportOptions &options)
{
    const ForeignNames named = withPlainNames(file, options.concatenated);
    NetworkChoice choice = options.choice;
    choice.resetBefore = named.resetBefore;
    const TrainedNetwork network = findTrainedNetwork(named.arrays, choice);
    const TrainedLayer &first = network.layers.front();
    if (options.activation && first.kind != CellKind::Rnn)
        throw InputError(
            first.names.front(), "an LSTM or a GRU has activations of its own", "no activation to be given");
    ImportedNetwork imported;
    Experiment &experiment = imported.experiment;
    experiment.title = title;
    experiment.circuit
        = circuitOf(network, options.activation.value_or(named.isLinear ? Activation::Identity : Activation::Tanh));
    experiment.parameters = parametersOf(network);
    experiment.data.kind = RandomSource{};
    experiment.loss = Loss{};
    experiment = makeData(experiment, options.steps, experiment);
    if (!network.head())
        experiment.loss->source
            = lastStateOf(network); // of an LSTM as well: its cell state is hidden from what reads it
    imported.report = reportOf(named, network, options);
    experiment.note = noteOf(imported.report);
    check(experiment);
    return imported;
}

ImportedNetwork importNetworkFile(std::string_view bytes, const std::string &title, const ImportOptions &options)
{
    return importNetwork(readArrays(bytes), title, options);
}

} // namespace unfold
