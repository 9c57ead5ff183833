#include "core/import/safetensors.h"

#include "core/circuit/input_error.h"
#include "core/file/json_document.h"
#include "core/file/json_value.h"
#include "core/import/float_type.h"

#include <optional>

namespace unfold {
namespace {

constexpr std::size_t longestHeader = std::size_t{8} * 1024 * 1024;
constexpr std::size_t lengthBytes = 8;

std::string headerOf(std::string_view bytes)
{
    if (bytes.size() < lengthBytes)
        throw InputError("", "the file has " + std::to_string(bytes.size()) + " bytes", "a whole .safetensors file");
    std::uint64_t length = 0;
    for (std::size_t i = lengthBytes; i-- > 0;)
        length = length << 8U | static_cast<unsigned char>(bytes[i]);
    if (length > bytes.size() - lengthBytes)
        throw InputError("", "its head would end behind the end of the file", "a whole .safetensors file");
    if (length > longestHeader)
        throw InputError(
            "", "its head has " + std::to_string(length) + " bytes", "at most " + std::to_string(longestHeader));
    return std::string(bytes.substr(lengthBytes, length));
}

std::optional<FloatType> floatTypeOf(const std::string &type)
{
    if (type == "F64")
        return FloatType::Double;
    if (type == "F32")
        return FloatType::Single;
    if (type == "F16")
        return FloatType::Half;
    if (type == "BF16")
        return FloatType::BrainHalf;
    return std::nullopt;
}

std::string_view dataOf(const JsonValue &entry, std::string_view data, Array &array)
{
    const JsonValue offsets = entry.at("data_offsets");
    const std::vector<JsonValue> ends = offsets.items();
    if (ends.size() != 2)
        offsets.refuse(offsets.description(), "where the numbers begin and end");
    const int begin = ends[0].integer(0);
    const int end = ends[1].integer(begin);
    array.place = static_cast<std::size_t>(begin);
    if (static_cast<std::size_t>(end) > data.size())
        ends[1].refuse("its numbers would end behind the end of the file", "a whole .safetensors file");
    return data.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(end - begin));
}

Array readTensor(const JsonValue &entry, std::string_view data, ArrayBudget &budget)
{
    Array array;
    for (const JsonValue &size : entry.at("shape").items())
        array.shape.push_back(size.integer(0));
    const std::string type = entry.at("dtype").string();
    const std::string_view bytes = dataOf(entry, data, array);
    const auto kind = floatTypeOf(type);
    const std::size_t entries = entriesOf(array.shape);
    if (!kind) {
        array.unread = "holds no floating point numbers of 2, 4 or 8 bytes (" + type + ")";
    } else if (!budget.take(entries)) {
        array.unread = tooLarge(entries);
    } else if (bytes.size() != entries * bytesOf(*kind)) {
        entry.refuse("there are " + std::to_string(bytes.size()) + " bytes for its shape " + inWords(array.shape),
            std::to_string(entries * bytesOf(*kind)));
    } else {
        array.values = floatsIn(bytes, *kind);
    }
    return array;
}

} // namespace

Arrays readSafetensors(std::string_view bytes)
{
    const std::string header = headerOf(bytes);
    const nlohmann::json json = parseJson(header);
    const std::vector<std::pair<std::string, JsonValue>> members = JsonValue(json, "").members();
    if (members.size() > mostArrays)
        throw InputError("", "there are " + std::to_string(members.size()) + " arrays in the file",
            "at most " + std::to_string(mostArrays));
    Arrays arrays;
    ArrayBudget budget;
    for (const auto &[name, entry] : members)
        if (name != "__metadata__")
            arrays[name] = readTensor(entry, bytes.substr(lengthBytes + header.size()), budget);
    return arrays;
}

} // namespace unfold
