#include "core/formula/formula_tree.h"

#include <algorithm>
#include <initializer_list>

namespace unfold {
namespace {

using Row = std::vector<Formula::Part>;

bool oneOf(std::string_view text, std::initializer_list<std::string_view> list)
{
    return std::find(list.begin(), list.end(), text) != list.end();
}

std::string_view trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(' ');
    return first == std::string_view::npos ? std::string_view{}
                                           : text.substr(first, text.find_last_not_of(' ') - first + 1);
}

bool isLetter(char c) // of ASCII, whatever the locale says
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isWord(std::string_view text)
{
    return text.size() > 1 && std::all_of(text.begin(), text.end(), isLetter);
}

MathClass classOf(const Formula::Part &part)
{
    const std::string_view text = trimmed(part.text);
    if (text == "\u2009" || text == "\u2003")
        return MathClass::Space;
    if (oneOf(text, {"=", "≠", "≤", "≥", "<", ">", "≈", "∈"}))
        return MathClass::Relation;
    if (oneOf(text, {"+", "−", "±", "⊙", "·", "×"}))
        return MathClass::Binary;
    if (oneOf(text, {"(", "["}))
        return MathClass::Open;
    if (oneOf(text, {")", "]"}))
        return MathClass::Close;
    if (text == ",")
        return MathClass::Punctuation;
    if (text == "∑" || (part.style == Formula::Style::Upright && part.ref == SymbolRef{} && isWord(text)))
        return MathClass::Operator;
    return MathClass::Ordinary;
}

std::string flat(const Row &row, bool spaced);

std::string flatSuperscript(const Row &row)
{
    const std::string text = flat(row, false);
    constexpr std::string_view transposed = "⊤";
    if (text.ends_with(transposed))
        return text.substr(0, text.size() - transposed.size()) + "ᵀ";
    return text == "2" ? "²" : text;
}

std::string flatPart(const Formula::Part &part)
{
    if (!part.numerator.empty())
        return flat(part.numerator, false) + "/" + flat(part.denominator, false);
    std::string text(trimmed(part.text));
    if (text == "\u2009" || text == "\u2003")
        return " ";
    const std::string below = flat(part.subscript, false);
    if (text == "∑" && !below.empty()) // limits
        return text + "_{" + below + "}^{" + flat(part.superscript, false) + "}";
    if (!below.empty())
        text += part.subscript.size() > 1 ? "_{" + below + "}" : "_" + below;
    return text + flatSuperscript(part.superscript);
}

bool isSign(const Formula::Part &part)
{
    return oneOf(trimmed(part.text), {"+", "−"});
}

/// Whether plain text has a space between two neighbours of a row.
bool spaceInText(const Row &row, const std::vector<MathClass> &classes, size_t right)
{
    const MathClass a = classes[right - 1], b = classes[right];
    const auto around = [](MathClass c) { return c == MathClass::Relation || c == MathClass::Binary; };
    if (a == MathClass::Open || b == MathClass::Close || b == MathClass::Punctuation)
        return false;
    if (around(a) || around(b) || a == MathClass::Punctuation)
        return true;
    if (a == MathClass::Operator)
        return b != MathClass::Open;
    return b == MathClass::Operator && a == MathClass::Ordinary && !isSign(row[right - 1]);
}

/// `spaced`: with spaces as between words; scripts and fractions are set without.
std::string flat(const Row &row, bool spaced)
{
    const std::vector<MathClass> classes = mathClasses(row);
    std::string text;
    for (size_t i = 0; i < row.size(); ++i) {
        if (spaced && i > 0 && spaceInText(row, classes, i))
            text += ' ';
        text += flatPart(row[i]);
    }
    return text;
}

} // namespace

std::vector<MathClass> mathClasses(const Row &row)
{
    std::vector<MathClass> classes(row.size());
    MathClass left = MathClass::Open; // as at the start of a row: nothing to be the left operand
    for (size_t i = 0; i < row.size(); ++i) {
        MathClass c = classOf(row[i]);
        const bool operand = left == MathClass::Ordinary || left == MathClass::Close;
        if (c == MathClass::Binary && !operand)
            c = MathClass::Ordinary;
        classes[i] = c;
        if (c != MathClass::Space)
            left = c;
    }
    return classes;
}

Formula::Part symbolPart(const std::string &name, const SymbolRef &ref)
{
    size_t baseEnd = name.find('_');
    size_t subStart = baseEnd == std::string::npos ? name.size() : baseEnd + 1;
    if (baseEnd == std::string::npos) {
        baseEnd = name.find_last_not_of("0123456789") + 1; // 0 for a name of digits alone
        subStart = baseEnd;
    }
    if (baseEnd == 0 || subStart >= name.size()) {
        baseEnd = name.size();
        subStart = name.size();
    }
    Formula::Part part;
    part.text = name.substr(0, baseEnd);
    part.style = Formula::Style::BoldItalic;
    part.ref = ref;
    part.subscript = scriptParts(name.substr(subStart));
    for (Formula::Part &script : part.subscript)
        script.ref = ref;
    return part;
}

Row scriptParts(const std::string &text)
{
    Row row;
    for (const char c : text) {
        const auto style = isLetter(c) ? Formula::Style::Italic : Formula::Style::Upright;
        if (row.empty() || row.back().style != style) {
            row.emplace_back();
            row.back().style = style;
        }
        row.back().text += c; // bytes of one UTF-8 character are none of them letters, so they stay together
    }
    for (Formula::Part &part : row)
        if (isWord(part.text) && part.text.size() > 2)
            part.style = Formula::Style::Upright; // a word, as in W_rec; W_ax has two letters
    return row;
}

std::string plainText(const Formula &formula)
{
    return flat(formula.parts, true);
}

} // namespace unfold
