#include "tests/support/read_any.h"

#include "core/analysis/explain.h"
#include "core/analysis/jacobian.h"
#include "core/circuit/input_error.h"
#include "core/data/csv.h"
#include "core/data/dataset.h"
#include "core/experiment/check.h"
#include "core/file/experiment_file.h"
#include "core/file/trace_file.h"
#include "core/import/import_network.h"
#include "core/run/compute.h"

#include <cmath>
#include <stdexcept>

namespace unfold::test {
namespace {

constexpr double fewBytes = 60'000; ///< of one run
constexpr int fewSteps = 200;

void promise(bool kept, const std::string &what)
{
    if (!kept)
        throw std::logic_error(what);
}

/// A sentence for a person: something, on one line, not endless.
std::string refusal(const InputError &error)
{
    std::string sentence = error.what();
    constexpr std::size_t longest = 2000;
    promise(!error.wrong.empty(), "a refusal says what is wrong: " + sentence);
    promise(sentence.size() < longest, "a refusal is short: " + sentence.substr(0, longest));
    promise(sentence.find('\n') == std::string::npos, "a refusal is one line: " + sentence);
    return sentence;
}

void run(const Experiment &experiment)
{
    const Circuit circuit = circuitOf(experiment);
    const int steps = stepsOf(experiment, circuit);
    if (steps > fewSteps || bytesNeeded(circuit, parametersOf(circuit), steps) > fewBytes)
        return;
    const auto prepared = prepare(experiment);
    for (const GradientOf of : {GradientOf::LastStep, GradientOf::AllSteps}) {
        const auto trace = compute(*prepared, experiment.gain, of);
        promise(trace->steps() == steps, "a run has the steps of its experiment");
        const int node = defaultPlottedNode(circuit);
        const GradientReport report = reportGradient(*prepared, experiment.gain, of, *trace, node);
        promise((explain(report, *trace).what == GradientCase::NoLoss) == !trace->hasGradient,
            "a gradient is explained where there is one");
        jacobianNorms(*trace, node);
        promise(!writeTrace(*trace).empty(), "a trace can be written");
    }
}

} // namespace

std::string readAnyExperiment(const std::string &text)
{
    try {
        const Experiment experiment = readExperiment(text).experiment;
        const std::string written = writeExperiment(experiment);
        promise(readExperiment(written).experiment == experiment, "what is written is read as the same: " + written);
        run(experiment);
    } catch (const InputError &error) {
        return refusal(error);
    }
    return {};
}

std::string readAnyNetwork(const std::string &bytes)
{
    try {
        ImportOptions options;
        options.steps = 3;
        const ImportedNetwork network = importNetworkFile(bytes, "a", options);
        const std::string sentence = network.report.sentence();
        promise(!sentence.empty() && sentence.size() < 20'000, "an import says what it did, in short");
        promise(sentence.find('\n') == std::string::npos, "an import says it on one line: " + sentence);
        run(network.experiment);
    } catch (const InputError &error) {
        return refusal(error);
    }
    return {};
}

std::string readAnyTable(const std::string &text)
{
    try {
        const CsvTable table = parseCsv(text);
        promise(!table.header.empty() && !table.rows.empty(), "a table has a column and a row");
        promise(table.rows.size() == table.lines.size(), "every row has its line");
        for (const auto &row : table.rows)
            promise(row.size() == table.header.size(), "every row is as long as the header");
        for (const int column : numericColumns(table)) {
            const SeriesSource series{"", labelsOf(table, 0), numbersOf(table, column), true};
            if (series.values.size() < 2)
                continue;
            const Dataset data = makeDataset({series, 1}, 100, 1, 1);
            promise(data.x.allFinite() && std::isfinite(data.scaling.deviation), "a series has finite inputs");
        }
        numbersOf(table, static_cast<int>(table.header.size()) - 1);
    } catch (const InputError &error) {
        return refusal(error);
    }
    return {};
}

} // namespace unfold::test
