#include "core/file/json_document.h"

#include "core/circuit/input_error.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace unfold {
namespace {

constexpr std::size_t deepest = 64;

std::string placeInText(const std::string &text, std::size_t position)
{
    const std::string_view before = std::string_view(text).substr(0, std::min(position, text.size()));
    const auto lineBreak = before.rfind('\n');
    const auto lineStart = lineBreak == std::string_view::npos ? 0 : lineBreak + 1;
    const auto column = std::count_if(before.begin() + static_cast<std::ptrdiff_t>(lineStart), before.end(),
        [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }); // characters, not bytes of UTF-8
    return "line " + std::to_string(1 + std::count(before.begin(), before.end(), '\n')) + ", column "
        + std::to_string(std::max<std::ptrdiff_t>(1, column));
}

/// What stands at a position (counted from 1), quoted: to the end of the line, cut short.
std::string excerpt(const std::string &text, std::size_t position)
{
    constexpr std::size_t longest = 20;
    const std::string rest = text.substr(std::max<std::size_t>(position, 1) - 1, longest);
    return nlohmann::json(rest.substr(0, rest.find_first_of("\r\n")))
        .dump(-1, ' ', true, nlohmann::json::error_handler_t::ignore);
}

/// Number of bytes of the code point that begins at `at`; 0 where what stands there is no UTF-8.
std::size_t codePointAt(const std::string &text, std::size_t at)
{
    const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
    const unsigned lead = byte(at);
    const std::size_t length = lead < 0x80 ? 1
        : lead < 0xc2                      ? 0
        : lead < 0xe0                      ? 2
        : lead < 0xf0                      ? 3
        : lead < 0xf5                      ? 4
                                           : 0;
    for (std::size_t i = 1; i < length; ++i)
        if ((byte(at + i) & 0xc0U) != 0x80U)
            return 0;
    const unsigned second = byte(at + 1);
    const bool tooLong = (lead == 0xe0 && second < 0xa0) || (lead == 0xf0 && second < 0x90);
    const bool noCharacter = (lead == 0xed && second >= 0xa0) || (lead == 0xf4 && second >= 0x90);
    return tooLong || noCharacter ? 0 : length;
}

void checkUtf8(const std::string &text)
{
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = codePointAt(text, at);
        if (length == 0)
            throw InputError(placeInText(text, at + 1), "the text is not valid UTF-8", "a file saved as UTF-8");
        at += length;
    }
}

/// Builds the value while it watches for what the library lets pass.
class Builder : public nlohmann::json_sax<nlohmann::json>
{
public:
    explicit Builder(const std::string &text)
        : m_text(text)
    {
    }

    nlohmann::json take() { return std::move(m_root); }

    bool null() override { return add(nullptr); }
    bool boolean(bool value) override { return add(value); }
    bool number_integer(number_integer_t value) override { return add(value); }
    bool number_unsigned(number_unsigned_t value) override { return add(value); }
    bool number_float(number_float_t value, const string_t &) override { return add(value); }
    bool string(string_t &value) override { return add(std::move(value)); }
    bool binary(binary_t &) override { return false; } // not in JSON text
    bool start_object(std::size_t) override { return open(nlohmann::json::object()); }
    bool start_array(std::size_t) override { return open(nlohmann::json::array()); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }
    bool key(string_t &value) override;
    bool parse_error(std::size_t position, const std::string &token, const nlohmann::json::exception &fault) override;

private:
    struct Level {
        nlohmann::json *container;
        std::string key;
    };

    bool add(nlohmann::json value)
    {
        place(std::move(value));
        return true;
    }
    nlohmann::json *place(nlohmann::json value);
    bool open(nlohmann::json container);
    bool close()
    {
        m_levels.pop_back();
        return true;
    }
    std::string path() const;

    const std::string &m_text;
    nlohmann::json m_root;
    std::vector<Level> m_levels; ///< the containers that are open, outermost first
};

nlohmann::json *Builder::place(nlohmann::json value)
{
    if (m_levels.empty()) {
        m_root = std::move(value);
        return &m_root;
    }
    Level &level = m_levels.back();
    if (level.container->is_object())
        return &((*level.container)[level.key] = std::move(value));
    level.container->push_back(std::move(value));
    return &level.container->back();
}

bool Builder::open(nlohmann::json container)
{
    if (m_levels.size() >= deepest)
        throw InputError("", "the file is nested more than " + std::to_string(deepest) + " levels deep",
            "an experiment, which needs no more than eight");
    m_levels.push_back({place(std::move(container)), {}});
    return true;
}

bool Builder::key(string_t &value)
{
    Level &level = m_levels.back();
    level.key = value;
    if (level.container->contains(value))
        throw InputError(path(), "the key occurs twice", "every key once");
    return true;
}

bool Builder::parse_error(std::size_t position, const std::string &token, const nlohmann::json::exception &fault)
{
    constexpr int numberOverflow = 406;
    if (fault.id == numberOverflow)
        throw InputError(
            path(), "the number " + token.substr(0, 40) + " is beyond the range of a double", "a finite number");
    const std::string place = placeInText(m_text, position);
    if (position > m_text.size())
        throw InputError(place, "the file ends in the middle of the JSON", "the rest of it");
    const char wrong = position > 0 ? m_text[position - 1] : '\0';
    if (wrong == 'N' || wrong == 'I')
        throw InputError(place, "JSON has no NaN and no Infinity", "a finite number");
    throw InputError(place, "this is not JSON, from " + excerpt(m_text, position) + " on", "JSON text");
}

std::string Builder::path() const
{
    std::string path;
    for (const Level &level : m_levels) {
        const bool innermost = &level == &m_levels.back(); // its entry is yet to come; those of the others are in place
        if (level.container->is_object())
            path = pathOf(path, level.key);
        else
            path = pathOf(path, level.container->size() - (innermost ? 0 : 1));
    }
    return path;
}

} // namespace

nlohmann::json parseJson(const std::string &text)
{
    if (text.find_first_not_of(" \t\r\n") == std::string::npos)
        throw InputError("", "the file is empty", "an experiment in JSON");
    checkUtf8(text);
    Builder builder(text);
    nlohmann::json::sax_parse(text, &builder);
    return builder.take();
}

std::string pathOf(const std::string &parent, const std::string &key)
{
    const bool plain = !key.empty() && std::all_of(key.begin(), key.end(), [](char c) {
        return static_cast<unsigned char>(c) > ' ' && std::string_view(".[]\"\x7f").find(c) == std::string_view::npos;
    });
    if (!plain)
        return parent + "[" + nlohmann::json(key).dump() + "]";
    return parent.empty() ? key : parent + "." + key;
}

std::string pathOf(const std::string &parent, std::size_t index)
{
    return parent + "[" + std::to_string(index) + "]";
}

} // namespace unfold
