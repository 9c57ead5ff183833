#include "core/data/decode_text.h"

#include "core/circuit/input_error.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace unfold {
namespace {

constexpr std::string_view utf8Mark = "\xef\xbb\xbf";
constexpr std::string_view littleMark = "\xff\xfe";
constexpr std::string_view bigMark = "\xfe\xff";
constexpr char32_t replacement = 0xfffd;

/// 0x80 … 0x9f of Windows-1252; 0: not used there.
constexpr std::array<char16_t, 32> windowsPart{0x20ac, 0, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6,
    0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017d, 0, 0, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc,
    0x2122, 0x0161, 0x203a, 0x0153, 0, 0x017e, 0x0178};

void append(std::string &text, char32_t c)
{
    if (c < 0x80) {
        text += static_cast<char>(c);
        return;
    }
    const int more = c < 0x800 ? 1 : c < 0x10000 ? 2 : 3;
    constexpr std::array<unsigned, 4> lead{0, 0xc0, 0xe0, 0xf0};
    text += static_cast<char>(lead[static_cast<std::size_t>(more)] | c >> (6 * more));
    for (int i = more - 1; i >= 0; --i)
        text += static_cast<char>(0x80U | (c >> (6 * i) & 0x3fU));
}

/// Length of the valid sequence at `at`; 0: there is none.
std::size_t validAt(std::string_view bytes, std::size_t at)
{
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
    const unsigned char lead = byte(at);
    if (lead < 0x80)
        return 1;
    const std::size_t length = lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
    if (length == 0 || at + length > bytes.size())
        return 0;
    for (std::size_t i = at + 1; i < at + length; ++i)
        if ((byte(i) & 0xc0U) != 0x80U)
            return 0;
    const unsigned char second = byte(at + 1);
    const bool wrong = (lead == 0xe0 && second < 0xa0) || (lead == 0xed && second > 0x9f)
        || (lead == 0xf0 && second < 0x90) || (lead == 0xf4 && second > 0x8f);
    return wrong ? 0 : length;
}

/// Position of the first byte that is not of UTF-8; npos: all are.
std::size_t firstInvalid(std::string_view bytes)
{
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t length = validAt(bytes, at);
        if (length == 0)
            return at;
        at += length;
    }
    return std::string_view::npos;
}

/// An even share of zeros at odd (little) or even (big) places, as in plain text of UTF-16.
bool hasZerosAt(std::string_view bytes, std::size_t parity)
{
    const std::string_view sample = bytes.substr(0, 4096);
    std::size_t zeros = 0;
    for (std::size_t i = parity; i < sample.size(); i += 2)
        zeros += sample[i] == '\0';
    return sample.size() >= 4 && zeros > sample.size() / 4;
}

DecodedText fromUtf16(std::string_view bytes, bool big)
{
    DecodedText decoded{{}, big ? "UTF-16 BE" : "UTF-16 LE", {}};
    bool broken = bytes.size() % 2 != 0;
    const auto unit = [&](std::size_t i) {
        const auto first = static_cast<unsigned char>(bytes[i]);
        const auto second = static_cast<unsigned char>(bytes[i + 1]);
        return static_cast<char32_t>(big ? first << 8U | second : second << 8U | first);
    };
    for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
        char32_t c = unit(i);
        if (c >= 0xd800 && c < 0xdc00 && i + 3 < bytes.size() && unit(i + 2) >= 0xdc00 && unit(i + 2) < 0xe000) {
            c = 0x10000 + ((c - 0xd800) << 10U) + (unit(i + 2) - 0xdc00);
            i += 2;
        } else if (c >= 0xd800 && c < 0xe000) {
            c = replacement;
            broken = true;
        }
        append(decoded.text, c);
    }
    if (broken)
        decoded.warnings.push_back({"a character of UTF-16 is incomplete; it is shown as U+FFFD", {}});
    return decoded;
}

DecodedText fromBytes(std::string_view bytes, bool guessed)
{
    DecodedText decoded;
    bool windows = false;
    bool unknown = false;
    for (const char raw : bytes) {
        const auto byte = static_cast<unsigned char>(raw);
        const bool special = byte >= 0x80 && byte < 0xa0;
        const char16_t known = special ? windowsPart[byte - 0x80U] : byte;
        windows |= special;
        unknown |= special && known == 0;
        append(decoded.text, special && known == 0 ? replacement : known);
    }
    decoded.encoding = windows ? "Windows-1252" : "Latin-1";
    if (guessed)
        decoded.warnings.push_back(
            {"the file is not in UTF-8; it is read as " + decoded.encoding + ", the encoding of Western Europe",
                "--encoding chooses another"});
    if (unknown)
        decoded.warnings.push_back({"a byte is not a character of Windows-1252; it is shown as U+FFFD", {}});
    return decoded;
}

DecodedText fromUtf8(std::string_view bytes)
{
    if (const std::size_t at = firstInvalid(bytes); at != std::string_view::npos)
        throw InputError("", "byte " + std::to_string(at + 1) + " is not UTF-8",
            "UTF-8, or another encoding: utf-16, latin-1, windows-1252");
    return {std::string(bytes), "UTF-8", {}};
}

std::string_view without(std::string_view bytes, std::string_view mark)
{
    return bytes.starts_with(mark) ? bytes.substr(mark.size()) : bytes;
}

/// "ISO 8859-1" → "iso88591".
std::string plain(const std::string &name)
{
    std::string letters;
    for (const char c : name)
        if (std::isalnum(static_cast<unsigned char>(c)))
            letters += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return letters;
}

DecodedText decodeAs(std::string_view bytes, const std::string &asked)
{
    const std::string name = plain(asked);
    const auto isOne = [&](std::initializer_list<std::string_view> names) {
        return std::find(names.begin(), names.end(), name) != names.end();
    };
    if (isOne({"utf8", "utf8sig", "ascii", "usascii"}))
        return fromUtf8(without(bytes, utf8Mark));
    if (isOne({"utf16", "utf16le", "utf16be", "ucs2", "unicode"})) {
        const bool big = name == "utf16be" || bytes.starts_with(bigMark);
        return fromUtf16(without(bytes, big ? bigMark : littleMark), big);
    }
    if (isOne({"latin1", "iso88591", "l1", "windows1252", "cp1252", "ansi", "latin9", "iso885915"}))
        return fromBytes(bytes, false);
    throw InputError("", "there is no encoding called \"" + asked + "\"", "utf-8, utf-16, latin-1 or windows-1252");
}

} // namespace

DecodedText decodeText(std::string_view bytes, const std::string &asked)
{
    if (!asked.empty())
        return decodeAs(bytes, asked);
    if (bytes.starts_with(utf8Mark))
        return fromUtf8(without(bytes, utf8Mark));
    for (const bool big : {false, true}) {
        const std::string_view mark = big ? bigMark : littleMark;
        if (bytes.starts_with(mark) || hasZerosAt(bytes, big ? 0 : 1))
            return fromUtf16(without(bytes, mark), big);
    }
    return firstInvalid(bytes) == std::string_view::npos ? fromUtf8(bytes) : fromBytes(bytes, true);
}

} // namespace unfold
