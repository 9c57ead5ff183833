// The encodings that text files are in.
#include "core/data/decode_text.h"

#include "core/circuit/input_error.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace unfold;

class DecodeTextTest : public QObject
{
    Q_OBJECT

private slots:
    void everyEncodingIsFound_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("encoding");
        QTest::addColumn<int>("warnings");
        const auto row = [](const char *name, const QByteArray &bytes, const char *encoding, int warnings) {
            QTest::newRow(name) << bytes << QByteArray(encoding) << warnings;
        };
        row("UTF-8",
            "Gr\xc3\xb6\xc3\x9f"
            "e",
            "UTF-8", 0);
        row("UTF-8 with a mark",
            "\xef\xbb\xbfGr\xc3\xb6\xc3\x9f"
            "e",
            "UTF-8", 0);
        row("Latin-1",
            "Gr\xf6\xdf"
            "e",
            "Latin-1", 1);
        row("UTF-16 LE", QByteArray("\xff\xfeG\0r\0\xf6\0\xdf\0e\0", 12), "UTF-16 LE", 0);
        row("UTF-16 BE", QByteArray("\xfe\xff\0G\0r\0\xf6\0\xdf\0e", 12), "UTF-16 BE", 0);
        row("UTF-16 LE without a mark", QByteArray("G\0r\0\xf6\0\xdf\0e\0", 10), "UTF-16 LE", 0);
    }
    void everyEncodingIsFound()
    {
        QFETCH(QByteArray, bytes);
        const DecodedText decoded = decodeText({bytes.constData(), static_cast<std::size_t>(bytes.size())});
        QCOMPARE(QByteArray::fromStdString(decoded.text),
            QByteArray("Gr\xc3\xb6\xc3\x9f"
                       "e"));
        QTEST(QByteArray::fromStdString(decoded.encoding), "encoding");
        QTEST(static_cast<int>(decoded.warnings.size()), "warnings");
    }

    void windowsHasMoreCharacters()
    {
        const DecodedText decoded = decodeText("\x80 5 \x96 6");
        QCOMPARE(QByteArray::fromStdString(decoded.encoding), QByteArray("Windows-1252"));
        QCOMPARE(QByteArray::fromStdString(decoded.text), QByteArray("\xe2\x82\xac 5 \xe2\x80\x93 6"));
    }

    void pairsAndHalvesOfUtf16()
    {
        const DecodedText whole = decodeText(std::string_view("\xff\xfe\x3d\xd8\x00\xde", 6));
        QCOMPARE(QByteArray::fromStdString(whole.text), QByteArray("\xf0\x9f\x98\x80"));
        QVERIFY(whole.warnings.empty());
        const DecodedText half = decodeText(std::string_view("\xff\xfe\x3d\xd8"
                                                             "a\0",
            6));
        QCOMPARE(QByteArray::fromStdString(half.text),
            QByteArray("\xef\xbf\xbd"
                       "a"));
        QCOMPARE(half.warnings.size(), std::size_t(1));
    }

    void anEncodingThatIsAskedForIsUsed()
    {
        for (const char *name : {"latin-1", "ISO-8859-1", "latin1", "cp1252"})
            QCOMPARE(QByteArray::fromStdString(decodeText("\xe4", name).text), QByteArray("\xc3\xa4"));
        QVERIFY(decodeText("\xe4", "latin-1").warnings.empty());
        QVERIFY_THROWS_EXCEPTION(InputError, decodeText("a", "klingon"));
        QVERIFY_THROWS_EXCEPTION(InputError, decodeText("\xe4", "utf-8"));
    }
};

UNFOLD_GUILESS_TEST(DecodeTextTest)
#include "decode_text_test.moc"
