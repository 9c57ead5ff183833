#include "app/import_command.h"

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

void set(Asked &asked, const std::string &option, const std::string &value)
{
    if (option == "-o")
        asked.out = value;
    else if (option == "--activation")
        asked.options.activation = activationIn(value);
    else if (option == "--steps")
        asked.options.steps = stepsIn(value);
    else
        throw InputError("", "import has no option " + option, "-o, --activation or --steps");
}

/// Throws InputError for what is no way to ask for an import.
Asked parse(const std::vector<std::string> &arguments)
{
    Asked asked;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const std::string &argument = arguments[i];
        const bool option = argument.size() > 1 && argument.front() == '-';
        const std::size_t equals = argument.starts_with("--") ? argument.find('=') : std::string::npos;
        if (option && equals != std::string::npos)
            set(asked, argument.substr(0, equals), argument.substr(equals + 1));
        else if (option && i + 1 < arguments.size())
            set(asked, argument, arguments[++i]);
        else if (option)
            set(asked, argument, "");
        else if (!asked.file.empty())
            throw InputError("", "import takes one FILE", "unfold import FILE -o OUT");
        else
            asked.file = argument;
    }
    if (asked.file.empty())
        throw InputError("", "import needs a FILE", "unfold import FILE -o OUT");
    if (asked.out.empty())
        throw InputError("-o", "import needs a file to write", "-o net.unfold, or -o - for standard output");
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
        const Asked asked = parse(arguments);
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
