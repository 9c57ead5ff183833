#include "ui/help/glossary.h"

#include "core/circuit/input_error.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>
#include <set>

namespace unfold {
namespace {

[[noreturn]] void refuse(const QString &place, const char *what, const char *expected)
{
    throw InputError("glossary: " + place.toStdString(), what, expected);
}

QString required(const QJsonObject &object, const char *key, const QString &place)
{
    QString text = object.value(QLatin1String(key)).toString();
    if (text.isEmpty())
        refuse(place + QLatin1Char('.') + QLatin1String(key), "missing or empty", "a text");
    return text;
}

QStringList listIn(const QJsonObject &object, const char *key)
{
    QStringList list;
    const QJsonArray values = object.value(QLatin1String(key)).toArray();
    for (const auto &value : values)
        list << value.toString();
    return list;
}

GlossaryEntry termIn(const QJsonObject &object, const QString &place)
{
    GlossaryEntry term;
    term.id = required(object, "id", place);
    term.title = required(object, "title", place);
    term.names = listIn(object, "names");
    if (term.names.isEmpty() || term.names.contains(QString()))
        refuse(place + QStringLiteral(".names"), "missing or empty", "a list of words");
    term.text = required(object, "text", place);
    term.formula = object.value(QStringLiteral("formula")).toString();
    term.where = object.value(QStringLiteral("where")).toString();
    term.place = object.value(QStringLiteral("place")).toString();
    term.see = listIn(object, "see");
    return term;
}

QJsonArray termsIn(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError)
        refuse(QStringLiteral("byte %1").arg(error.offset), qPrintable(error.errorString()), "JSON");
    QJsonArray terms = document.object().value(QStringLiteral("terms")).toArray();
    if (terms.isEmpty())
        refuse(QStringLiteral("terms"), "missing or empty", "a list of terms");
    return terms;
}

void checkReferences(const std::vector<GlossaryEntry> &terms)
{
    std::set<QString> ids;
    for (const GlossaryEntry &term : terms)
        if (!ids.insert(term.id).second)
            refuse(term.id, "is there twice", "an id for each term");
    for (const GlossaryEntry &term : terms)
        for (const QString &id : term.see)
            if (!ids.contains(id))
                refuse(term.id + QStringLiteral(".see"), qPrintable(id + QStringLiteral(" is no term")), "an id");
}

/// An apostrophe belongs to the word: the s of "step's" is no name.
bool inWord(QChar c)
{
    return c.isLetterOrNumber() || c == u'_' || c == u'\'' || c == u'’';
}

/// Whether a name that ends at `end` ends a word there.
bool endsWord(const QString &text, qsizetype end)
{
    return end >= text.size() || !inWord(text[end]) || !inWord(text[end - 1]) || text[end] == u'\''
        || text[end] == u'’';
}

/// 0: not at all; the more, the closer.
int closeness(const GlossaryEntry &term, const QString &query)
{
    int best = term.text.contains(query, Qt::CaseInsensitive) ? 1 : 0;
    const QStringList names = term.names + QStringList{scriptPlain(term.title)};
    for (const QString &name : names) {
        if (name.compare(query, Qt::CaseInsensitive) == 0)
            return 4;
        if (name.startsWith(query, Qt::CaseInsensitive))
            best = std::max(best, 3);
        else if (name.contains(query, Qt::CaseInsensitive))
            best = std::max(best, 2);
    }
    return best;
}

} // namespace

Glossary::Glossary(const QByteArray &json)
{
    const QJsonArray terms = termsIn(json);
    for (qsizetype i = 0; i < terms.size(); ++i)
        m_terms.push_back(termIn(terms[i].toObject(), QStringLiteral("terms[%1]").arg(i)));
    checkReferences(m_terms);
    std::sort(m_terms.begin(), m_terms.end(), [](const GlossaryEntry &a, const GlossaryEntry &b) {
        return a.title.compare(b.title, Qt::CaseInsensitive) < 0;
    });
    for (size_t i = 0; i < m_terms.size(); ++i)
        for (const QString &name : m_terms[i].names)
            m_names.push_back({name, i});
    std::stable_sort(
        m_names.begin(), m_names.end(), [](const Name &a, const Name &b) { return a.text.size() > b.text.size(); });
}

Glossary Glossary::shipped()
{
    QFile file(QStringLiteral(":/help/glossary.json"));
    if (!file.open(QIODevice::ReadOnly))
        refuse(file.fileName(), "not in the program", "a resource");
    return Glossary(file.readAll());
}

const GlossaryEntry *Glossary::find(const QString &id) const
{
    const auto found = std::find_if(m_terms.begin(), m_terms.end(), [&](const GlossaryEntry &t) { return t.id == id; });
    return found == m_terms.end() ? nullptr : &*found;
}

std::optional<Mention> Glossary::mentionAt(const QString &text, qsizetype start) const
{
    if (start > 0 && inWord(text[start]) && inWord(text[start - 1]))
        return std::nullopt;
    for (const Name &name : m_names) {
        const auto sensitivity = name.text.size() == 1 ? Qt::CaseSensitive : Qt::CaseInsensitive;
        if (!QStringView(text).sliced(start).startsWith(name.text, sensitivity))
            continue;
        const qsizetype end = start + name.text.size();
        if (endsWord(text, end))
            return Mention{start, name.text.size(), m_terms[name.term].id};
        if (name.text.size() > 1 && text[end] == u's' && endsWord(text, end + 1))
            return Mention{start, name.text.size() + 1, m_terms[name.term].id};
    }
    return std::nullopt;
}

std::vector<Mention> Glossary::mentionsIn(const QString &text) const
{
    std::vector<Mention> mentions;
    for (qsizetype at = 0; at < text.size();) {
        const auto mention = mentionAt(text, at);
        if (mention)
            mentions.push_back(*mention);
        at += mention ? mention->length : 1;
    }
    return mentions;
}

std::vector<const GlossaryEntry *> Glossary::search(const QString &query) const
{
    const QString wanted = query.trimmed();
    std::vector<const GlossaryEntry *> found;
    for (const GlossaryEntry &term : m_terms)
        if (wanted.isEmpty() || closeness(term, wanted) > 0)
            found.push_back(&term);
    if (!wanted.isEmpty())
        std::stable_sort(found.begin(), found.end(), [&](const GlossaryEntry *a, const GlossaryEntry *b) {
            return closeness(*a, wanted) > closeness(*b, wanted);
        });
    return found;
}

QString scriptHtml(const QString &text)
{
    static const QRegularExpression below(QStringLiteral("_\\{([^}]*)\\}"));
    static const QRegularExpression above(QStringLiteral("\\^\\{([^}]*)\\}"));
    return text.toHtmlEscaped()
        .replace(below, QStringLiteral("<sub>\\1</sub>"))
        .replace(above, QStringLiteral("<sup>\\1</sup>"));
}

QString scriptPlain(const QString &text)
{
    static const QRegularExpression script(QStringLiteral("[_^]\\{([^}]*)\\}"));
    return QString(text).replace(script, QStringLiteral("\\1"));
}

} // namespace unfold
