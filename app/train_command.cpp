#include "app/train_command.h"

#include "app/arguments.h"
#include "app/exit_status.h"
#include "app/interruption.h"
#include "app/number_argument.h"
#include "app/read_file.h"
#include "app/refusal.h"
#include "app/train_table.h"
#include "app/training_progress.h"
#include "app/write_file.h"
#include "core/circuit/input_error.h"
#include "core/file/bounded_text.h"
#include "core/file/experiment_file.h"
#include "core/file/training_report_file.h"

#include <filesystem>
#include <fstream>
#include <iostream>

namespace unfold {
namespace {

constexpr std::int64_t mostSeeds = 10'000;

struct TrainAsked {
    std::string file;
    std::string out;
    std::string log;
    std::optional<std::int64_t> updates;
    std::optional<TableRequest> table; ///< many trainings in place of one
};

InputError mistakeInTrain(const UsageError &error)
{
    switch (error.kind) {
    case UsageError::Kind::UnknownOption:
        return {"", "train has no option " + error.name, "-o, --updates, --log, --seeds, --gains or --vary"};
    case UsageError::Kind::NoValue: return {error.name, "has no value", "one behind it; see unfold train --help"};
    case UsageError::Kind::TooMany: break;
    }
    return {"", "train takes one FILE", "unfold train FILE -o OUT"};
}

TableRequest &tableOf(TrainAsked &asked)
{
    return asked.table ? *asked.table : asked.table.emplace();
}

void addTableOptions(Arguments &command, TrainAsked &asked)
{
    command.option(
        "--seeds", "N",
        [&](const std::string &value) {
            const std::int64_t seeds = wholeNumberIn("--seeds", value, 1);
            if (seeds > mostSeeds)
                throw InputError("--seeds", value + " are too many", "at most " + std::to_string(mostSeeds));
            tableOf(asked).seeds = static_cast<int>(seeds);
        },
        "a table instead: N trainings from N starts, on all cores; how many reach what \"stop\" asks for");
    command.option(
        "--gains", "G1,G2,...", [&](const std::string &value) { readVary("gain=" + value, tableOf(asked)); },
        "a table with a row for each W_rec at the start");
    command.option(
        "--vary", "NAME=V1,V2,...", [&](const std::string &value) { readVary(value, tableOf(asked)); },
        "the same for clip (0: none), rate, window, or a bias such as b_f");
}

void refuseOutputOfTable(const TrainAsked &asked)
{
    if (asked.table && (!asked.out.empty() || !asked.log.empty()))
        throw InputError(asked.out.empty() ? "--log" : "-o", "a table trains many networks", "a table alone");
}

/// Nothing is written over what is read, or over what is written beside it.
void refuseOutputs(const TrainAsked &asked)
{
    if (asked.out == "-" || asked.log == "-")
        throw InputError(asked.out == "-" ? "-o" : "--log", "the report goes to standard output", "a file to write");
    const bool overInput = !asked.log.empty() && asked.file != "-" && isSameFile(asked.file, asked.log);
    if (overInput || (!asked.log.empty() && !asked.out.empty() && isSameFile(asked.out, asked.log)))
        throw InputError("--log", overInput ? "LOG is the file that is read" : "LOG is OUT as well", "another name");
    const std::filesystem::path folder = std::filesystem::path(asked.out).parent_path();
    if (!asked.out.empty()
        && (std::filesystem::is_directory(asked.out) || (!folder.empty() && !std::filesystem::is_directory(folder))))
        throw InputError("-o", asked.out + " cannot be written", "a file in a folder that is there");
}

/// nullopt: help was asked for, and is printed. Throws InputError for what is no way to ask for a training.
std::optional<TrainAsked> parseTrain(const std::vector<std::string> &arguments, const Streams &streams)
{
    TrainAsked asked;
    std::vector<std::string> words;
    Arguments command("unfold train", "FILE [-o OUT] [--updates N] [--log LOG] [--seeds N] [--gains G1,G2,...]",
        "Trains the network of an experiment as its \"training\" says and prints a report as JSON. FILE is an "
        "experiment "
        "file, or - for standard input. Ctrl+C stops, and writes what was learned so far.");
    command.option(
        "-o", "OUT", [&](const std::string &value) { asked.out = value; },
        "the experiment file to write, trained, from which training goes on");
    command.option(
        "--updates", "N", [&](const std::string &value) { asked.updates = wholeNumberIn("--updates", value, 0); },
        "N more updates, whatever went before; without it as many as the file is short of its \"updates\"");
    command.option(
        "--log", "LOG", [&](const std::string &value) { asked.log = value; },
        "a CSV file, one row per update: update,epoch,loss,gradient_norm,applied_norm,rate");
    addTableOptions(command, asked);
    try {
        if (!command.parse(arguments, words)) {
            streams.out << command.help() << std::flush;
            return std::nullopt;
        }
        if (words.size() > 1)
            throw UsageError{UsageError::Kind::TooMany, words[1]};
    } catch (const UsageError &error) {
        throw mistakeInTrain(error);
    }
    if (words.empty())
        throw InputError("", "train needs a FILE, or - for standard input", "unfold train FILE -o OUT");
    asked.file = words.front();
    refuseOutputs(asked);
    refuseOutputOfTable(asked);
    return asked;
}

/// The experiment that was asked for, ready to be trained.
struct ReadyToTrain {
    ReadExperiment read;
    std::shared_ptr<const TrainingTask> task;
    TrainingState start;
    std::int64_t updates = 0;
};

ReadyToTrain readTraining(const TrainAsked &asked, const Streams &streams)
{
    ReadyToTrain ready;
    const std::string text = readFileOrInput(asked.file, streams.in, {"an experiment file", mostBytesOfFile});
    ready.read = readExperiment(text);
    ready.task = makeTask(ready.read.experiment);
    ready.start = startOf(ready.read.experiment, *ready.task);
    ready.updates = updatesLeft(*ready.task->training, ready.start, asked.updates);
    for (const std::string &warning : ready.read.warnings)
        streams.error << asked.file << ": warning: " << warning << "\n";
    return ready;
}

int cannotBeWritten(const std::string &path, const Streams &streams)
{
    streams.error << "unfold: " << path << " cannot be written\n";
    return cannotWrite;
}

int statusOf(Ended ended)
{
    if (ended == Ended::Diverged)
        return notFinite;
    return ended == Ended::Interrupted ? interrupted : success;
}

/// The report always, so that a full disk loses nothing.
int writeTrained(const TrainingRun &run, const ReadyToTrain &ready, const TrainAsked &asked, const Streams &streams)
{
    int status = statusOf(run.report.ended);
    if (!asked.out.empty()) {
        const Experiment trained = withState(ready.read.experiment, *ready.task, run.state);
        if (!writeWholeFile(asked.out, writeExperiment(trained, ready.read.view, ready.read.twin)))
            status = cannotBeWritten(asked.out, streams);
    }
    streams.out << writeTrainingReport(run.report) << std::flush;
    return streams.out ? status : cannotBeWritten("the report", streams);
}

int train(const TrainAsked &asked, const Streams &streams)
{
    const ReadyToTrain ready = readTraining(asked, streams);
    std::ofstream log;
    if (!asked.log.empty()) {
        log.open(asked.log, std::ios::binary);
        log << trainingLogHeader();
        if (!log.flush())
            return cannotBeWritten(asked.log, streams);
    }
    rememberInterruption();
    TrainingProgress progress(ready.start.update + ready.updates);
    Trainer trainer(ready.task);
    TrainingRun run = runTraining(trainer, *ready.task, ready.start, ready.updates, [&](const UpdateSummary &summary) {
        if (log.is_open())
            log << trainingLogRow(summary);
        progress.show(summary);
        return !wasInterrupted();
    });
    progress.clear();
    run.report.baselines = baselinesOf(*ready.task->training);
    const int status = writeTrained(run, ready, asked, streams);
    return log.is_open() && !log.flush() ? cannotBeWritten(asked.log, streams) : status;
}

int trainMany(const TrainAsked &asked, const Streams &streams)
{
    const std::string text = readFileOrInput(asked.file, streams.in, {"an experiment file", mostBytesOfFile});
    const ReadExperiment read = readExperiment(text, ReadTwins::No);
    for (const std::string &warning : read.warnings)
        streams.error << asked.file << ": warning: " << warning << "\n";
    TableRequest request = *asked.table;
    request.updates = asked.updates;
    return printTrainingTable(read.experiment, request, streams);
}

} // namespace

int runTrain(const std::vector<std::string> &arguments, const Streams &streams)
{
    std::string place = "unfold";
    const char *noMemory
        = "there is not enough memory for this training; a smaller batch, smaller sizes or fewer steps";
    return orReason(streams, place, noMemory, [&] {
        const std::optional<TrainAsked> asked = parseTrain(arguments, streams);
        if (!asked)
            return streams.out ? success : cannotWrite;
        place = asked->file;
        return asked->table ? trainMany(*asked, streams) : train(*asked, streams);
    });
}

} // namespace unfold
