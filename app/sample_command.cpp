#include "app/sample_command.h"

#include "app/arguments.h"
#include "app/exit_status.h"
#include "app/number_argument.h"
#include "app/read_file.h"
#include "app/refusal.h"
#include "core/circuit/input_error.h"
#include "core/file/bounded_text.h"
#include "core/file/experiment_file.h"
#include "core/training/free_running.h"

#include <iostream>

namespace unfold {
namespace {

constexpr std::int64_t mostSampled = 10'000'000;

struct SampleAsked {
    std::string file;
    Sampling sampling;
};

InputError mistakeInSample(const UsageError &error)
{
    switch (error.kind) {
    case UsageError::Kind::UnknownOption:
        return {"", "sample has no option " + error.name, "--prompt, --steps, --temperature or --seed"};
    case UsageError::Kind::NoValue: return {error.name, "has no value", "one behind it; see unfold sample --help"};
    case UsageError::Kind::TooMany: break;
    }
    return {"", "sample takes one FILE", "unfold sample FILE --prompt TEXT"};
}

int sampledSteps(const std::string &value)
{
    const std::int64_t steps = wholeNumberIn("--steps", value, 1);
    if (steps > mostSampled)
        throw InputError("--steps", value + " are too many", "at most " + std::to_string(mostSampled));
    return static_cast<int>(steps);
}

/// nullopt: help was asked for, and is printed. Throws InputError for what is no way to ask for a sample.
std::optional<SampleAsked> parseSample(const std::vector<std::string> &arguments, const Streams &streams)
{
    SampleAsked asked;
    std::vector<std::string> words;
    Arguments command("unfold sample", "FILE [--prompt TEXT] [--steps N] [--temperature T] [--seed S]",
        "Runs a trained network on its own output: a text is continued, a series is forecast, one value "
        "a "
        "line in its units. FILE is an experiment file with \"data\", or - for standard input.");
    command.option(
        "--prompt", "TEXT", [&](const std::string &value) { asked.sampling.prompt = value; },
        "how the text begins, which is not printed; without it the text of the file");
    command.option(
        "--steps", "N", [&](const std::string &value) { asked.sampling.steps = sampledSteps(value); },
        "how many symbols or values; without it as many as the experiment has steps");
    command.option(
        "--temperature", "T",
        [&](const std::string &value) { asked.sampling.temperature = numberFromZeroIn("--temperature", value); },
        "softmax(o/T) is drawn from; 0: always the most probable symbol (1)");
    command.option(
        "--seed", "S", [&](const std::string &value) { asked.sampling.seed = seedIn("--seed", value); },
        "the same seed gives the same text (1)");
    try {
        if (!command.parse(arguments, words)) {
            streams.out << command.help() << std::flush;
            return std::nullopt;
        }
        if (words.size() > 1)
            throw UsageError{UsageError::Kind::TooMany, words[1]};
    } catch (const UsageError &error) {
        throw mistakeInSample(error);
    }
    if (words.empty())
        throw InputError("", "sample needs a FILE, or - for standard input", "unfold sample FILE --prompt TEXT");
    asked.file = words.front();
    return asked;
}

int sample(const SampleAsked &asked, const Streams &streams)
{
    const std::string text = readFileOrInput(asked.file, streams.in, {"an experiment file", mostBytesOfFile});
    const ReadExperiment read = readExperiment(text, ReadTwins::No);
    const std::string said = runFreely(read.experiment, asked.sampling);
    for (const std::string &warning : read.warnings)
        streams.error << asked.file << ": warning: " << warning << "\n";
    streams.out << said << std::flush;
    if (streams.out)
        return success;
    streams.error << "unfold: the result cannot be written\n";
    return cannotWrite;
}

} // namespace

int runSample(const std::vector<std::string> &arguments, const Streams &streams)
{
    std::string place = "unfold";
    const char *noMemory = "there is not enough memory for this experiment; smaller sizes or fewer steps";
    return orReason(streams, place, noMemory, [&] {
        const std::optional<SampleAsked> asked = parseSample(arguments, streams);
        if (!asked)
            return streams.out ? success : cannotWrite;
        place = asked->file;
        return sample(*asked, streams);
    });
}

} // namespace unfold
