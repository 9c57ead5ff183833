#include "core/import/import_network.h"

#include "core/circuit/input_error.h"
#include "core/experiment/check.h"
#include "core/experiment/make_data.h"
#include "core/import/array_file.h"
#include "core/import/import_report.h"
#include "core/import/layer_circuit.h"

namespace unfold {

ImportedNetwork importNetwork(const Arrays &arrays, const std::string &title, const ImportOptions &options)
{
    const TrainedLayer layer = findTrainedLayer(arrays);
    if (options.activation && layer.kind != CellKind::Rnn)
        throw InputError(
            layer.names.front(), "an LSTM or a GRU has activations of its own", "no activation to be given");
    ImportedNetwork imported;
    Experiment &experiment = imported.experiment;
    experiment.title = title;
    experiment.circuit = circuitOf(layer, options.activation.value_or(Activation::Tanh));
    experiment.parameters = parametersOf(layer);
    experiment.data.kind = RandomSource{};
    experiment.loss = Loss{};
    experiment = makeData(experiment, options.steps, experiment);
    if (!layer.head)
        experiment.loss->source = "h"; // of an LSTM as well: its cell state is hidden from what reads it
    imported.report = reportOf(arrays, layer, options);
    experiment.note = noteOf(imported.report);
    check(experiment);
    return imported;
}

ImportedNetwork importNetworkFile(std::string_view bytes, const std::string &title, const ImportOptions &options)
{
    return importNetwork(readArrays(bytes), title, options);
}

} // namespace unfold
