#include "core/data/symbols.h"

#include "core/circuit/input_error.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace unfold {
namespace {

/// One code point and the bytes it stands in.
struct CodePoint {
    char32_t value = 0;
    std::string bytes;
};

struct Range {
    char32_t first;
    char32_t last;
};

template <size_t N> bool within(const std::array<Range, N> &ranges, char32_t c)
{
    return std::any_of(ranges.begin(), ranges.end(), [c](Range r) { return r.first <= c && c <= r.last; });
}

constexpr char32_t joiner = 0x200d;
constexpr char32_t newline = '\n';

constexpr std::array<Range, 7> marks{{{0x300, 0x36f}, {0x1ab0, 0x1aff}, {0x1dc0, 0x1dff}, {0x20d0, 0x20ff},
    {0xfe00, 0xfe0f}, {0xfe20, 0xfe2f}, {0x1f3fb, 0x1f3ff}}};
constexpr std::array<Range, 10> spaces{{{0x9, 0xd}, {0x20, 0x20}, {0x85, 0x85}, {0xa0, 0xa0}, {0x1680, 0x1680},
    {0x2000, 0x200a}, {0x2028, 0x2029}, {0x202f, 0x202f}, {0x205f, 0x205f}, {0x3000, 0x3000}}};
constexpr std::array<Range, 12> punctuation{{{'!', '/'}, {':', '@'}, {'[', '`'}, {'{', '~'}, {0xa1, 0xa1}, {0xab, 0xab},
    {0xb7, 0xb7}, {0xbb, 0xbb}, {0xbf, 0xbf}, {0x2010, 0x2027}, {0x2030, 0x205e}, {0x3001, 0x3003}}};

bool isSpace(char32_t c)
{
    return within(spaces, c);
}

bool isDigit(char32_t c)
{
    return c >= '0' && c <= '9';
}

bool isWordPart(char32_t c)
{
    return !isSpace(c) && !within(punctuation, c);
}

/// Marks that may stand between two parts of one word, or between two digits of one number.
bool joinsWord(char32_t c)
{
    return c == '\'' || c == '-' || c == '_' || c == 0x2019 || c == 0x2010;
}

bool joinsNumber(char32_t c)
{
    return c == '.' || c == ',';
}

[[noreturn]] void refuse(size_t byte)
{
    throw InputError("text", "byte " + std::to_string(byte + 1) + " is not valid UTF-8", "a text in UTF-8");
}

/// Length in bytes of the code point that begins with `lead`; 0: nothing can begin so.
size_t lengthFrom(unsigned char lead)
{
    if (lead < 0x80)
        return 1;
    if (lead >= 0xc2 && lead < 0xe0)
        return 2;
    if (lead >= 0xe0 && lead < 0xf0)
        return 3;
    return lead >= 0xf0 && lead < 0xf5 ? 4 : 0;
}

CodePoint codePointAt(const std::string &text, size_t at)
{
    const auto byte = [&](size_t i) { return static_cast<unsigned char>(text[i]); };
    const size_t length = lengthFrom(byte(at));
    if (length == 0 || at + length > text.size())
        refuse(at);
    char32_t value = length == 1 ? byte(at) : byte(at) & (0xffU >> (length + 1));
    for (size_t i = at + 1; i < at + length; ++i) {
        if ((byte(i) & 0xc0U) != 0x80)
            refuse(at);
        value = value << 6 | (byte(i) & 0x3fU);
    }
    const bool tooLong = (length == 3 && value < 0x800) || (length == 4 && value < 0x10000);
    if (tooLong || value > 0x10ffff || (value >= 0xd800 && value < 0xe000))
        refuse(at);
    return {value, text.substr(at, length)};
}

/// Line ends become one code point; a byte order mark at the beginning is dropped.
std::vector<CodePoint> codePointsOf(const std::string &text)
{
    std::vector<CodePoint> all;
    bool afterReturn = false;
    for (size_t at = text.starts_with("\xef\xbb\xbf") ? 3 : 0; at < text.size();) {
        CodePoint c = codePointAt(text, at);
        at += c.bytes.size();
        const bool secondHalf = afterReturn && c.value == newline;
        afterReturn = c.value == '\r';
        if (afterReturn)
            c = {newline, "\n"};
        if (!secondHalf)
            all.push_back(std::move(c));
    }
    return all;
}

std::vector<std::string> charactersOf(const std::vector<CodePoint> &text)
{
    std::vector<std::string> characters;
    bool joined = false;
    for (const CodePoint &c : text) {
        if (!characters.empty() && (joined || c.value == joiner || within(marks, c.value)))
            characters.back() += c.bytes;
        else
            characters.push_back(c.bytes);
        joined = c.value == joiner;
    }
    return characters;
}

/// Whether the mark at i stands within a word or a number.
bool heldTogether(const std::vector<CodePoint> &text, size_t i)
{
    if (i == 0 || i + 1 >= text.size())
        return false;
    const char32_t left = text[i - 1].value;
    const char32_t right = text[i + 1].value;
    return (joinsWord(text[i].value) && isWordPart(left) && isWordPart(right))
        || (joinsNumber(text[i].value) && isDigit(left) && isDigit(right));
}

std::vector<std::string> wordsOf(const std::vector<CodePoint> &text)
{
    std::vector<std::string> words;
    bool inWord = false;
    for (size_t i = 0; i < text.size(); ++i) {
        const bool partOfWord = isWordPart(text[i].value) || heldTogether(text, i);
        if (partOfWord && inWord)
            words.back() += text[i].bytes;
        else if (!isSpace(text[i].value))
            words.push_back(text[i].bytes);
        inWord = partOfWord;
    }
    return words;
}

} // namespace

std::vector<std::string> symbolsOf(const TextSource &source)
{
    const std::vector<CodePoint> text = codePointsOf(source.text);
    return source.unit == TextSource::Unit::Characters ? charactersOf(text) : wordsOf(text);
}

std::string visible(const std::string &symbol)
{
    if (symbol == " " || symbol == "\xc2\xa0")
        return "␣";
    if (symbol == "\n")
        return "↵";
    if (symbol == "\t")
        return "⇥";
    const auto first = static_cast<unsigned char>(symbol.empty() ? 'x' : symbol[0]);
    if (first >= 0x20 && first != 0x7f)
        return symbol;
    std::array<char, 8> code{};
    std::snprintf(code.data(), code.size(), "U+%04X", static_cast<unsigned>(first));
    return code.data();
}

} // namespace unfold
