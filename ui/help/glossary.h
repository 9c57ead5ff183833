#pragma once
// Every term that stands on the screen, explained once: read from a JSON resource, quoted by all that explains.
//
//   {"terms": [{"id": …, "title": …, "names": [words by which the screen calls it], "text": …,
//               "formula": … (see formula_markup.h), "where": …, "place": …, "see": [ids]}]}
// id, title, names and text are required. In titles and texts _{…} and ^{…} are scripts.
#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace unfold {

struct GlossaryEntry {
    QString id;
    QString title;
    QStringList names;
    QString text;
    QString formula; ///< markup; empty: none
    QString where; ///< where on the screen it is, in words; empty: nowhere in particular
    QString place; ///< a place of ScreenPlaces; empty: none
    QStringList see; ///< ids of related terms
};

/// A name of a term within a text.
struct Mention {
    qsizetype start = 0;
    qsizetype length = 0;
    QString term; ///< id
};

class Glossary
{
public:
    /// Throws InputError where the text is no glossary: not JSON, a key missing, an id twice, a reference to nothing.
    explicit Glossary(const QByteArray &json);
    /// The one that comes with the program.
    static Glossary shipped();

    /// By title, without regard to case.
    const std::vector<GlossaryEntry> &terms() const { return m_terms; }
    const GlossaryEntry *find(const QString &id) const; ///< nullptr where there is none

    /// The names in a plain text, from left to right, the longest where several begin; they do not overlap. A name is a
    /// whole word, or one with an s behind it; a single letter is also matched by its case.
    std::vector<Mention> mentionsIn(const QString &text) const;
    /// Terms whose title or names begin with or contain `query`, the closest first; then those whose text has it. All
    /// of them for an empty query.
    std::vector<const GlossaryEntry *> search(const QString &query) const;

private:
    struct Name {
        QString text;
        size_t term;
    };
    std::optional<Mention> mentionAt(const QString &text, qsizetype start) const;

    std::vector<GlossaryEntry> m_terms;
    std::vector<Name> m_names; ///< the longest first
};

/// `text` with its scripts, as HTML.
QString scriptHtml(const QString &text);
/// `text` without its scripts' marks: "σmax".
QString scriptPlain(const QString &text);

} // namespace unfold
