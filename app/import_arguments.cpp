#include "app/import_arguments.h"

#include "app/arguments.h"
#include "core/circuit/input_error.h"

#include <algorithm>
#include <charconv>

namespace unfold {
namespace {

int numberIn(const std::string &option, const std::string &value)
{
    int number = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
    if (error != std::errc() || end != value.data() + value.size() || number < 1)
        throw InputError(option, "\"" + value + "\" is not one", "a whole number from 1");
    return number;
}

[[noreturn]] void refuse(const std::string &option, const std::string &value, const std::string &expected)
{
    throw InputError(option, "\"" + value + "\" is not known", expected);
}

Activation activationIn(const std::string &value)
{
    if (value == "tanh")
        return Activation::Tanh;
    if (value == "relu")
        return Activation::Relu;
    if (value == "identity")
        return Activation::Identity;
    refuse("--activation", value, "tanh, relu or identity");
}

Concatenated concatenatedIn(const std::string &value)
{
    if (value != "hx" && value != "xh")
        refuse("--concatenated", value, "hx or xh");
    return value == "hx" ? Concatenated::HiddenFirst : Concatenated::InputFirst;
}

Gaps gapsIn(const std::string &value)
{
    if (value == "stop")
        return Gaps::Stop;
    if (value == "skip")
        return Gaps::Skip;
    if (value == "carry")
        return Gaps::Carry;
    if (value == "interpolate")
        return Gaps::Interpolate;
    refuse("--gaps", value, "stop, skip, carry or interpolate");
}

bool yesOrNo(const std::string &option, const std::string &value)
{
    if (value != "yes" && value != "no")
        refuse(option, value, "yes or no");
    return value == "yes";
}

char separatorIn(const std::string &value)
{
    if (value == "\\t" || value == "tab")
        return '\t';
    if (value == "space" || value == "blank" || value == "spaces")
        return ' ';
    if (value.size() != 1)
        refuse("--separator", value, "one character, tab or space");
    return value.front();
}

char markIn(const std::string &option, const std::string &value)
{
    if (value != "." && value != ",")
        refuse(option, value, "a dot or a comma");
    return value.front();
}

InputError mistakeOf(const UsageError &error)
{
    switch (error.kind) {
    case UsageError::Kind::UnknownOption:
        return {"", "import has no option " + error.name, "one of those that unfold import --help names"};
    case UsageError::Kind::NoValue:
        return {error.name, "has no value",
            error.name == "-o" ? "-o net.unfold, or -o - for standard output"
                               : "one behind it; see unfold import --help"};
    case UsageError::Kind::TooMany: break;
    }
    return {"", "import takes one FILE", "unfold import FILE -o OUT"};
}

/// "1,2" → {1, 2}; "all" → {}.
std::vector<int> layersIn(const std::string &value)
{
    std::vector<int> layers;
    if (value == "all")
        return layers;
    for (std::size_t begin = 0; begin <= value.size();) {
        const std::size_t comma = std::min(value.find(',', begin), value.size());
        layers.push_back(numberIn("--layers", value.substr(begin, comma - begin)));
        begin = comma + 1;
    }
    return layers;
}

using Take = std::function<void(const std::string &)>;

void addTableOptions(Arguments &command, ImportRequest &request)
{
    const auto option = [&](const std::string &name, const std::string &value, const Take &take, const char *what) {
        const auto forTable = [&request, take](const std::string &given) {
            request.isTable = true;
            take(given);
        };
        command.option(name, value, forTable, what);
    };
    TableOptions &table = request.table;
    SeriesOptions &series = request.series;
    option(
        "--column", "NAME|NUMBER", [&](const auto &v) { series.column = v; },
        "table: the column that is read (the last one of numbers that vary)");
    option(
        "--first-line", "N", [&](const auto &v) { table.firstLine = numberIn("--first-line", v); },
        "table: the line of the file with the first row");
    option(
        "--header", "yes|no", [&](const auto &v) { table.header = yesOrNo("--header", v); },
        "table: whether a line above the first row names the columns");
    option(
        "--separator", "C", [&](const auto &v) { table.separator = separatorIn(v); },
        "table: between the cells: a character, tab or space");
    option(
        "--decimal", "C", [&](const auto &v) { table.decimal = markIn("--decimal", v); },
        "table: the decimal mark, . or ,");
    option(
        "--thousands", "C", [&](const auto &v) { table.thousands = markIn("--thousands", v); },
        "table: the mark between thousands, . or ,");
    option(
        "--gaps", "stop|skip|carry|interpolate", [&](const auto &v) { series.gaps = gapsIn(v); },
        "table: an empty cell, NA, ? and the like stops the import (stop), is left out, is filled with the value "
        "before, or with what is between");
    option(
        "--from", "N", [&](const auto &v) { series.from = numberIn("--from", v); },
        "table: the first row that is read, from 1, in the order of the file");
    option(
        "--to", "N", [&](const auto &v) { series.to = numberIn("--to", v); }, "table: the last row that is read");
}

void addOptions(Arguments &command, ImportRequest &request)
{
    command.option(
        "-o", "OUT", [&](const auto &v) { request.out = v; },
        "the experiment file to write, or - for standard output; never FILE itself");
    command.option(
        "--report", "json",
        [&](const auto &v) { v == "json" ? void(request.report = true) : refuse("--report", v, "json"); },
        "prints what was understood, as JSON");
    command.option(
        "--steps", "N", [&](const auto &v) { request.steps = numberIn("--steps", v); },
        "how many steps the experiment has first (weights: 20; a table or a text: all, up to 1000)");
    command.option(
        "--encoding", "NAME", [&](const auto &v) { request.table.encoding = v; },
        "table, text: utf-8, utf-16, latin-1, windows-1252");
    addTableOptions(command, request);
    command.flag("--reverse", request.series.reverse, "table: the last row first, where the newest is on top");
    command.option(
        "--head", "NAME|none", [&](const auto &v) { request.network.choice.head = v; },
        "weights: the array that is the output layer, where several fit");
    command.option(
        "--layers", "all|N,N", [&](const auto &v) { request.network.choice.layers = layersIn(v); },
        "weights: which of the layers on top of each other are taken (all), such as 1 or 1,2");
    command.option(
        "--activation", "NAME", [&](const auto &v) { request.network.activation = activationIn(v); },
        "weights: of a plain recurrent layer, which its file does not hold: tanh (assumed), relu or identity");
    command.option(
        "--concatenated", "hx|xh", [&](const auto &v) { request.network.concatenated = concatenatedIn(v); },
        "weights: the order of state and input where a matrix reads both in one");
}

} // namespace

std::optional<ImportRequest> parseImport(const std::vector<std::string> &arguments, std::string &help)
{
    ImportRequest request;
    std::vector<std::string> words;
    Arguments command("unfold import", "FILE [-o OUT] [--report json] [options]",
        "Turns a file into an experiment, told apart by its content: weights that PyTorch trained (.npz, "
        ".safetensors), "
        "a table (CSV and its relatives), a text. FILE may be - for standard input. Without -o the experiment goes to "
        "standard output.");
    addOptions(command, request);
    try {
        if (!command.parse(arguments, words)) {
            help = command.help();
            return std::nullopt;
        }
        request.file = onlyWord(words);
    } catch (const UsageError &error) {
        throw mistakeOf(error);
    }
    if (request.file.empty())
        throw InputError("", "import needs a FILE", "unfold import FILE -o OUT");
    if (request.report && request.out == "-")
        throw InputError("-o", "the report goes to standard output already", "a file to write the experiment to");
    request.isTable |= request.series.reverse;
    request.network.steps = request.steps.value_or(request.network.steps);
    return request;
}

} // namespace unfold
