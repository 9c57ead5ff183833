#include "app/import_command.h"

#include "app/exit_status.h"
#include "app/import_arguments.h"
#include "app/read_file.h"
#include "app/refusal.h"
#include "app/write_file.h"
#include "core/circuit/input_error.h"
#include "core/file/experiment_file.h"
#include "core/import/file_kind.h"
#include "core/import/import_data.h"

#include <filesystem>
#include <iostream>

namespace unfold {
namespace {

/// What came of a file, whichever kind it is.
struct Imported {
    Experiment experiment;
    std::string sentence;
    std::string report;
    std::vector<std::string> warnings;
};

bool hasTableName(const std::string &file)
{
    const std::string ending = std::filesystem::path(file).extension().string();
    return ending == ".csv" || ending == ".tsv" || ending == ".CSV";
}

Imported importBytes(const std::string &bytes, const ImportRequest &request)
{
    const std::string title
        = request.file == "-" ? "standard input" : std::filesystem::path(request.file).filename().string();
    const bool likely = request.isTable || hasTableName(request.file);
    switch (fileKindOf(bytes, likely ? TableHint::Likely : TableHint::None)) {
    case FileKind::Table: {
        const ImportedTable table = importTable(bytes, title, request.table, request.series, request.steps);
        return {table.experiment, sentenceOf(table), reportOf(table), table.warnings};
    }
    case FileKind::Text: {
        const ImportedText text = importText(bytes, title, request.table.encoding, request.steps);
        return {text.experiment, sentenceOf(text), reportOf(text), text.warnings};
    }
    case FileKind::Weights: break;
    }
    const std::string name = request.file == "-" ? "imported network" : title;
    const ImportedNetwork network = importNetworkFile(bytes, name, request.network);
    return {network.experiment, network.report.sentence(), network.report.json(), network.report.warnings};
}

int write(const Imported &imported, const ImportRequest &request, const Streams &streams)
{
    const bool toStream = request.out == "-" || (request.out.empty() && !request.report);
    const std::string text = writeExperiment(imported.experiment);
    if (toStream)
        streams.out << text << std::flush;
    if (toStream ? !streams.out : !request.out.empty() && !writeWholeFile(request.out, text)) {
        streams.error << "unfold: " << (toStream ? "the result" : request.out) << " cannot be written\n";
        return cannotWrite;
    }
    if (!request.report)
        for (const std::string &warning : imported.warnings)
            streams.error << request.file << ": warning: " << warning << "\n";
    std::ostream &account = toStream ? streams.error : streams.out;
    account << (request.report ? imported.report : imported.sentence + "\n") << std::flush;
    if (account)
        return success;
    streams.error << "unfold: the result cannot be written\n";
    return cannotWrite;
}

/// What is read is never written over, whatever the name.
void refuseSameFile(const ImportRequest &request)
{
    if (!request.out.empty() && request.out != "-"
        && isSameFile(request.file == "-" ? "/dev/stdin" : request.file, request.out))
        throw InputError("-o", "OUT is the file that is read", "another name, so that nothing is lost");
}

} // namespace

int runImport(const std::vector<std::string> &arguments, const Streams &streams)
{
    std::string place = "unfold";
    return orReason(streams, place, "there is not enough memory for this file; a smaller one", [&] {
        std::string help;
        const std::optional<ImportRequest> request = parseImport(arguments, help);
        if (!request) {
            streams.out << help << std::flush;
            return streams.out ? success : cannotWrite;
        }
        place = request->file;
        const std::string bytes
            = readFileOrInput(request->file, streams.in, {"weights, a table or a text", mostBytesOfArrayFile});
        refuseSameFile(*request);
        return write(importBytes(bytes, *request), *request, streams);
    });
}

} // namespace unfold
