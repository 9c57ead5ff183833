#include "ui/formula/math_font.h"
#include "ui/style/theme.h"

#include <algorithm>

namespace unfold {
namespace {

// Byte offsets of MathConstants' fields, from the OpenType specification.
enum Field : int {
    ScriptPercentScaleDown = 0,
    ScriptScriptPercentScaleDown = 2,
    AxisHeight = 12,
    SubscriptShiftDown = 24,
    SuperscriptShiftUp = 36,
    SuperscriptBottomMin = 44,
    SubSuperscriptGapMin = 52,
    SpaceAfterScript = 60,
    FractionNumeratorShiftUp = 120,
    FractionDenominatorShiftDown = 128,
    FractionNumeratorGapMin = 136,
    FractionRuleThickness = 144,
    FractionDenominatorGapMin = 148,
    EndOfConstants = 214,
};

/// Big-endian 16-bit words of a font table; 0 beyond its end.
class TableReader
{
public:
    explicit TableReader(const QByteArray &table)
        : m_table(table)
    {
    }
    int word(int at) const { return at < 0 || at + 1 >= m_table.size() ? 0 : (byte(at) << 8 | byte(at + 1)); }
    int signedWord(int at) const { return static_cast<qint16>(word(at)); }

private:
    int byte(int at) const { return static_cast<unsigned char>(m_table[at]); }
    const QByteArray &m_table;
};

/// Glyphs of a coverage table, in the order of their index in it.
std::vector<quint32> coveredGlyphs(const TableReader &table, int at)
{
    std::vector<quint32> glyphs;
    const int count = table.word(at + 2);
    if (table.word(at) == 1) {
        for (int i = 0; i < count; ++i)
            glyphs.push_back(static_cast<quint32>(table.word(at + 4 + 2 * i)));
        return glyphs;
    }
    for (int i = 0; i < count; ++i)
        for (int g = table.word(at + 4 + 6 * i); g <= table.word(at + 6 + 6 * i); ++g)
            glyphs.push_back(static_cast<quint32>(g));
    return glyphs;
}

std::map<quint32, double> italicCorrectionsOf(const QRawFont &font)
{
    const QByteArray bytes = font.fontTable("MATH");
    const TableReader table(bytes);
    const int glyphInfo = table.word(6);
    const int italics = glyphInfo == 0 ? 0 : table.word(glyphInfo);
    std::map<quint32, double> corrections;
    if (italics == 0)
        return corrections;
    const int start = glyphInfo + italics;
    const std::vector<quint32> glyphs = coveredGlyphs(table, start + table.word(start));
    const int count = std::min(static_cast<int>(glyphs.size()), table.word(start + 2));
    for (int i = 0; i < count; ++i)
        corrections[glyphs[static_cast<size_t>(i)]] = table.signedWord(start + 4 + 4 * i) / font.unitsPerEm();
    return corrections;
}

QRawFont designSizeFont()
{
    QFont font = mathFont();
    font.setPixelSize(1000);
    QRawFont raw = QRawFont::fromFont(font);
    raw.setPixelSize(raw.unitsPerEm());
    return raw;
}

/// First code points of the alphabets in the block Mathematical Alphanumeric Symbols.
struct Alphabet {
    char32_t capitals, smalls, greekCapitals, greekSmalls;
    char32_t digits; ///< 0: digits stay upright
    char32_t partial;
};
constexpr Alphabet boldItalic{0x1D468, 0x1D482, 0x1D71C, 0x1D736, 0x1D7CE, 0x1D74F};
constexpr Alphabet italic{0x1D434, 0x1D44E, 0x1D6E2, 0x1D6FC, 0, 0x1D715};
constexpr char32_t italicSmallH = 0x1D455; // reserved: the letter stands elsewhere
constexpr char32_t planckConstant = 0x210E;

char32_t letterIn(const Alphabet &alphabet, char32_t c)
{
    const auto shifted = [c](char32_t from, char32_t to) { return to + (c - from); };
    if (c >= U'A' && c <= U'Z')
        return shifted(U'A', alphabet.capitals);
    if (c >= U'a' && c <= U'z')
        return shifted(U'a', alphabet.smalls) == italicSmallH ? planckConstant : shifted(U'a', alphabet.smalls);
    if (c >= U'0' && c <= U'9' && alphabet.digits != 0)
        return shifted(U'0', alphabet.digits);
    if (c >= U'Α' && c <= U'Ω')
        return shifted(U'Α', alphabet.greekCapitals);
    if (c >= U'α' && c <= U'ω')
        return shifted(U'α', alphabet.greekSmalls);
    if (c == U'∂')
        return alphabet.partial;
    return c == U'\'' ? U'′' : c;
}

} // namespace

MathConstants MathConstants::of(const QRawFont &font)
{
    const QByteArray bytes = font.fontTable("MATH");
    const TableReader table(bytes);
    const int start = table.word(4);
    if (start == 0 || start + EndOfConstants > bytes.size())
        return {};
    const auto em = [&](Field field) { return table.signedWord(start + field) / font.unitsPerEm(); };
    MathConstants c;
    c.scriptScale = table.signedWord(start + ScriptPercentScaleDown) / 100.0;
    c.scriptScriptScale = table.signedWord(start + ScriptScriptPercentScaleDown) / 100.0;
    c.axisHeight = em(AxisHeight);
    c.subscriptShiftDown = em(SubscriptShiftDown);
    c.superscriptShiftUp = em(SuperscriptShiftUp);
    c.superscriptBottomMin = em(SuperscriptBottomMin);
    c.subSuperscriptGapMin = em(SubSuperscriptGapMin);
    c.spaceAfterScript = em(SpaceAfterScript);
    c.numeratorShiftUp = em(FractionNumeratorShiftUp);
    c.denominatorShiftDown = em(FractionDenominatorShiftDown);
    c.numeratorGapMin = em(FractionNumeratorGapMin);
    c.denominatorGapMin = em(FractionDenominatorGapMin);
    c.ruleThickness = em(FractionRuleThickness);
    return c;
}

MathFont::MathFont()
    : m_font(designSizeFont())
    , m_constants(MathConstants::of(m_font))
    , m_italicCorrections(italicCorrectionsOf(m_font))
{
}

const TextExtent &MathFont::extent(const QString &text) const
{
    const auto known = m_extents.find(text);
    return known != m_extents.end() ? known->second : m_extents.emplace(text, measured(text)).first->second;
}

const QFont &MathFont::letters(int pixels) const
{
    const auto known = m_letters.find(pixels);
    if (known != m_letters.end())
        return known->second;
    QFont font = mathFont();
    font.setKerning(false);
    font.setPixelSize(pixels);
    return m_letters.emplace(pixels, font).first->second;
}

TextExtent MathFont::measured(const QString &text) const
{
    TextExtent extent;
    const QList<quint32> glyphs = m_font.glyphIndexesForString(text);
    const QList<QPointF> advances = m_font.advancesForGlyphIndexes(glyphs);
    const double em = m_font.pixelSize();
    for (qsizetype i = 0; i < glyphs.size(); ++i) {
        const QRectF ink = m_font.boundingRect(glyphs[i]);
        extent.advance += advances[i].x() / em;
        extent.height = std::max(extent.height, -ink.top() / em);
        extent.depth = std::max(extent.depth, ink.bottom() / em);
        extent.overhang = std::max(0.0, (ink.right() - advances[i].x()) / em);
    }
    const auto last = glyphs.isEmpty() ? m_italicCorrections.end() : m_italicCorrections.find(glyphs.last());
    extent.italicCorrection = last == m_italicCorrections.end() ? 0 : last->second;
    return extent;
}

QString mathLetters(const QString &text, Formula::Style style)
{
    if (style == Formula::Style::Upright)
        return text;
    QString letters;
    // an accent stays beside its letter: ŷ is the y of this style with a hat
    for (const char32_t c : text.normalized(QString::NormalizationForm_D).toUcs4()) {
        const char32_t letter = letterIn(style == Formula::Style::BoldItalic ? boldItalic : italic, c);
        letters += QString::fromUcs4(&letter, 1);
    }
    return letters;
}

} // namespace unfold
