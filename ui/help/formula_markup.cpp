#include "ui/help/formula_markup.h"

#include "core/circuit/input_error.h"

namespace unfold {
namespace {

using Part = Formula::Part;
using Row = std::vector<Part>;

SymbolRef refOf(const QString &letter)
{
    if (letter == QStringLiteral("L"))
        return {SymbolRef::Kind::Loss, "L", 0};
    if (letter.size() == 1 && QStringLiteral("WUVbc").contains(letter))
        return {SymbolRef::Kind::Parameter, letter.toStdString(), 0};
    return {};
}

class MarkupReader
{
public:
    explicit MarkupReader(const QString &text)
        : m_text(text)
    {
    }

    /// Up to the end, or to the brace that closes.
    Row row()
    {
        Row row;
        while (m_at < m_text.size() && m_text[m_at] != u'}') {
            if (m_text[m_at] == u' ')
                ++m_at;
            else if ((m_text[m_at] == u'^' || m_text[m_at] == u'_') && !row.empty())
                script(row.back());
            else
                row.push_back(next());
        }
        return row;
    }

    Formula whole()
    {
        Formula formula{row()};
        if (m_at < m_text.size())
            refuse("a brace closes that was not opened");
        return formula;
    }

private:
    [[noreturn]] void refuse(const char *what) const
    {
        throw InputError("formula \"" + m_text.toStdString() + "\"", what, "a{…} with both braces");
    }

    Row braced()
    {
        if (m_at >= m_text.size() || m_text[m_at] != u'{')
            refuse("no { where one belongs");
        ++m_at;
        Row inner = row();
        if (m_at >= m_text.size())
            refuse("a brace is not closed");
        ++m_at;
        return inner;
    }

    void script(Part &part)
    {
        const bool above = m_text[m_at++] == u'^';
        (above ? part.superscript : part.subscript) = braced();
    }

    Part next()
    {
        if (QStringView(m_text).sliced(m_at).startsWith(u"frac{"))
            return fraction();
        if (m_text[m_at] == u'*' && m_at + 2 < m_text.size() && m_text[m_at + 2] == u'*') {
            const QString letter = m_text.mid(m_at + 1, 1);
            m_at += 3;
            return made(letter, Formula::Style::BoldItalic);
        }
        if (m_text[m_at] == u'~') {
            ++m_at;
            return made(QStringLiteral("\u2009"), Formula::Style::Upright);
        }
        return m_text[m_at].isLetter() || m_text[m_at].isDigit() ? word() : sign();
    }

    Part fraction()
    {
        m_at += 4;
        Part part;
        part.numerator = braced();
        part.denominator = braced();
        if (part.numerator.empty() || part.denominator.empty())
            refuse("a part of a fraction is empty");
        return part;
    }

    /// Letters in a row, or a number.
    Part word()
    {
        const qsizetype start = m_at;
        const bool number = m_text[m_at].isDigit();
        const auto goesOn = [&](QChar c) { return number ? c.isDigit() || c == u'.' : c.isLetter(); };
        while (m_at < m_text.size() && goesOn(m_text[m_at]))
            ++m_at;
        const QString text = m_text.mid(start, m_at - start);
        return made(text, number || text.size() > 1 ? Formula::Style::Upright : Formula::Style::Italic);
    }

    Part sign() { return made(m_text.mid(m_at++, 1), Formula::Style::Upright); }

    static Part made(const QString &text, Formula::Style style)
    {
        Part part;
        part.text = text.toStdString();
        part.style = style;
        if (style != Formula::Style::Upright)
            part.ref = refOf(text);
        return part;
    }

    QString m_text;
    qsizetype m_at = 0;
};

} // namespace

Formula formulaFrom(const QString &markup)
{
    return MarkupReader(markup).whole();
}

} // namespace unfold
