#include "app/command_line.h"

#include "app/exit_status.h"
#include "app/import_command.h"
#include "app/read_file.h"
#include "core/circuit/catalogue.h"
#include "core/circuit/input_error.h"
#include "core/file/bounded_text.h"
#include "core/file/experiment_file.h"
#include "core/file/trace_file.h"
#include "core/run/compute.h"

#include <iostream>
#include <new>

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
  unfold import FILE -o OUT   turn a network that PyTorch trained (.npz, .safetensors) into an experiment;
                              --activation relu, --steps N
  unfold circuit NAME         print a circuit of the catalogue as JSON, ready to paste into an experiment
  unfold --help               print this
  unfold --version            print the version

FILE may be - for standard input. A mistake in a file is reported on standard error as
FILE: place: what is wrong; what is expected, and the exit status is 2.

Circuits: )";

std::string help()
{
    std::string text(usage);
    for (const CatalogueEntry &entry : catalogue())
        text += (&entry == &catalogue().front() ? "" : ", ") + entry.name;
    return text + "\n";
}

int refuseUsage(const std::string &wrong, const Streams &streams)
{
    streams.error << "unfold: " << wrong << "\n\n" << help();
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
    const auto refuse = [&](const std::string &sentence) {
        streams.error << file << ": " << sentence << "\n";
        return badInput;
    };
    try {
        const std::string text = readFileOrInput(file, streams.in, {"an experiment file", mostBytesOfFile});
        const ReadExperiment read = readExperiment(text, ReadTwins::No);
        const auto trace = compute(*prepare(read.experiment), read.experiment.gain);
        const std::string result = csv ? writeTraceCsv(*trace) : writeTrace(*trace);
        for (const std::string &warning : read.warnings)
            streams.error << file << ": warning: " << warning << "\n";
        return print(result, streams);
    } catch (const InputError &error) {
        return refuse(error.what());
    } catch (const std::bad_alloc &) {
        return refuse("there is not enough memory for this experiment; smaller sizes or fewer steps");
    }
}

int runTrace(const std::vector<std::string> &arguments, const Streams &streams)
{
    std::vector<std::string> files;
    bool csv = false;
    for (const std::string &argument : arguments) {
        if (argument == "--csv")
            csv = true;
        else if (argument.size() > 1 && argument.front() == '-')
            return refuseUsage("trace has no option " + argument, streams);
        else
            files.push_back(argument);
    }
    if (files.size() != 1)
        return refuseUsage(
            files.empty() ? "trace needs a FILE, or - for standard input" : "trace takes one FILE", streams);
    return traceFile(files.front(), csv, streams);
}

int runCircuit(const std::vector<std::string> &arguments, const Streams &streams)
{
    if (arguments.size() != 1)
        return refuseUsage(arguments.empty() ? "circuit needs a NAME" : "circuit takes one NAME", streams);
    if (!catalogueEntry(arguments.front()))
        return refuseUsage("there is no circuit called \"" + arguments.front() + "\" in the catalogue", streams);
    return print(writeCircuit(makeCircuit(arguments.front(), {})), streams);
}

} // namespace

std::optional<int> runCommand(const std::vector<std::string> &arguments, const Streams &streams)
{
    if (arguments.empty())
        return std::nullopt;
    const std::vector<std::string> rest(arguments.begin() + 1, arguments.end());
    if (arguments.front() == "trace")
        return runTrace(rest, streams);
    if (arguments.front() == "circuit")
        return runCircuit(rest, streams);
    if (arguments.front() == "import")
        return runImport(rest, streams);
    if (arguments.front() == "--help" || arguments.front() == "-h")
        return print(help(), streams);
    if (arguments.front() == "--version" || arguments.front() == "-v")
        return print("unfold " UNFOLD_VERSION "\n", streams);
    return std::nullopt;
}

} // namespace unfold
