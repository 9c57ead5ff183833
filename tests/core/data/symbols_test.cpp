// Texts cut into symbols.
#include "core/circuit/input_error.h"
#include "core/data/symbols.h"
#include "tests/support/test_program.h"

#include <QtTest>

using namespace unfold;

namespace {

using Symbols = std::vector<std::string>;

Symbols characters(const std::string &text)
{
    return symbolsOf({.text = text, .unit = TextSource::Unit::Characters});
}

Symbols words(const std::string &text)
{
    return symbolsOf({.text = text, .unit = TextSource::Unit::Words});
}

} // namespace

class SymbolsTest : public QObject
{
    Q_OBJECT

private slots:
    void charactersAreCodePoints();
    void combiningMarksStayWithTheirLetter();
    void joinedCharactersAreOne();
    void lineEndsAreOneSymbol();
    void wordsAreCutAtSpace();
    void punctuationIsASymbol();
    void marksWithinAWordStay();
    void invalidUtf8IsRefused_data();
    void invalidUtf8IsRefused();
    void unseenSymbolsAreMadeVisible();
};

void SymbolsTest::charactersAreCodePoints()
{
    QCOMPARE(characters("héλ€😀"), (Symbols{"h", "é", "λ", "€", "😀"}));
    QCOMPARE(characters("\xef\xbb\xbf"
                        "ab"),
        (Symbols{"a", "b"})); // byte order mark
    QVERIFY(characters("").empty());
}

void SymbolsTest::combiningMarksStayWithTheirLetter()
{
    QCOMPARE(characters("e\u0301\u0323x"), (Symbols{"e\u0301\u0323", "x"}));
    QCOMPARE(characters("\u0301x"), (Symbols{"\u0301", "x"})); // a mark with nothing to stand on
}

void SymbolsTest::joinedCharactersAreOne()
{
    QCOMPARE(characters("👩\u200d🚀!"), (Symbols{"👩\u200d🚀", "!"}));
    QCOMPARE(characters("👍🏽"), (Symbols{"👍🏽"}));
}

void SymbolsTest::lineEndsAreOneSymbol()
{
    QCOMPARE(characters("a\r\nb\nc\rd"), (Symbols{"a", "\n", "b", "\n", "c", "\n", "d"}));
    QCOMPARE(characters("\r\r\n\n"), (Symbols{"\n", "\n", "\n"}));
}

void SymbolsTest::wordsAreCutAtSpace()
{
    QCOMPARE(words("  to be\tor\nnot\u00a0to\u3000be "), (Symbols{"to", "be", "or", "not", "to", "be"}));
    QVERIFY(words(" \n ").empty());
}

void SymbolsTest::punctuationIsASymbol()
{
    QCOMPARE(words("Yes, (no)! »Ja« …"), (Symbols{"Yes", ",", "(", "no", ")", "!", "»", "Ja", "«", "…"}));
    QCOMPARE(words("a...b"), (Symbols{"a", ".", ".", ".", "b"}));
}

void SymbolsTest::marksWithinAWordStay()
{
    QCOMPARE(
        words("don't it’s well-known 3.14 1,000."), (Symbols{"don't", "it’s", "well-known", "3.14", "1,000", "."}));
    QCOMPARE(words("'tis dogs' - x"), (Symbols{"'", "tis", "dogs", "'", "-", "x"}));
}

void SymbolsTest::invalidUtf8IsRefused_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("byte");
    QTest::newRow("lone continuation") << QByteArray("ab\x80") << 3;
    QTest::newRow("cut off") << QByteArray("a\xc3") << 2;
    QTest::newRow("broken sequence") << QByteArray("\xe2\x82x") << 1;
    QTest::newRow("overlong, two bytes") << QByteArray("\xc0\xaf") << 1;
    QTest::newRow("overlong, three bytes") << QByteArray("\xe0\x80\xaf") << 1;
    QTest::newRow("overlong, four bytes") << QByteArray("\xf0\x80\x80\xaf") << 1;
    QTest::newRow("surrogate") << QByteArray("x\xed\xa0\x80") << 2;
    QTest::newRow("above the last") << QByteArray("\xf4\x90\x80\x80") << 1;
    QTest::newRow("Latin-1") << QByteArray("caf\xe9") << 4;
}

void SymbolsTest::invalidUtf8IsRefused()
{
    QFETCH(QByteArray, text);
    QFETCH(int, byte);
    try {
        characters(text.toStdString());
        QFAIL("accepted");
    } catch (const InputError &error) {
        QCOMPARE(QString(error.what()), QString("text: byte %1 is not valid UTF-8; expected a text in UTF-8").arg(byte));
    }
}

void SymbolsTest::unseenSymbolsAreMadeVisible()
{
    QCOMPARE(visible(" "), std::string("␣"));
    QCOMPARE(visible("\n"), std::string("↵"));
    QCOMPARE(visible("\t"), std::string("⇥"));
    QCOMPARE(visible("\a"), std::string("U+0007"));
    QCOMPARE(visible("\x7f"), std::string("U+007F"));
    QCOMPARE(visible("é"), std::string("é"));
}

UNFOLD_GUILESS_TEST(SymbolsTest)
#include "symbols_test.moc"
