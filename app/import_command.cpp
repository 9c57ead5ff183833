#include "app/import_command.h"

#include "app/arguments.h"
#include "app/exit_status.h"
#include "app/read_file.h"
#include "app/write_file.h"
#include "core/circuit/input_error.h"
#include "core/file/experiment_file.h"
#include "core/import/import_network.h"

#include <charconv>
#include <filesystem>
#include <iostream>
#include <new>
#include <optional>

namespace unfold {
namespace {

struct Asked {
    std::string file;
    std::string out;
    ImportOptions options;
};

Activation activationIn(const std::string &value)
{
    if (value == "tanh")
        return Activation::Tanh;
    if (value == "relu")
        return Activation::Relu;
    throw InputError("--activation", "\"" + value + "\" is none of an nn.RNN", "tanh or relu");
}

int stepsIn(const std::string &value)
{
    int steps = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), steps);
    if (error != std::errc() || end != value.data() + value.size() || steps < 1)
        throw InputError("--steps", "\"" + value + "\" is none", "a number of steps from 1");
    return steps;
}

InputError mistakeOf(const UsageError &error)
{
    switch (error.kind) {
    case UsageError::Kind::UnknownOption:
        return {"", "import has no option " + error.name, "-o, --activation or --steps"};
    case UsageError::Kind::NoValue:
        if (error.name == "-o")
            break;
        return {error.name, "has no value", "one behind it; see unfold import --help"};
    case UsageError::Kind::TooMany: return {"", "import takes one FILE", "unfold import FILE -o OUT"};
    }
    return {"-o", "import needs a file to write", "-o net.unfold, or -o - for standard output"};
}

/// nullopt: help was asked for, and is printed. Throws InputError for what is no way to ask for an import.
std::optional<Asked> parse(const std::vector<std::string> &arguments, const Streams &streams)
{
    Asked asked;
    std::vector<std::string> words;
    Arguments command("unfold import", "FILE -o OUT [--activation NAME] [--steps N]",
        "Turns a network that PyTorch trained into an experiment. FILE is a .npz or .safetensors file, or - for "
        "standard "
        "input.");
    command.option(
        "-o", "OUT", [&](const std::string &value) { asked.out = value; },
        "the experiment file to write, or - for standard output");
    command.option(
        "--activation", "NAME", [&](const std::string &value) { asked.options.activation = activationIn(value); },
        "of an nn.RNN, which its file does not hold: tanh (assumed) or relu");
    command.option(
        "--steps", "N", [&](const std::string &value) { asked.options.steps = stepsIn(value); },
        "how many steps the experiment has first (20)");
    try {
        if (!command.parse(arguments, words)) {
            streams.out << command.help() << std::flush;
            return std::nullopt;
        }
        asked.file = onlyWord(words);
    } catch (const UsageError &error) {
        throw mistakeOf(error);
    }
    if (asked.file.empty())
        throw InputError("", "import needs a FILE", "unfold import FILE -o OUT");
    if (asked.out.empty())
        throw mistakeOf({UsageError::Kind::NoValue, "-o"});
    return asked;
}

int write(const ImportedNetwork &network, const Asked &asked, const Streams &streams)
{
    const std::string text = writeExperiment(network.experiment);
    const bool toStream = asked.out == "-";
    if (toStream)
        streams.out << text << std::flush;
    if (toStream ? !streams.out : !writeWholeFile(asked.out, text)) {
        streams.error << "unfold: " << (toStream ? "the result" : asked.out) << " cannot be written\n";
        return cannotWrite;
    }
    (toStream ? streams.error : streams.out) << network.report.sentence() << "\n" << std::flush;
    return success;
}

} // namespace

int runImport(const std::vector<std::string> &arguments, const Streams &streams)
{
    std::string place = "unfold";
    const auto refuse = [&](const std::string &sentence) {
        streams.error << place << ": " << sentence << "\n";
        return badInput;
    };
    try {
        const std::optional<Asked> wanted = parse(arguments, streams);
        if (!wanted)
            return streams.out ? success : cannotWrite;
        const Asked &asked = *wanted;
        place = asked.file;
        const std::string bytes
            = readFileOrInput(asked.file, streams.in, {"a .npz or .safetensors file", mostBytesOfArrayFile});
        const std::string title
            = asked.file == "-" ? "imported network" : std::filesystem::path(asked.file).filename().string();
        return write(importNetworkFile(bytes, title, asked.options), asked, streams);
    } catch (const InputError &error) {
        return refuse(error.what());
    } catch (const std::bad_alloc &) {
        return refuse("there is not enough memory for this network; a smaller one");
    }
}

} // namespace unfold
