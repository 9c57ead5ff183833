#include "core/import/npy.h"

#include "core/circuit/input_error.h"
#include "core/import/float_type.h"
#include "core/import/npy_header.h"

#include <numeric>
#include <optional>

namespace unfold {
namespace {

constexpr std::size_t longestNpyHeader = 64 * 1024;
constexpr std::string_view magic("\x93NUMPY", 6);

std::string take(const ByteStream &stream, std::size_t size, const std::string &place)
{
    std::string bytes(size, '\0');
    const std::size_t got = stream(bytes.data(), size);
    if (got < size)
        throw InputError(place, "the array ends too early: " + std::to_string(size - got) + " bytes are missing",
            "a whole NumPy array");
    return bytes;
}

std::size_t littleEndian(std::string_view bytes)
{
    std::size_t value = 0;
    for (std::size_t i = bytes.size(); i-- > 0;)
        value = value << 8U | static_cast<unsigned char>(bytes[i]);
    return value;
}

NpyHeader takeHeader(const ByteStream &stream, const std::string &place)
{
    const std::string start = take(stream, magic.size() + 2, place);
    if (start.substr(0, magic.size()) != magic)
        throw InputError(place, "this is not a NumPy array", "an array that numpy.savez wrote");
    const int version = static_cast<unsigned char>(start[magic.size()]);
    if (version < 1 || version > 3)
        throw InputError(
            place, "the array is of version " + std::to_string(version) + " of the format", "version 1, 2 or 3");
    const std::size_t length = littleEndian(take(stream, version == 1 ? 2 : 4, place));
    if (length > longestNpyHeader)
        throw InputError(
            place, "its head has " + std::to_string(length) + " bytes", "at most " + std::to_string(longestNpyHeader));
    return parseNpyHeader(take(stream, length, place), place);
}

std::optional<FloatType> npyFloatType(const std::string &type)
{
    if (type.size() != 3 || (type[0] != '<' && type[0] != '>') || type[1] != 'f')
        return std::nullopt;
    switch (type[2]) {
    case '2': return FloatType::Half;
    case '4': return FloatType::Single;
    case '8': return FloatType::Double;
    default: return std::nullopt;
    }
}

std::string whyUnread(const std::string &type)
{
    const char kind = type.size() > 1 ? type[1] : '\0';
    if (type.find('O') != std::string::npos)
        return "holds Python objects, which are never read";
    if (kind == 'i' || kind == 'u' || kind == 'b')
        return "holds whole numbers or truth values (" + type + ")";
    return "holds no floating point numbers of 2, 4 or 8 bytes (" + type + ")";
}

/// Column by column → row by row.
std::vector<double> rowMajor(const std::vector<double> &values, const std::vector<std::int64_t> &shape)
{
    std::vector<double> turned(values.size());
    std::vector<std::int64_t> index(shape.size(), 0);
    for (double &entry : turned) {
        std::size_t from = 0;
        for (std::size_t d = shape.size(); d-- > 0;)
            from = from * static_cast<std::size_t>(shape[d]) + static_cast<std::size_t>(index[d]);
        entry = values[from];
        for (std::size_t d = shape.size(); d-- > 0 && ++index[d] == shape[d];)
            index[d] = 0;
    }
    return turned;
}

} // namespace

Array readNpy(const ByteStream &stream, const std::string &place, ArrayBudget &budget)
{
    const NpyHeader header = takeHeader(stream, place);
    Array array{header.shape, {}, {}};
    const auto type = npyFloatType(header.type);
    const std::size_t entries = entriesOf(header.shape);
    if (!type)
        array.unread = whyUnread(header.type);
    else if (!budget.take(entries))
        array.unread = tooLarge(entries);
    if (!array.isRead())
        return array;
    array.values = floatsIn(take(stream, entries * bytesOf(*type), place), *type, header.type[0] == '>');
    char more = 0;
    if (stream(&more, 1) != 0)
        throw InputError(place, "there are more bytes than its shape " + inWords(header.shape) + " needs",
            "as many as the shape says");
    if (header.columnMajor)
        array.values = rowMajor(array.values, array.shape);
    return array;
}

} // namespace unfold
