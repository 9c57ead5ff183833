#include "tests/support/test_program.h"
#include "ui/help/glossary.h"

#include "core/circuit/input_error.h"
#include "ui/help/formula_markup.h"
#include "ui/help/screen_places.h"
#include "ui/style/theme.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace unfold;

namespace {

QByteArray entry(const char *id, const char *rest)
{
    return QByteArray(R"({"id": ")") + id + R"(", )" + rest + "}";
}

QByteArray file(const QByteArray &entries)
{
    return R"({"terms": [)" + entries + "]}";
}

QStringList idsIn(const std::vector<Mention> &mentions)
{
    QStringList ids;
    for (const Mention &mention : mentions)
        ids << mention.term;
    return ids;
}

/// Sentences end with a full stop and a space; "T. H." does not occur.
int sentencesIn(const QString &text)
{
    return static_cast<int>(text.count(QRegularExpression(QStringLiteral("[.](\\s|$)"))));
}

} // namespace

class GlossaryTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        loadFonts(); // links the resources in
        m_glossary = std::make_unique<Glossary>(Glossary::shipped());
    }

    // -- the one that is shipped

    void everyEntryIsWhole()
    {
        QVERIFY(m_glossary->terms().size() > 90);
        for (const GlossaryEntry &e : m_glossary->terms()) {
            QVERIFY2(!e.text.contains(u'!') && !e.title.contains(u'!'), qPrintable(e.id));
            QVERIFY2(sentencesIn(e.text) >= 1 && sentencesIn(e.text) <= 5, qPrintable(e.id));
            QVERIFY2(e.text.endsWith(u'.'), qPrintable(e.id));
            QVERIFY2(e.text.size() <= 420, qPrintable(e.id + QString::number(e.text.size())));
            QVERIFY2(e.place.isEmpty() || screenPlaces().contains(e.place), qPrintable(e.id));
            QVERIFY2(e.place.isEmpty() || !e.where.isEmpty(), qPrintable(e.id));
            QVERIFY2(!e.see.contains(e.id), qPrintable(e.id));
            QVERIFY2(!scriptHtml(e.text).contains(u'{') && !scriptHtml(e.title).contains(u'{'), qPrintable(e.id));
            formulaFrom(e.formula); // throws
        }
    }

    void everyNameLeadsToItsOwnTerm()
    {
        for (const GlossaryEntry &e : m_glossary->terms())
            for (const QString &name : e.names) {
                const auto mentions = m_glossary->mentionsIn(name);
                QVERIFY2(
                    !mentions.empty() && mentions.front().term == e.id, qPrintable(e.id + QStringLiteral(": ") + name));
            }
    }

    void everyTermCanBeReachedFromAnother()
    {
        QStringList reached;
        for (const GlossaryEntry &e : m_glossary->terms())
            reached << e.see;
        QStringList alone;
        for (const GlossaryEntry &e : m_glossary->terms())
            if (!reached.contains(e.id))
                alone << e.id;
        // Only those that one meets on the screen itself.
        QVERIFY2(alone.size() <= 12, qPrintable(alone.join(u' ')));
    }

    void saysWhatIsNecessaryAndWhatIsSufficient()
    {
        const QString text = m_glossary->find(QStringLiteral("necessary-and-sufficient"))->text;
        QVERIFY(
            text.contains(QStringLiteral("σ_{max} < 1/γ is sufficient for the gradient of the last loss to vanish")));
        QVERIFY(text.contains(QStringLiteral("σ_{max} > 1/γ is necessary for it to explode, and not sufficient")));
        const QString radius = m_glossary->find(QStringLiteral("spectral-radius"))->text;
        QVERIFY(radius.contains(QStringLiteral("For a linear network, ρ below 1 is sufficient to vanish")));
    }

    // -- words in a text

    void findsTheLongestWords()
    {
        QCOMPARE(idsIn(m_glossary->mentionsIn(QStringLiteral("largest singular value σmax"))),
            (QStringList{QStringLiteral("largest-singular-value"), QStringLiteral("largest-singular-value")}));
        QCOMPARE(idsIn(m_glossary->mentionsIn(QStringLiteral("Gradient norm per step"))),
            QStringList{QStringLiteral("gradient-norm")});
        QCOMPARE(
            idsIn(m_glossary->mentionsIn(QStringLiteral("Two gradients"))), QStringList{QStringLiteral("gradient")});
    }

    void aWordIsWholeAndALetterHasItsCase()
    {
        QVERIFY(m_glossary->mentionsIn(QStringLiteral("Wagon vanity's end")).empty());
        QCOMPARE(idsIn(m_glossary->mentionsIn(QStringLiteral("W multiplies"))),
            QStringList{QStringLiteral("recurrent-weight")});
        QVERIFY(m_glossary->mentionsIn(QStringLiteral("w")).empty());
        const auto found = m_glossary->mentionsIn(QStringLiteral("at tanh"));
        QCOMPARE(found.size(), size_t(1));
        QCOMPARE(found[0].start, 3);
        QCOMPARE(found[0].length, 4);
    }

    // -- search

    void searchPutsTheClosestFirst()
    {
        QCOMPARE(m_glossary->search({}).size(), m_glossary->terms().size());
        QCOMPARE(m_glossary->search(QStringLiteral("gradient")).front()->id, QStringLiteral("gradient"));
        QCOMPARE(m_glossary->search(QStringLiteral(" ORTHO ")).front()->id, QStringLiteral("orthogonal"));
        const auto inText = m_glossary->search(QStringLiteral("Pascanu"));
        QCOMPARE(inText.size(), size_t(1));
        QCOMPARE(inText.front()->id, QStringLiteral("necessary-and-sufficient"));
        QVERIFY(m_glossary->search(QStringLiteral("zebra")).empty());
    }

    // -- a broken one

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QByteArray>("part");
        const char *whole = R"("title": "a", "names": ["a"], "text": "A.")";
        QTest::newRow("no JSON") << QByteArray("{terms") << QByteArray("byte");
        QTest::newRow("no terms") << QByteArray("{}") << QByteArray("terms: missing or empty");
        QTest::newRow("no text") << file(entry("a", R"("title": "a", "names": ["a"])")) << QByteArray("terms[0].text");
        QTest::newRow("no names") << file(entry("a", R"("title": "a", "text": "A.")")) << QByteArray("terms[0].names");
        QTest::newRow("twice") << file(entry("a", whole) + "," + entry("a", whole)) << QByteArray("a: is there twice");
        QTest::newRow("a reference to nothing")
            << file(entry("a", (QByteArray(whole) + R"(, "see": ["b"])").constData())) << QByteArray("b is no term");
    }
    void refuses()
    {
        QFETCH(QByteArray, json);
        QFETCH(QByteArray, part);
        try {
            const Glossary glossary(json);
            QFAIL("accepted");
        } catch (const InputError &error) {
            QVERIFY2(QByteArray(error.what()).contains(part), error.what());
        }
    }

    void scriptsAreTurnedIntoHtml()
    {
        QCOMPARE(
            scriptHtml(QStringLiteral("σ_{max} < 10^{−3}")), QStringLiteral("σ<sub>max</sub> &lt; 10<sup>−3</sup>"));
        QCOMPARE(scriptPlain(QStringLiteral("σ_{max} < 10^{−3}")), QStringLiteral("σmax < 10−3"));
    }

private:
    std::unique_ptr<Glossary> m_glossary;
};

UNFOLD_TEST(GlossaryTest)
#include "glossary_test.moc"
