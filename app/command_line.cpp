#include "app/command_line.h"

#include "app/arguments.h"
#include "app/exit_status.h"
#include "app/import_command.h"
#include "app/read_file.h"
#include "app/refusal.h"
#include "app/sample_command.h"
#include "app/train_command.h"
#include "core/circuit/catalogue.h"
#include "core/circuit/input_error.h"
#include "core/file/bounded_text.h"
#include "core/file/experiment_file.h"
#include "core/file/trace_file.h"
#include "core/run/compute.h"

#include <iostream>

namespace unfold {
namespace {

constexpr std::string_view usage
    = R"(Unfold shows how a recurrent network works, and why its gradients vanish or explode.

  unfold [FILE]               open the window, with an experiment file (*.unfold); --size 1280x720, --dark,
                              --pass forward|backward, --step N
  unfold render FILE --out figure.svg
                              make a figure for a slide or a paper, as SVG, PDF or PNG; unfold render --help
  unfold trace FILE           print the numbers of one forward and backward pass as JSON
  unfold trace FILE --csv     the same as one row per node and step: node,step,norm,gradient_norm
  unfold train FILE -o OUT    learn as "training" of the experiment says, print every loss, norm and final weight as
                              JSON, and write the trained experiment; --updates N, --log LOG
  unfold sample FILE          let a trained network go on with its text or forecast its series; --prompt TEXT,
                              --steps N, --temperature T, --seed S
  unfold import FILE -o OUT   turn a file from elsewhere into an experiment: weights (.npz, .safetensors), a table or
                              a text; --report json, unfold import --help
  unfold circuit NAME         print a circuit of the catalogue as JSON, ready to paste into an experiment
  unfold --help               print this; unfold COMMAND --help what one command understands
  unfold --version            print the version

For trace, train, sample and import FILE may be - for standard input. A mistake in a file is reported on standard error as
FILE: place: what is wrong; what is expected, and the exit status is 2.

Circuits: )";

std::string circuitNames()
{
    std::string names;
    for (const CatalogueEntry &entry : catalogue())
        names += (names.empty() ? "" : ", ") + entry.name;
    return names;
}

int refuseUsage(const std::string &wrong, const Streams &streams)
{
    streams.error << "unfold: " << wrong << "\n\n" << commandLineHelp();
    return badInput;
}

int print(const std::string &text, const Streams &streams)
{
    streams.out << text << std::flush;
    if (streams.out)
        return success;
    streams.error << "unfold: the result cannot be written\n";
    return cannotWrite;
}

int traceFile(const std::string &file, bool csv, const Streams &streams)
{
    const char *noMemory = "there is not enough memory for this experiment; smaller sizes or fewer steps";
    return orReason(streams, file, noMemory, [&] {
        const std::string text = readFileOrInput(file, streams.in, {"an experiment file", mostBytesOfFile});
        const ReadExperiment read = readExperiment(text, ReadTwins::No);
        const auto trace = compute(*prepare(read.experiment), read.experiment.gain);
        const std::string result = csv ? writeTraceCsv(*trace) : writeTrace(*trace);
        for (const std::string &warning : read.warnings)
            streams.error << file << ": warning: " << warning << "\n";
        return print(result, streams);
    });
}

/// What is wrong about the words behind `command`, which takes one `wanted`.
std::string sentenceOf(const UsageError &error, const std::string &command, const std::string &wanted)
{
    switch (error.kind) {
    case UsageError::Kind::UnknownOption: return command + " has no option " + error.name;
    case UsageError::Kind::TooMany: return command + " takes one " + wanted;
    case UsageError::Kind::NoValue: return error.name + " has no value behind it";
    }
    return {};
}

int runTrace(const std::vector<std::string> &arguments, const Streams &streams)
{
    bool csv = false;
    std::string file;
    Arguments trace("unfold trace", "FILE [--csv]",
        "Prints the numbers of one forward and backward pass as JSON. FILE is an experiment file, or - for standard "
        "input.");
    trace.flag("--csv", csv, "one row per node and step instead: node,step,norm,gradient_norm");
    try {
        std::vector<std::string> words;
        if (!trace.parse(arguments, words))
            return print(trace.help(), streams);
        file = onlyWord(words);
    } catch (const UsageError &error) {
        return refuseUsage(sentenceOf(error, "trace", "FILE"), streams);
    }
    if (file.empty())
        return refuseUsage("trace needs a FILE, or - for standard input", streams);
    return traceFile(file, csv, streams);
}

int runCircuit(const std::vector<std::string> &arguments, const Streams &streams)
{
    std::string name;
    Arguments circuit("unfold circuit", "NAME",
        "Prints a circuit of the catalogue as JSON, ready to paste into an experiment. NAME is one of " + circuitNames()
            + ".");
    try {
        std::vector<std::string> words;
        if (!circuit.parse(arguments, words))
            return print(circuit.help(), streams);
        name = onlyWord(words);
    } catch (const UsageError &error) {
        return refuseUsage(sentenceOf(error, "circuit", "NAME"), streams);
    }
    if (name.empty())
        return refuseUsage("circuit needs a NAME", streams);
    if (!catalogueEntry(name))
        return refuseUsage("there is no circuit called \"" + name + "\" in the catalogue", streams);
    return print(writeCircuit(makeCircuit(name, {})), streams);
}

} // namespace

std::string commandLineHelp()
{
    return std::string(usage) + circuitNames() + "\n";
}

std::optional<int> runCommand(const std::vector<std::string> &arguments, const Streams &streams)
{
    if (arguments.empty())
        return std::nullopt;
    const std::vector<std::string> rest(arguments.begin() + 1, arguments.end());
    if (arguments.front() == "trace")
        return runTrace(rest, streams);
    if (arguments.front() == "circuit")
        return runCircuit(rest, streams);
    if (arguments.front() == "train")
        return runTrain(rest, streams);
    if (arguments.front() == "sample")
        return runSample(rest, streams);
    if (arguments.front() == "import")
        return runImport(rest, streams);
    if (arguments.front() == "--help" || arguments.front() == "-h")
        return print(commandLineHelp(), streams);
    if (arguments.front() == "--version" || arguments.front() == "-v")
        return print("unfold " UNFOLD_VERSION "\n", streams);
    return std::nullopt;
}

} // namespace unfold
