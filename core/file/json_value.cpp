#include "core/file/json_value.h"

#include "core/circuit/input_error.h"
#include "core/experiment/check.h"
#include "core/file/json_document.h"

#include <algorithm>

namespace unfold {
namespace {

/// A JSON value in short, safe on one line.
std::string shortly(const nlohmann::json &value)
{
    constexpr std::size_t longest = 40;
    std::string text = value.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    if (text.size() <= longest)
        return text;
    std::size_t end = longest;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) // not inside a character of UTF-8
        --end;
    return text.substr(0, end) + "…";
}

std::string counted(std::size_t count, const std::string &one, const std::string &many)
{
    return std::to_string(count) + " " + (count == 1 ? one : many);
}

} // namespace

JsonValue JsonValue::at(const std::string &key) const
{
    if (!isObject())
        refuse(description(), "an object");
    if (!has(key))
        throw InputError(pathOf(m_path, key), "the key is missing", "a value for it");
    return {(*m_value)[key], pathOf(m_path, key)};
}

std::vector<std::pair<std::string, JsonValue>> JsonValue::members() const
{
    if (!isObject())
        refuse(description(), "an object");
    std::vector<std::pair<std::string, JsonValue>> members;
    for (const auto &[key, value] : m_value->items())
        members.emplace_back(key, JsonValue(value, pathOf(m_path, key)));
    return members;
}

const nlohmann::json &JsonValue::list(const std::string &expected) const
{
    if (!m_value->is_array())
        refuse(description(), expected);
    return *m_value;
}

std::vector<JsonValue> JsonValue::items() const
{
    std::vector<JsonValue> items;
    for (std::size_t i = 0; const nlohmann::json &value : list("a list"))
        items.emplace_back(value, pathOf(m_path, i++));
    return items;
}

std::string JsonValue::string() const
{
    if (!m_value->is_string())
        refuse(description(), "a string");
    return m_value->get<std::string>();
}

bool JsonValue::boolean() const
{
    if (!m_value->is_boolean())
        refuse(description(), "true or false");
    return m_value->get<bool>();
}

double JsonValue::number() const
{
    if (!m_value->is_number())
        refuse(description(), "a finite number");
    return m_value->get<double>();
}

int JsonValue::integer(int least) const
{
    const bool anyLeast = least == std::numeric_limits<int>::min();
    const std::string expected = "a whole number" + (anyLeast ? "" : " from " + std::to_string(least));
    if (!m_value->is_number_integer())
        refuse(description(), expected + (m_value->is_number_float() ? ", written without a decimal point" : ""));
    constexpr int most = std::numeric_limits<int>::max();
    if (m_value->is_number_unsigned() ? m_value->get<std::uint64_t>() > std::uint64_t{most}
                                      : m_value->get<std::int64_t>() < std::numeric_limits<int>::min())
        refuse(description(), expected + ", at most " + std::to_string(most) + " in size");
    const int value = m_value->get<int>();
    if (value < least)
        refuse(description(), expected);
    return value;
}

int JsonValue::size() const
{
    if (m_value->is_number() && m_value->get<double>() > std::numeric_limits<int>::max())
        refuse(description() + ", for which one vector alone needs " + sizeInWords(8 * m_value->get<double>())
                + " of memory",
            "a whole number that fits into memory");
    return integer(1);
}

std::uint64_t JsonValue::seed() const
{
    if (!m_value->is_number_unsigned())
        refuse(description(), "a whole number from 0 to 18446744073709551615");
    return m_value->get<std::uint64_t>();
}

std::vector<int> JsonValue::classes() const
{
    std::vector<int> classes;
    for (const JsonValue &item : items()) {
        if (!item.m_value->is_number_integer())
            item.refuse(item.description(), "a class, a whole number from 0");
        classes.push_back(item.integer());
    }
    return classes;
}

double JsonValue::numberAt(const nlohmann::json &entry, std::size_t index) const
{
    return entry.is_number() ? entry.get<double>() : JsonValue(entry, pathOf(m_path, index)).number();
}

std::vector<double> JsonValue::numbers() const
{
    std::vector<double> numbers;
    for (std::size_t i = 0; const nlohmann::json &entry : list("a list of numbers"))
        numbers.push_back(numberAt(entry, i++));
    return numbers;
}

std::vector<std::string> JsonValue::strings() const
{
    std::vector<std::string> strings;
    for (const JsonValue &item : items())
        strings.push_back(item.string());
    return strings;
}

Vector JsonValue::vector(int size) const
{
    const std::string expected = "a list of " + counted(static_cast<std::size_t>(size), "number", "numbers");
    const nlohmann::json &entries = list(expected);
    if (entries.size() != static_cast<std::size_t>(size))
        refuse(description(), expected);
    Vector result(size);
    for (std::size_t i = 0; i < entries.size(); ++i)
        result[static_cast<Eigen::Index>(i)] = numberAt(entries[i], i);
    return result;
}

Matrix JsonValue::rows(int width) const
{
    const nlohmann::json &entries
        = list("a list of rows, each a list of " + counted(static_cast<std::size_t>(width), "number", "numbers"));
    std::vector<Vector> rows;
    for (std::size_t i = 0; i < entries.size(); ++i)
        rows.push_back(JsonValue(entries[i], pathOf(m_path, i)).vector(width));
    Matrix result(static_cast<Eigen::Index>(rows.size()), width);
    for (std::size_t i = 0; i < rows.size(); ++i)
        result.row(static_cast<Eigen::Index>(i)) = rows[i];
    return result;
}

Matrix JsonValue::rows(int height, int width) const
{
    const std::string expected = "a list of " + counted(static_cast<std::size_t>(height), "row", "rows") + " of "
        + counted(static_cast<std::size_t>(width), "number", "numbers");
    if (list(expected).size() != static_cast<std::size_t>(height))
        refuse(description(), expected);
    return rows(width);
}

std::string JsonValue::description() const
{
    switch (m_value->type()) {
    case nlohmann::json::value_t::null: return "the value is null";
    case nlohmann::json::value_t::boolean: return "the value is " + shortly(*m_value);
    case nlohmann::json::value_t::string: return "the value is the string " + shortly(*m_value);
    case nlohmann::json::value_t::object: return "the value is an object";
    case nlohmann::json::value_t::array:
        return "the value is a list of " + counted(m_value->size(), "entry", "entries");
    default: return "the value is " + shortly(*m_value);
    }
}

void JsonValue::refuse(const std::string &wrong, const std::string &expected) const
{
    throw InputError(m_path, wrong, expected);
}

void JsonValue::warnUnknown(std::initializer_list<std::string_view> known, std::vector<std::string> &warnings) const
{
    for (const auto &[key, value] : members())
        if (std::find(known.begin(), known.end(), key) == known.end())
            warnings.push_back(value.path() + ": unknown key; it is ignored");
}

} // namespace unfold
