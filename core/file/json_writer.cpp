#include "core/file/json_writer.h"

#include <nlohmann/json.hpp>

#include <array>
#include <charconv>
#include <cmath>

namespace unfold {
namespace {

std::string quoted(std::string_view text)
{
    return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

} // namespace

JsonWriter &JsonWriter::key(std::string_view name)
{
    separate();
    m_text += quoted(name) + ": ";
    m_afterKey = true;
    return *this;
}

void JsonWriter::begin(char open, char close, Layout layout)
{
    separate();
    m_text += open;
    if (!m_levels.empty() && m_levels.back().layout == Layout::Line)
        layout = Layout::Line;
    m_levels.push_back({close, layout});
}

void JsonWriter::end()
{
    const Level level = m_levels.back();
    m_levels.pop_back();
    if (level.layout == Layout::Block && !level.empty)
        newLine();
    m_text += level.close;
    if (m_levels.empty())
        m_text += '\n';
}

void JsonWriter::separate()
{
    if (m_afterKey || m_levels.empty()) {
        m_afterKey = false;
        return;
    }
    Level &level = m_levels.back();
    if (!level.empty)
        m_text += level.layout == Layout::Block ? "," : ", ";
    if (level.layout == Layout::Block)
        newLine();
    level.empty = false;
}

void JsonWriter::string(std::string_view text)
{
    raw(quoted(text));
}

void JsonWriter::number(double value)
{
    if (value == 0 && std::signbit(value))
        return raw("-0.0"); // "-0" would be read as a whole number, which has no sign there
    std::array<char, 32> text{};
    const auto result = std::to_chars(text.data(), text.data() + text.size(), value);
    raw({text.data(), static_cast<std::size_t>(result.ptr - text.data())});
}

void JsonWriter::raw(std::string_view json)
{
    separate();
    m_text += json;
}

} // namespace unfold
