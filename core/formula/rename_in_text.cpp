#include "core/formula/rename_in_text.h"

#include <optional>
#include <string_view>

namespace unfold {
namespace {

/// Letters and digits of ASCII, the underscore, and the bytes of two-byte letters such as é and α. What takes three
/// bytes or more is a sign: ∂, −, “.
bool belongsToWord(std::string_view text, size_t at)
{
    const auto byte = [&](size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char c = byte(at);
    if (c < 0x80)
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    return (c >= 0xC3 && c <= 0xDF) || (c < 0xC0 && at > 0 && byte(at - 1) >= 0xC3 && byte(at - 1) <= 0xDF);
}

bool isWordOfTheLanguage(std::string_view word)
{
    return word == "a" || word == "A" || word == "I";
}

/// "t", "T", "t−1", "9" between brackets that open at `at`: a step. nullopt: something else.
std::optional<std::string_view> stepAt(std::string_view text, size_t at)
{
    if (at >= text.size() || text[at] != '(')
        return std::nullopt;
    const size_t close = text.find(')', at);
    if (close == std::string_view::npos)
        return std::nullopt;
    const std::string_view inner = text.substr(at + 1, close - at - 1);
    constexpr std::string_view minus = "−";
    for (size_t i = 0; i < inner.size();) {
        const bool sign = inner.substr(i, minus.size()) == minus;
        if (!sign && !(inner[i] >= '0' && inner[i] <= '9') && inner[i] != '+'
            && !(i == 0 && (inner[i] == 't' || inner[i] == 'T')))
            return std::nullopt;
        i += sign ? minus.size() : 1;
    }
    return inner.empty() ? std::nullopt : std::optional(inner);
}

class ProseReader
{
public:
    ProseReader(const Names &names, std::string_view text)
        : m_names(names)
        , m_text(text)
    {
    }

    std::string operator()()
    {
        while (m_at < m_text.size())
            if (belongsToWord(m_text, m_at))
                word();
            else
                m_read += m_text[m_at++];
        return std::move(m_read);
    }

private:
    void word()
    {
        const size_t start = m_at;
        while (m_at < m_text.size() && belongsToWord(m_text, m_at))
            ++m_at;
        const std::string word(m_text.substr(start, m_at - start));
        const bool node = m_names.nodes.contains(word) || word == "L" || word == "y";
        const auto step = node ? stepAt(m_text, m_at) : std::nullopt;
        if (isWordOfTheLanguage(word) && !step)
            m_read += word;
        else
            m_read += m_names.nodes.contains(word) ? m_names.node(word) : m_names.parameter(word);
        if (step) {
            m_read += m_names.at(std::string(*step));
            m_at += step->size() + 2;
        }
    }

    const Names &m_names;
    std::string_view m_text;
    size_t m_at = 0;
    std::string m_read;
};

} // namespace

std::string renameInText(const Circuit &circuit, const std::string &text)
{
    return circuit.names.notation == Notation::Letters ? text : ProseReader(circuit.names, text)();
}

} // namespace unfold
