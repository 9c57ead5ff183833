// The words that the app avoids (ui/README.md): none of them is in what people read, in the folders listed here.
#include "tests/support/test_program.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>

#include <vector>

using namespace Qt::StringLiterals;

namespace {

QString textOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// Each with what to write in its place. Case does not matter.
const QList<std::pair<const char *, const char *>> avoided{
    {"(hang|hangs|hanging) on", "depends on"},
    {"\\b(is|be|as) no number", "not a number"},
    {"(shrinks?|grows?) by \\d|(shrinks?|grows?) by %", "is multiplied by"},
    {"shall", "a plain verb"},
    {"to and fro", "switches"},
    {"(stands?|stood) (at|in|on|under|over|before|after|behind|beside)", "is"},
    {"lives? (at|in|on)", "exists"},
    {"\\bhears?\\b", "depends on"},
    {"for sure", "guaranteed"},
    {"(?<!of the )loss flows", "the gradient flows"},
    {"who caused", "gradient by loss"},
    {"leads? back", "closes"},
    {"as it was made", "as initialised"},
    {"\\b(wins?|winner)\\b", "outweighs"},
    {", for (all|each|every|no|one|none|it|they) (of them |\\w+ )?(is|are|has|have|reads?|was|were)\\b", "because"},
    {"(^|[.:;] )else\\b", "otherwise"},
};

struct Avoided {
    QRegularExpression words;
    QString better;
};

/// Compiled once.
const std::vector<Avoided> &patterns()
{
    static const std::vector<Avoided> all = [] {
        std::vector<Avoided> made;
        for (const auto &[words, better] : avoided)
            made.push_back({QRegularExpression(QString::fromUtf8(words), QRegularExpression::CaseInsensitiveOption),
                QString::fromUtf8(better)});
        return made;
    }();
    return all;
}

/// The words of `text` that are avoided, a line each.
QStringList faultsIn(const QString &text)
{
    QStringList faults;
    for (const auto &[words, better] : patterns())
        if (const auto match = words.match(text); match.hasMatch())
            faults << u"“%1” in “%2”: write “%3”"_s.arg(match.captured(), text, better);
    return faults;
}

/// String literals that are sentences or labels: with a space in them. Adjacent ones are one; comments and includes
/// have none.
QStringList stringsOfSource(QString source)
{
    static const QRegularExpression silent(u"//[^\\n]*|^#include[^\\n]*"_s, QRegularExpression::MultilineOption);
    static const QRegularExpression literals(u"(?:\"(?:[^\"\\\\\\n]|\\\\.)*\"\\s*)+"_s);
    static const QRegularExpression joint(u"(?<!\\\\)\"\\s*\""_s);
    QStringList strings;
    for (auto match = literals.globalMatch(source.remove(silent)); match.hasNext();) {
        const QString text = match.next().captured().trimmed().remove(joint);
        if (text.contains(u' '))
            strings << text.mid(1, text.size() - 2);
    }
    return strings;
}

/// Values of JSON: what is behind a colon or in a list, which is every string that has a space.
QStringList stringsOf(const QString &path)
{
    const QString text = textOf(path);
    return path.endsWith(u".md"_s) || path.endsWith(u".in"_s) ? text.split(u"\n\n"_s) : stringsOfSource(text);
}

const QString root = QStringLiteral(UNFOLD_SOURCE_DIR) + u'/';

QStringList filesBelow(const QString &folder)
{
    QStringList files;
    for (QDirIterator it(root + folder, {u"*.cpp"_s, u"*.h"_s, u"*.json"_s}, QDir::Files, QDirIterator::Subdirectories);
         it.hasNext();)
        if (const QString file = it.next(); !file.endsWith(u"/data_panel.cpp"_s)) // its words are being mended
            files << file;
    return files;
}

} // namespace

class WordsTest : public QObject
{
    Q_OBJECT

private slots:
    void whatIsAvoidedIsNamed_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("faults");
        QTest::newRow("hangs") << u"How strongly the loss hangs on it"_s << 1;
        QTest::newRow("factor") << u"It shrinks by 0.95 a step"_s << 1;
        QTest::newRow("factor as argument") << u"It grows by %1"_s << 1;
        QTest::newRow("by a factor") << u"It grows by a factor of 1.3"_s << 0;
        QTest::newRow("number") << u"“x” is no number"_s << 1;
        QTest::newRow("claim") << u"no single number decides"_s << 0;
        QTest::newRow("causal for") << u"It lights up, for all are one matrix"_s << 1;
        QTest::newRow("for whom") << u"The default for all circuits"_s << 0;
        QTest::newRow("stands") << u"It stands at step 3"_s << 1;
        QTest::newRow("plain") << u"It is multiplied by 0.95 per step"_s << 0;
    }
    void whatIsAvoidedIsNamed()
    {
        QFETCH(QString, text);
        QFETCH(int, faults);
        QCOMPARE(faultsIn(text).size(), faults);
    }

    void stringsAreFoundAndCommentsAreNot()
    {
        QCOMPARE(stringsOfSource(u"#include \"a b.h\"\n// \"not this\"\nf(\"one \"\n  \"two\", \"x\");"_s),
            QStringList{u"one two"_s});
    }

    void noneIsInWhatPeopleRead_data()
    {
        QTest::addColumn<QStringList>("files");
        for (const char *folder :
            {"app", "ui/accessibility", "ui/controls", "ui/document", "ui/editor", "ui/export", "ui/help", "ui/layout",
                "ui/scenes", "ui/spectrum", "ui/style", "ui/timeline/map", "ui/timeline/sentence", "ui/widgets",
                "ui/window", "core/analysis", "core/circuit", "core/experiment", "core/file", "resources/help"})
            QTest::newRow(folder) << filesBelow(QString::fromLatin1(folder));
        QTest::newRow("README") << QStringList{root + u"README.md"_s};
        QTest::newRow("format") << QStringList{root + u"resources/help/experiment-format.md"_s};
        QTest::newRow("man page") << QStringList{root + u"resources/desktop/unfold.1.in"_s};
    }
    void noneIsInWhatPeopleRead()
    {
        QFETCH(QStringList, files);
        QVERIFY(!files.isEmpty());
        QStringList faults;
        for (const QString &file : files)
            for (const QString &text : stringsOf(file))
                for (const QString &fault : faultsIn(text))
                    faults << QDir(root).relativeFilePath(file) + u": "_s + fault;
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    }
};

UNFOLD_APPLESS_TEST(WordsTest)
#include "words_test.moc"
