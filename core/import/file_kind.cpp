#include "core/import/file_kind.h"

#include "core/circuit/input_error.h"
#include "core/data/column_series.h"
#include "core/data/decode_text.h"
#include "core/data/records.h"
#include "core/file/json_document.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>

namespace unfold {
namespace {

constexpr const char *whatIsRead = "weights (.npz, .safetensors), a table (CSV) or a text";
constexpr const char *saveAsCsv = "a CSV file: in the spreadsheet, File > Save As, CSV UTF-8 (comma delimited)";

struct Known {
    std::string_view begin;
    const char *what;
    const char *todo;
};

constexpr std::array<Known, 12> beginnings{{
    {"\xd0\xcf\x11\xe0", "this is an old Excel file (.xls)", saveAsCsv},
    {"%PDF", "this is a PDF file", "the table or the text in it, saved as CSV or plain text"},
    {"\x1f\x8b", "this is a gzip archive", "the file in it, unpacked"},
    {"BZh", "this is a bzip2 archive", "the file in it, unpacked"},
    {"7z\xbc\xaf", "this is a 7-Zip archive", "the file in it, unpacked"},
    {"PAR1", "this is a Parquet file", "a CSV file: pandas.read_parquet(FILE).to_csv(\"table.csv\")"},
    {"SQLite format 3", "this is a SQLite database", "a table of it, exported as CSV"},
    {"\x89PNG", "this is a picture (PNG)", whatIsRead},
    {"\xff\xd8\xff", "this is a picture (JPEG)", whatIsRead},
    {"GGUF", "this is a GGUF file of a language model", whatIsRead},
    {"version https://git-lfs.github.com/spec", "this is a pointer of Git LFS, not the file itself",
        "the file: git lfs pull, or download it from its page"},
    {"{\\rtf", "this is an RTF document", "the text in it, saved as plain text"},
}};

bool has(std::string_view bytes, std::string_view part)
{
    return bytes.find(part) != std::string_view::npos;
}

void refuseKnownBinaries(std::string_view bytes)
{
    for (const Known &known : beginnings)
        if (bytes.starts_with(known.begin))
            throw InputError("", known.what, known.todo);
    if (bytes.starts_with("PK") && has(bytes, "xl/work"))
        throw InputError("", "this is an Excel file (.xlsx)", saveAsCsv);
    if (bytes.starts_with("PK") && has(bytes, "opendocument.spreadsheet"))
        throw InputError("", "this is an OpenDocument spreadsheet (.ods)", saveAsCsv);
    if (bytes.starts_with("PK") && has(bytes, "word/document"))
        throw InputError("", "this is a Word file (.docx)", "the text in it, saved as plain text");
    if (bytes.starts_with("PK") && has(bytes, "model.weights.h5"))
        throw InputError("", "this is a Keras file (.keras)",
            "a readable one: numpy.savez(\"net.npz\", **{w.path: w.numpy() for w in model.weights})");
    if (bytes.size() > 8 && bytes.substr(4, 4) == "TFL3")
        throw InputError("", "this is a TensorFlow Lite file", "the weights of the model itself, saved as .npz");
    if (bytes.starts_with("\x08") && (has(bytes.substr(0, 200), "pytorch") || has(bytes.substr(0, 200), "onnx")))
        throw InputError("", "this is an ONNX file", "the weights of the model itself, saved as .npz or .safetensors");
}

bool areWeights(std::string_view bytes)
{
    constexpr std::size_t lengthBytes = 8;
    if (bytes.starts_with("PK") || bytes.starts_with("\x93NUMPY") || bytes.starts_with("\x89HDF")
        || (bytes.size() > 1 && bytes[0] == '\x80' && bytes[1] >= 1 && bytes[1] <= 5))
        return true;
    return bytes.size() > lengthBytes && bytes[lengthBytes] == '{'
        && has(bytes.substr(0, lengthBytes), std::string_view("\0", 1));
}

/// Small letters, without blanks in front.
std::string beginningOf(std::string_view text)
{
    const std::size_t start = text.find_first_not_of(" \t\r\n");
    std::string begin(start == std::string_view::npos ? std::string_view() : text.substr(start, 400));
    std::transform(begin.begin(), begin.end(), begin.begin(), [](unsigned char c) { return std::tolower(c); });
    return begin;
}

bool isJson(const std::string &text)
{
    try {
        parseJson(text);
        return true;
    } catch (const InputError &) {
        return false;
    }
}

void refuseMarkup(const std::string &text)
{
    const std::string begin = beginningOf(text);
    for (const char *tag : {"<!doctype html", "<html", "<head", "<body", "<table"})
        if (begin.starts_with(tag))
            throw InputError("", "this is a web page (HTML), not the file behind it",
                "the file itself: on GitHub the button Raw, elsewhere the link that downloads it");
    if (begin.starts_with("<?xml"))
        throw InputError("", "this is an XML file", whatIsRead);
    if (!(begin.starts_with('{') || begin.starts_with('[')) || !isJson(text))
        return;
    if (has(text, "\"unfold-experiment\""))
        throw InputError("", "this is an experiment already", "unfold FILE, which opens it");
    if (has(text, "\"weight_map\""))
        throw InputError("", "this is the index of weights in several files (shards)", "one of the .safetensors files");
    throw InputError("", "this is a JSON file", "a table as CSV: pandas.read_json(FILE).to_csv(\"table.csv\")");
}

/// Whether most of what the lines hold are numbers, though they are not a table.
bool isMostlyNumbers(const std::string &text)
{
    constexpr std::size_t sampled = 200;
    try {
        std::size_t numbers = 0;
        std::size_t cells = 0;
        for (const Record &r : readRecords(text, separatorOf(text), sampled))
            for (const std::string &cell : r.cells) {
                ++cells;
                numbers += numberIn(cell).has_value();
            }
        return 3 * numbers > cells;
    } catch (const InputError &) {
        return false;
    }
}

bool isTable(std::string_view bytes, const std::string &text)
{
    try {
        const CsvTable table = parseCsv(bytes);
        return table.rows.size() > 1 && likelyColumn(table, contentOf(table)) >= 0;
    } catch (const InputError &) {
        return isMostlyNumbers(text);
    }
}

} // namespace

FileKind fileKindOf(std::string_view bytes, TableHint hint)
{
    if (bytes.empty())
        throw InputError("", "the file is empty", whatIsRead);
    refuseKnownBinaries(bytes);
    if (areWeights(bytes))
        return FileKind::Weights;
    const std::string text = decodeText(bytes).text;
    if (has(text, std::string_view("\0", 1)))
        throw InputError("", "this is not a file of a known kind", whatIsRead);
    refuseMarkup(text);
    return hint == TableHint::Likely || isTable(bytes, text) ? FileKind::Table : FileKind::Text;
}

} // namespace unfold
